import { expect, type Locator, type Page } from '@playwright/test';
import type { Language, Survey, SurveyItem } from './bodies';

/** The words on the respondent's screens, as a person reads them. */
export const WORDS = {
  id: {
    of: 'dari', back: 'Kembali', skip: 'Lewati', skipAnyway: 'Lewati saja', review: 'Periksa jawaban Saudara', next: 'Lanjut',
    prefer: 'Tidak menjawab', send: 'Kirim jawaban', thanks: 'Terima kasih.', sent: 'Jawaban Saudara sudah terkirim.',
    stored: 'Tersimpan di perangkat ini, belum terkirim.', draft: 'Ada isian yang belum selesai', continue: 'Lanjutkan',
    startOver: 'Mulai baru', done: 'Selesai', other: 'English', reminder: 'Pertanyaan ini belum dijawab.',
  },
  en: {
    of: 'of', back: 'Back', skip: 'Skip', skipAnyway: 'Skip anyway', review: 'Check your answers', next: 'Next',
    prefer: 'Prefer not to say', send: 'Send answers', thanks: 'Thank you.', sent: 'Your answers have been sent.',
    stored: 'Stored on this device, not sent yet.', draft: 'A survey was left unfinished here', continue: 'Continue',
    startOver: 'Start anew', done: 'Done', other: 'Bahasa Indonesia', reminder: 'This question is not answered yet.',
  },
} as const;

/** What happens on each screen that a walk meets: axe, a picture, or nothing. */
type OnScreen = (name: string) => Promise<void>;
const nothing: OnScreen = async () => {};

/** The survey as the application shows it: one question a screen. */
export class SurveyApp {
  constructor(
    readonly page: Page,
    readonly survey: Survey,
    public language: Language = 'id',
  ) {}

  get words(): (typeof WORDS)[Language] {
    return WORDS[this.language];
  }

  /** The questions that are asked about the first service, in their order. */
  get items(): SurveyItem[] {
    const service = this.survey.services[0];
    if (!service) throw new Error('the survey has no service');
    return service.items.map((asked) => {
      const item = this.survey.items.find(({ code }) => code === asked.code);
      if (!item) throw new Error(`the survey has no item ${asked.code}`);
      return item;
    });
  }

  async open(): Promise<void> {
    await this.page.goto(`/s/${this.survey.link}`);
    await this.expectQuestion(1);
  }

  /** The answers of the application, which the plain form before it does not have. */
  get answers(): Locator {
    return this.page.getByRole('radiogroup');
  }

  answer(label: string): Locator {
    return this.answers.getByRole('radio', { name: label, exact: true });
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  heading(name: string | RegExp): Locator {
    return this.page.getByRole('heading', { name, level: 1 });
  }

  async expectQuestion(place: number): Promise<void> {
    await expect(this.heading(new RegExp(`^${place} ${this.words.of} ${this.items.length}\\b`))).toBeVisible();
    await expect(this.answers).toBeVisible();
  }

  /** Taps the official words of this score; the next question comes by itself. */
  async tap(place: number, score: number): Promise<void> {
    await this.expectQuestion(place);
    const label = this.items[place - 1]?.options[score - 1]?.[this.language] ?? '';
    await this.answer(label).click();
  }

  async tapAll(score: number, { from = 1, onScreen = nothing } = {}): Promise<void> {
    for (let place = from; place <= this.items.length; place++) {
      await this.expectQuestion(place);
      if (place === from) await onScreen('question');
      await this.tap(place, score);
    }
    await expect(this.heading(this.words.review)).toBeVisible();
  }

  /** From the review to the thanks, telling nothing about the person. */
  async finish({ comment = '', onScreen = nothing } = {}): Promise<void> {
    await onScreen('review');
    await this.button(this.words.next).click();
    await this.passPerson(onScreen);
    if (comment) await this.page.getByRole('textbox').fill(comment);
    await onScreen('comment');
    await this.button(this.words.send).click();
    await expect(this.heading(this.words.thanks)).toBeVisible();
  }

  private async passPerson(onScreen: OnScreen): Promise<void> {
    for (;;) {
      await expect(this.button(this.words.send).or(this.answer(this.words.prefer))).toBeVisible();
      if (await this.button(this.words.send).isVisible()) return;
      const heading = this.page.getByRole('heading', { level: 1 });
      const before = await heading.innerText();
      await onScreen('person');
      await this.answer(this.words.prefer).click();
      await expect(heading).not.toHaveText(before);
    }
  }

  async expectSent(): Promise<void> {
    await expect(this.page.getByText(this.words.sent)).toBeVisible();
  }
}
