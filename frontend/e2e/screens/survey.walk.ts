import type { Page } from '@playwright/test';
import type { Album, Look } from '../support/album';
import type { Survey } from '../support/bodies';
import { PlainForm } from '../support/plain-form';
import { SurveyApp } from '../support/survey-app';
import { expect } from '../support/test';
import { walk } from '../support/walk';

/** The survey in the language of the look, switched as a person would. */
async function open(page: Page, survey: Survey, look: Look): Promise<SurveyApp> {
  const app = new SurveyApp(page, survey);
  await app.open();
  if (look.language === 'en') {
    await app.button(app.words.other).click();
    app.language = 'en';
    await app.expectQuestion(1);
  }
  return app;
}

function pictures(album: Album): (name: string) => Promise<void> {
  const seen = new Map<string, number>();
  return async (name) => {
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    await album.take(times === 1 ? name : `${name}-${times}`);
  };
}

walk('from the link to the thanks', async ({ page, city, look, album }) => {
  const unit = await city.busiestUnit();
  const link = await city.makeLink('skm-2017', { unit: unit.code, service: 'umum' });
  const app = await open(page, await link.survey(), look);
  const take = pictures(album('survey'));
  await take('1-first-question');
  await app.tap(1, 3);
  await app.expectQuestion(2);
  await app.button(app.words.skip).click();
  await expect(page.getByText(app.words.reminder)).toBeVisible();
  await take('2-reminder');
  await app.tap(2, 4);
  for (let place = 3; place <= 8; place++) await app.tap(place, 3);
  await app.expectQuestion(9);
  await take('3-question-with-help');
  await app.tap(9, 4);
  await expect(app.heading(app.words.review)).toBeVisible();
  await app.finish({ comment: 'Petugas ramah. Tempat parkir sempit.', onScreen: (name) => take(`4-${name}`) });
  await app.expectSent();
  await take('5-thanks');
});

walk('without a network', async ({ page, city, context, look, album, browserLog }) => {
  browserLog.allow(/ERR_INTERNET_DISCONNECTED/);
  const link = await city.makeLink('skm-2017');
  const app = await open(page, await link.survey(), look);
  await app.tapAll(4);
  await context.setOffline(true);
  await app.finish();
  await expect(page.getByText(app.words.stored)).toBeVisible();
  await album('survey').take('6-stored-on-the-device');
  await context.setOffline(false);
  await app.expectSent();
});

walk('a draft is offered', async ({ page, city, look, album }) => {
  const link = await city.makeLink('terpadu-16');
  const app = await open(page, await link.survey(), look);
  await album('survey').take('7-short-form');
  await app.tap(1, 3);
  await app.expectQuestion(2);
  await page.reload();
  await expect(app.heading(app.words.draft)).toBeVisible();
  await album('survey').take('8-draft');
});

walk('the services of a unit', async ({ page, city, look, album }) => {
  const unit = await city.makeUnit([
    { code: 'pengantar', name: 'Surat pengantar KTP', mode: 'counter', free: true },
    { code: 'domisili', name: 'Surat keterangan domisili', mode: 'counter', free: true },
    { code: 'daring', name: 'Permohonan daring', mode: 'online', free: true },
  ]);
  const link = await city.makeLink('skm-2017', { unit });
  await page.goto(`/s/${link.code}?language=${look.language}`);
  await expect(page.getByRole('radiogroup')).toBeVisible();
  await album('survey').take('0-services');
});

walk('a link that is closed, and one that never was', async ({ page, city, look, album, browserLog }) => {
  browserLog.allow(/status of (404|410)/);
  const link = await city.makeLink('skm-2017');
  await link.close();
  await page.goto(`/s/${link.code}?language=${look.language}`);
  await album('survey').take('9-closed');
  await page.goto(`/s/zzzzzzzz?language=${look.language}`);
  await album('survey').take('9-unknown');
});

walk.describe('without JavaScript', () => {
  walk.use({ javaScriptEnabled: false });

  walk('the plain form', async ({ page, city, look, album, browserLog }) => {
    browserLog.allow(/status of 422/);
    const link = await city.makeLink('skm-2017');
    const survey = await link.survey();
    await page.goto(`/s/${link.code}?language=${look.language}`);
    const form = new PlainForm(page, look.language);
    await album('plain').take('1-form');
    await form.send();
    await expect(page.getByRole('alert')).toBeVisible();
    await album('plain').take('2-nothing-answered');
    await form.answerAll(survey, 3);
    await form.send();
    await form.expectThanks();
    await album('plain').take('3-thanks');
  });
});
