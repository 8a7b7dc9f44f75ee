import { SurveyApp } from '../support/survey-app';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/test';

/** What lies on the device when its survey closes, and what a page that comes back remembers. */

const CLOSED = 'Survei ini sudah ditutup';

/** The service worker has what the page needs. */
async function expectKept(page: Page): Promise<void> {
  await expect
    .poll(() => page.evaluate(async () => (await caches.match(location.pathname)) !== undefined))
    .toBe(true);
}

/** Opens the page of a closed link: a replica may believe for three seconds that it is open. */
async function openClosed(page: Page, address: string, sign: () => Promise<void>): Promise<void> {
  await expect(async () => {
    await page.goto(address);
    await sign();
  }).toPass();
}

test('answers that wait are delivered although their link closed meanwhile', async ({ city, context, browserLog }) => {
  browserLog.allow(/ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to fetch|status of 410/);
  const link = await city.makeLink('skm-2017');
  const first = await context.newPage();
  const app = new SurveyApp(first, await link.survey());
  await app.open();
  await expectKept(first);
  await context.setOffline(true);
  await app.tapAll(4);
  await app.finish();
  await expect(first.getByText(app.words.stored)).toBeVisible();
  await first.close();
  await link.close();

  await context.setOffline(false);
  const second = await context.newPage();
  await openClosed(second, link.page, () => expect(second.getByRole('heading', { name: CLOSED })).toBeVisible({ timeout: 500 }));
  await expect.poll(() => link.count()).toBe(1);
  await expect(second.getByText('1 jawaban yang tersimpan sudah terkirim.')).toBeVisible();
  // Nothing lies there any more: the page of the server comes.
  await second.reload();
  await expect(second.getByRole('heading', { name: CLOSED })).toBeVisible();
  await expect(second.locator('#app')).toHaveCount(0);
  expect(await link.count()).toBe(1);
});

test('a draft goes on although its link closed meanwhile, and nobody begins anew', async ({ page, city, browserLog }) => {
  browserLog.allow(/status of 410/);
  const link = await city.makeLink('skm-2017');
  const app = new SurveyApp(page, await link.survey());
  await app.open();
  await expectKept(page);
  await app.tap(1, 3);
  await app.tap(2, 3);
  await app.expectQuestion(3);
  await link.close();
  await openClosed(page, link.page, () => expect(app.heading(app.words.draft)).toBeVisible({ timeout: 2000 }));
  await expect(app.button(app.words.startOver)).toBeHidden();
  await app.button(app.words.continue).click();
  await app.tapAll(3, { from: 3 });
  await app.finish();
  await app.expectSent();
  expect(await link.count()).toBe(1);
  await app.button(app.words.done).click();
  await expect(page.getByRole('heading', { name: CLOSED })).toBeVisible();
});

test('what was begun after the link closed is refused, and nobody is told that it counts', async ({ page, city, browserLog }) => {
  browserLog.allow(/status of 410/);
  const link = await city.makeLink('skm-2017');
  const app = new SurveyApp(page, await link.survey());
  await app.open();
  await link.close();
  // The answers begin once every replica knows.
  await expect.poll(() => page.evaluate(async (address) => (await fetch(address)).status, link.page)).toBe(410);
  await app.tapAll(3);
  await app.finish();
  await expect(page.getByText('server tidak menerima jawaban Saudara')).toBeVisible();
  await expect(page.getByText('dihitung bersama jawaban')).toBeHidden();
  expect(await link.count()).toBe(0);
});

test('the language stays over Back, a reload and a closed tab', async ({ city, context }) => {
  const link = await city.makeLink('skm-2017');
  const survey = await link.survey();
  const first = await context.newPage();
  const app = new SurveyApp(first, survey);
  await app.open();
  await app.tap(1, 3);
  await app.expectQuestion(2);
  await app.button(app.words.other).click();
  app.language = 'en';
  await app.expectQuestion(2);
  await first.goBack();
  await app.expectQuestion(1);
  await first.reload();
  await expect(app.heading(app.words.draft)).toBeVisible();
  await first.close();

  const second = await context.newPage();
  await second.goto(link.page);
  const again = new SurveyApp(second, survey);
  await again.button(again.words.continue).click();
  again.language = 'en';
  await expect(again.heading(/ of 9\b/)).toBeVisible();
});

test('large letters leave the answers in sight of a reminder', async ({ page, city }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  const link = await city.makeLink('skm-2017');
  const app = new SurveyApp(page, await link.survey());
  await app.open();
  await app.button(app.words.skip).click();
  await expect(page.getByText(app.words.reminder)).toBeInViewport({ ratio: 1 });
  await expect(app.answers.getByRole('radio').last()).toBeInViewport({ ratio: 1 });
  const reminder = await page.getByText(app.words.reminder).boundingBox();
  const last = await app.answers.getByRole('radio').last().boundingBox();
  expect((last?.y ?? 0) + (last?.height ?? 0)).toBeLessThanOrEqual(reminder?.y ?? 0);
  await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
  const foot = await page.locator('.foot').boundingBox();
  expect(foot?.y ?? 0).toBeGreaterThan(400);
});
