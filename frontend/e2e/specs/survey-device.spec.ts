import { SurveyApp } from '../support/survey-app';
import type { City } from '../support/city';
import { expect, expectAccessible, test } from '../support/test';

/** What happens to answers when the device, the network or the respondent lets them down. */

const NO_NETWORK = /ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to fetch/;

test('answers given without network wait on the device and are delivered once', async ({ page, city, context, browserLog }) => {
  browserLog.allow(NO_NETWORK);
  const link = await city.makeLink('skm-2017');
  const app = new SurveyApp(page, await link.survey());
  await app.open();
  await app.tap(1, 3);
  await app.expectQuestion(2);
  await context.setOffline(true);
  await app.tapAll(3, { from: 2 });
  await app.finish();
  await expect(page.getByText(app.words.stored)).toBeVisible();
  expect(await link.count()).toBe(0);

  await context.setOffline(false);
  await app.expectSent();
  expect(await link.count()).toBe(1);
  await page.reload();
  await app.expectQuestion(1);
  expect(await link.count()).toBe(1);
});

test('on a device without network everybody is told that the answers are stored there', async ({ page, city, context, browserLog }) => {
  test.slow();
  browserLog.allow(NO_NETWORK);
  const link = await city.makeLink('skm-2017');
  const app = new SurveyApp(page, await link.survey());
  await app.open();
  await context.setOffline(true);
  // One more than are tried in a round.
  for (const score of [4, 3, 2, 1] as const) {
    await app.tapAll(score);
    await app.finish();
    await expect(page.getByText(app.words.stored)).toBeVisible();
    await app.button(app.words.done).click();
    await app.expectQuestion(1);
  }
  // Whoever comes next is told so below the first question, whose answers stay in sight.
  await expect(page.getByText('4 jawaban tersimpan di perangkat ini, belum terkirim.')).toBeInViewport({ ratio: 1 });
  await expect(app.answers.getByRole('radio').last()).toBeInViewport({ ratio: 1 });
  await context.setOffline(false);
  await expect.poll(() => link.count()).toBe(4);
  await expect(page.getByRole('status').filter({ hasText: '4 jawaban yang tersimpan sudah terkirim.' })).toBeVisible();
  await expect(page.getByText('belum terkirim')).toBeHidden();
});

test.describe('on a tablet on a counter', () => {
  const left = async (city: City, unit: string) => {
    const { left } = await city.call<{ left: { step: number; n: number }[] }>('GET', `/units/${unit}/completion`);
    return left.map(({ step, n }) => [step, n]);
  };

  test('whoever stops is asked, and what they filled in goes when nobody answers', async ({ page, city }) => {
    await page.clock.install();
    const link = await city.makeLink('skm-2017', { channel: 'kiosk' });
    const app = new SurveyApp(page, await link.survey());
    await app.open();
    await app.tap(1, 2);
    await app.expectQuestion(2);
    await app.button(app.words.other).click();
    app.language = 'en';
    await app.expectQuestion(2);
    const dialog = page.getByRole('alertdialog', { name: 'Still there?' });
    await page.clock.fastForward(61_000);
    await expect(dialog).toContainText(/deleted in \d+ seconds/);
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'I am still answering' }).click();
    await expect(dialog).toBeHidden();
    await app.expectQuestion(2);

    await page.clock.fastForward(61_000);
    await expect(dialog).toBeVisible();
    await page.clock.runFor(16_000);
    await expect(dialog).toBeHidden();
    // In the language of the page, with nothing chosen, and nothing to go on with.
    app.language = 'id';
    await app.expectQuestion(1);
    await expect(app.answers.getByRole('radio', { checked: true })).toHaveCount(0);
    await expect.poll(() => left(city, link.unit)).toEqual([[2, 1]]);
    await page.reload();
    await app.expectQuestion(1);
    expect(await link.count()).toBe(0);
  });

  test('after the thanks it goes back by itself', async ({ page, city }) => {
    await page.clock.install();
    const link = await city.makeLink('skm-2017', { channel: 'kiosk' });
    const app = new SurveyApp(page, await link.survey());
    await app.open();
    await app.tapAll(4);
    await app.finish();
    await app.expectSent();
    await page.clock.runFor(31_000);
    await app.expectQuestion(1);
    // Nobody is asked before anybody came.
    await page.clock.fastForward(61_000);
    await expect(page.getByRole('alertdialog')).toBeHidden();
  });
});

test('answers waiting on the device survive a closed tab', async ({ city, context, browserLog }) => {
  browserLog.allow(NO_NETWORK);
  const link = await city.makeLink('skm-2017');
  const first = await context.newPage();
  const app = new SurveyApp(first, await link.survey());
  await app.open();
  await context.setOffline(true);
  await app.tapAll(4);
  await app.finish();
  await expect(first.getByText(app.words.stored)).toBeVisible();
  await first.close();

  await context.setOffline(false);
  const second = await context.newPage();
  await new SurveyApp(second, await link.survey()).open();
  await expect.poll(() => link.count()).toBe(1);
});

test.describe('without the service worker, whose requests cannot be held', () => {
  test.use({ serviceWorkers: 'block' });

  test('a lost answer to the sending does not count twice', async ({ page, city, context, browserLog }) => {
    browserLog.allow(NO_NETWORK);
    const link = await city.makeLink('skm-2017');
    const app = new SurveyApp(page, await link.survey());
    await app.open();
    await app.tapAll(3);
    // The server takes it, but its answer is lost on the way, once; the next try waits until the screen was read.
    let lost = 0;
    let read = () => {};
    const isRead = new Promise<void>((resolve) => (read = resolve));
    await context.route('**/responses/*', async (route) => {
      if (lost++ > 0) return isRead.then(() => route.continue());
      await route.fetch();
      await route.abort();
    });
    await app.finish();
    await expect(page.getByText(app.words.stored)).toBeVisible();
    read();
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await app.expectSent();
    expect(lost).toBeGreaterThan(1);
    expect(await link.count()).toBe(1);
  });
});

test('a reload in the middle offers to go on where it was', async ({ page, city }) => {
  const link = await city.makeLink('skm-2017');
  const app = new SurveyApp(page, await link.survey());
  await app.open();
  await app.tap(1, 2);
  await app.tap(2, 2);
  await app.expectQuestion(3);
  await page.reload();
  await expect(app.heading(app.words.draft)).toBeVisible();
  await app.button(app.words.continue).click();
  await app.tapAll(3, { from: 3 });
  await expect(page.getByRole('button', { name: app.items[0]?.options[1]?.id ?? '' }).first()).toBeVisible();
  await app.finish();
  await app.expectSent();
  expect(await link.count()).toBe(1);
});

test('who does not want the draft of another begins clean', async ({ page, city }) => {
  const link = await city.makeLink('skm-2017');
  const app = new SurveyApp(page, await link.survey());
  await app.open();
  await app.tap(1, 1);
  await app.expectQuestion(2);
  await page.reload();
  await app.button(app.words.startOver).click();
  await app.expectQuestion(1);
  await expect(app.answers.getByRole('radio', { checked: true })).toHaveCount(0);
  await page.reload();
  await app.expectQuestion(1);
});

test('a reload without network works, and goes on', async ({ page, city, context, browserLog }) => {
  browserLog.allow(NO_NETWORK);
  const link = await city.makeLink('skm-2017');
  const app = new SurveyApp(page, await link.survey());
  await app.open();
  await app.tap(1, 3);
  await app.expectQuestion(2);
  // The service worker has what the page needs.
  await expect
    .poll(() => page.evaluate(async () => (await caches.match(location.pathname)) !== undefined))
    .toBe(true);
  await context.setOffline(true);
  await page.reload();
  await expect(app.heading(app.words.draft)).toBeVisible();
  await app.button(app.words.continue).click();
  await app.expectQuestion(2);
});

test('two tabs are two respondents', async ({ city, context }) => {
  const link = await city.makeLink('skm-2017');
  const survey = await link.survey();
  const [one, two] = [new SurveyApp(await context.newPage(), survey), new SurveyApp(await context.newPage(), survey)];
  await one.open();
  await two.open();
  await one.tap(1, 1);
  await one.expectQuestion(2);
  await two.tapAll(4);
  await one.tapAll(2, { from: 2 });
  await two.finish();
  await two.expectSent();
  await one.finish();
  await one.expectSent();
  expect(await link.count()).toBe(2);
});

test('the next person on the same device begins clean', async ({ page, city }) => {
  const link = await city.makeLink('skm-2017');
  const app = new SurveyApp(page, await link.survey());
  await app.open();
  await app.tapAll(4);
  await app.finish();
  await app.expectSent();
  await app.button(app.words.done).click();
  await app.expectQuestion(1);
  await expect(app.answers.getByRole('radio', { checked: true })).toHaveCount(0);
  await app.tapAll(2);
  await app.finish();
  await app.expectSent();
  expect(await link.count()).toBe(2);
});

test('a link closed while the survey is filled in still takes what was begun before', async ({ page, city }) => {
  const link = await city.makeLink('skm-2017');
  const app = new SurveyApp(page, await link.survey());
  await app.open();
  await app.tap(1, 3);
  await app.expectQuestion(2);
  await link.close();
  await app.tapAll(3, { from: 2 });
  await app.finish();
  await app.expectSent();
  expect(await link.count()).toBe(1);
});

test('where the application does not arrive, the form stands', async ({ page, city, context, browserLog }) => {
  browserLog.allow(/ERR_FAILED|Failed to fetch/);
  await context.route('**/assets/*.wasm', (route) => route.abort());
  const link = await city.makeLink('skm-2017');
  await page.goto(link.page);
  await expect(page.getByRole('group', { name: /^2 dari 9 / })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Kirim jawaban' })).toBeVisible();
});

test('a reload is no leaving: who goes on is taken out of the places where people leave', async ({ page, city }) => {
  const link = await city.makeLink('skm-2017');
  const app = new SurveyApp(page, await link.survey());
  const left = async () => {
    const { left } = await city.call<{ left: { step: number; n: number }[] }>('GET', `/units/${link.unit}/completion`);
    return left.map(({ step, n }) => [step, n]);
  };
  await app.open();
  await app.tap(1, 3);
  await app.tap(2, 3);
  await app.expectQuestion(3);
  await page.reload();
  await expect(app.heading(app.words.draft)).toBeVisible();
  // Whoever closed the page here would have left at the third question.
  await expect.poll(left).toEqual([[3, 1]]);
  await app.button(app.words.continue).click();
  await app.expectQuestion(3);
  await expect.poll(left).toEqual([]);
  await app.tapAll(4, { from: 3 });
  await app.finish();
  await app.expectSent();
  expect(await left()).toEqual([]);
});
