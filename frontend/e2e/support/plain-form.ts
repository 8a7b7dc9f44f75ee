import { expect, type Locator, type Page } from '@playwright/test';
import type { Language, Survey } from './bodies';

/** The survey as one form, as a browser without JavaScript shows it. */
export class PlainForm {
  constructor(
    private readonly page: Page,
    private readonly language: Language = 'id',
  ) {}

  /** The question in this place, counted from one. */
  question(place: number): Locator {
    const of = { id: 'dari', en: 'of' }[this.language];
    return this.page.getByRole('group', { name: new RegExp(`^${place} ${of} `) });
  }

  /** Answers every question with the label of this score, and checks that the words are the official ones. */
  async answerAll(survey: Survey, score: number, service = survey.services[0]): Promise<void> {
    if (!service) throw new Error('the survey has no service');
    for (const [index, asked] of service.items.entries()) {
      const item = survey.items.find(({ code }) => code === asked.code);
      const label = item?.options[score - 1]?.[this.language] ?? '';
      await this.question(index + 1).getByRole('radio', { name: label, exact: true }).check();
    }
  }

  /** The one free text. */
  get comment(): Locator {
    return this.page.getByRole('textbox');
  }

  async send(): Promise<void> {
    // By the keyboard: a click waits for frames, which a page without scripts does not always draw.
    await this.page.getByRole('button', { name: { id: 'Kirim jawaban', en: 'Send answers' }[this.language] }).press('Enter');
  }

  async expectThanks(): Promise<void> {
    await expect(this.page.getByRole('heading', { name: { id: 'Terima kasih', en: 'Thank you' }[this.language] })).toBeVisible();
  }
}
