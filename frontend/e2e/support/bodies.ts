/** The parts of the API's bodies that the tests read; the whole of them stands in openapi/openapi.json. */

export type Text = { id: string; en: string };
export type Language = keyof Text;

export type SurveyItem = { code: string; text: Text; short: Text; options: Text[]; free_text?: Text; online_text?: Text };
export type AskedItem = { code: string; wording: string };

export type Survey = {
  link: string;
  questionnaire: string;
  version: number;
  title: Text;
  unit: { code: string; name: string };
  items: SurveyItem[];
  profile: { code: string; text: Text; consent?: Text; options: { code: string; text: Text }[] }[];
  services: { code: string; name: string; items: AskedItem[] }[];
};

export type UnitResults = {
  n: number;
  name: string;
  services: { unit: string; code: string; n: number }[];
  indices: { index: string; converted: string; elements: { code: string; converted: string }[] }[];
};

export type Report = {
  id: string;
  code: string;
  document: { texts: { slot: string; edited: boolean; paragraphs: { pieces: { text?: string; figure?: string }[] }[] }[] };
  facts: Record<string, string>;
};

export type Recap = { units: { code: string; name: string; n: number }[] };
