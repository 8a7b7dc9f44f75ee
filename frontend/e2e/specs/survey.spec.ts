import { QUESTIONNAIRES } from '../support/city';
import { SurveyApp } from '../support/survey-app';
import { expect, expectAccessible, test } from '../support/test';

for (const questionnaire of QUESTIONNAIRES) {
  test(`${questionnaire} is tapped through from the link to the thanks and counted once`, async ({ page, city }) => {
    const link = await city.makeLink(questionnaire);
    const app = new SurveyApp(page, await link.survey());
    await app.open();
    await app.tapAll(3);
    await app.finish({ comment: 'Loket buka lebih pagi.' });
    await app.expectSent();
    expect(await link.count()).toBe(1);
  });
}

test('axe finds nothing on any screen of the walk, in both languages', async ({ page, city }) => {
  test.setTimeout(120_000);
  const onScreen = () => expectAccessible(page);
  for (const language of ['id', 'en'] as const) {
    const app = new SurveyApp(page, await (await city.makeLink('skm-2017')).survey());
    await app.open();
    if (language === 'en') {
      await app.button(app.words.other).click();
      app.language = language;
    }
    await app.expectQuestion(1);
    await app.button(app.words.skip).click();
    await expect(page.getByText(app.words.reminder)).toBeVisible();
    await onScreen();
    await app.tapAll(4, { onScreen });
    await app.finish({ onScreen });
    await app.expectSent();
    await onScreen();
  }
});

test('no question needs the network', async ({ page, city, context }) => {
  const link = await city.makeLink('skm-2017');
  const app = new SurveyApp(page, await link.survey());
  await app.open();
  await app.tap(1, 3);
  await app.expectQuestion(2);
  const asked: string[] = [];
  context.on('request', (request) => asked.push(request.url()));
  await app.tapAll(3, { from: 2 });
  expect(asked.filter((url) => !url.endsWith('/events'))).toEqual([]);
});

test('the keyboard alone is enough', async ({ page, city }) => {
  const link = await city.makeLink('skm-2017');
  const app = new SurveyApp(page, await link.survey());
  await app.open();
  const press = async (name: string, key: 'Enter' | 'Space') => {
    const target = app.answers.getByRole('radio', { name, exact: true }).or(app.button(name));
    for (let tabs = 0; !(await target.evaluate((element) => element === document.activeElement)); tabs++) {
      expect(tabs, `${name} is reached by Tab`).toBeLessThan(40);
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press(key);
  };
  for (const [index, item] of app.items.entries()) {
    await app.expectQuestion(index + 1);
    await press(item.options[2]?.id ?? '', index % 2 ? 'Enter' : 'Space');
  }
  await expect(app.heading(app.words.review)).toBeVisible();
  await press(app.words.next, 'Enter');
  const send = app.button(app.words.send);
  const prefer = app.answer(app.words.prefer);
  for (;;) {
    await expect(send.or(prefer)).toBeVisible();
    if (await send.isVisible()) break;
    const heading = page.getByRole('heading', { level: 1 });
    const before = await heading.innerText();
    await press(app.words.prefer, 'Enter');
    await expect(heading).not.toHaveText(before);
  }
  await press(app.words.send, 'Enter');
  await app.expectSent();
  expect(await link.count()).toBe(1);
});

test('arrow keys move among the answers and choose nothing', async ({ page, city }) => {
  const app = new SurveyApp(page, await (await city.makeLink('skm-2017')).survey());
  await app.open();
  await app.answers.getByRole('radio').first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(app.answers.getByRole('radio').nth(1)).toBeFocused();
  await expect(app.answers.getByRole('radio', { checked: true })).toHaveCount(0);
  await app.expectQuestion(1);
});

test('each step is announced: the heading takes the focus', async ({ page, city }) => {
  const app = new SurveyApp(page, await (await city.makeLink('skm-2017')).survey());
  await app.open();
  await app.tap(1, 4);
  await app.expectQuestion(2);
  await expect(app.heading(/^2 /)).toBeFocused();
});

test('a skipped question is reminded of once, then let go, and shown as not answered', async ({ page, city }) => {
  const app = new SurveyApp(page, await (await city.makeLink('skm-2017')).survey());
  await app.open();
  await app.button(app.words.skip).click();
  // Announced, and not below the bar.
  await expect(page.getByRole('status').filter({ hasText: app.words.reminder })).toBeInViewport({ ratio: 1 });
  await expect(page.getByText(app.words.reminder)).toBeVisible();
  await app.expectQuestion(1);
  await app.button(app.words.skipAnyway).click();
  await app.tapAll(3, { from: 2 });
  await expect(page.getByRole('button', { name: 'Tidak dijawab' })).toHaveCount(1);
});

test('back shows what was answered, and one tap in the review changes an answer', async ({ page, city }) => {
  const link = await city.makeLink('skm-2017');
  const app = new SurveyApp(page, await link.survey());
  const [first] = app.items;
  await app.open();
  await app.tap(1, 2);
  await app.expectQuestion(2);
  await app.button(app.words.back).click();
  await app.expectQuestion(1);
  await expect(app.answer(first?.options[1]?.id ?? '')).toBeChecked();
  await app.tapAll(3);
  await page.getByRole('button', { name: first?.short.id ?? '' }).first().click();
  await app.tap(1, 4);
  await expect(app.heading(app.words.review)).toBeVisible();
  await expect(page.getByRole('button', { name: first?.options[3]?.id ?? '' }).first()).toBeVisible();
  await app.finish();
  await app.expectSent();
  expect(await link.count()).toBe(1);
});

test('the browser goes back one question, not out of the survey', async ({ page, city }) => {
  const app = new SurveyApp(page, await (await city.makeLink('skm-2017')).survey());
  await app.open();
  await app.tap(1, 3);
  await app.expectQuestion(2);
  await app.tap(2, 3);
  await app.expectQuestion(3);
  await page.goBack();
  await app.expectQuestion(2);
});

test('the language changes in the middle without losing anything', async ({ page, city }) => {
  const link = await city.makeLink('skm-2017');
  const app = new SurveyApp(page, await link.survey());
  await app.open();
  await app.tap(1, 2);
  await app.tap(2, 2);
  await app.expectQuestion(3);
  await app.button(app.words.other).click();
  app.language = 'en';
  await app.expectQuestion(3);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  // A reload speaks it too.
  await page.reload();
  await expect(page.getByText(app.words.draft)).toBeVisible();
  await app.button(app.words.continue).click();
  await app.expectQuestion(3);
  await app.tapAll(3, { from: 3 });
  await expect(page.getByRole('button', { name: app.items[0]?.options[1]?.en ?? '' }).first()).toBeVisible();
  await app.finish();
  await app.expectSent();
  expect(await link.count()).toBe(1);
});

for (const questionnaire of QUESTIONNAIRES) {
test(`everything of ${questionnaire} fits a small phone: four answers without scrolling`, async ({ page, city }) => {
  const app = new SurveyApp(page, await (await city.makeLink(questionnaire)).survey());
  await app.open();
  for (let place = 1; place <= app.items.length; place++) {
    await app.expectQuestion(place);
    const last = await app.answers.getByRole('radio').last().boundingBox();
    const bar = await page.getByRole('contentinfo').boundingBox();
    expect((last?.y ?? 999) + (last?.height ?? 0), `question ${place}`).toBeLessThanOrEqual(bar?.y ?? 0);
    // Only the screen with the notice has less room than 56 px for each answer.
    expect(last?.height, `question ${place}`).toBeGreaterThanOrEqual(place === 1 ? 48 : 56);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), `question ${place}`).toBeLessThanOrEqual(360);
    await app.tap(place, 3);
  }
  await app.button(app.words.next).click();
  while (!(await app.button(app.words.send).isVisible())) {
    const heading = page.getByRole('heading', { level: 1 });
    const before = await heading.innerText();
    // No label sticks out of its button.
    const wide = await app.answers.getByRole('radio').evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth).length);
    expect(wide, before).toBe(0);
    await app.answer(app.words.prefer).click();
    await expect(heading).not.toHaveText(before);
  }
});
}

test('the first screen says what the page said before it: title, length and service', async ({ page, city, browser }) => {
  const link = await city.makeLink('skm-2017');
  const survey = await link.survey();
  const said = ['9 pertanyaan, kira-kira 1 menit', survey.title.id, 'Layanan loket'];
  const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await plain.goto(link.page);
  for (const text of said) await expect(plain.getByText(text).first()).toBeVisible();
  await plain.context().close();
  const app = new SurveyApp(page, survey);
  await app.open();
  for (const text of said) await expect(page.getByText(text).first()).toBeVisible();
  await app.tap(1, 3);
  await app.expectQuestion(2);
  await expect(page.getByText('9 pertanyaan')).toBeHidden();
});

test.describe('on a small screen', () => {
  test.use({ viewport: { width: 360, height: 640 } });

  test('the way on from the review is in sight without scrolling', async ({ page, city }) => {
    const app = new SurveyApp(page, await (await city.makeLink('terpadu-16')).survey());
    await app.open();
    for (const score of app.items.keys()) {
      await app.expectQuestion(score + 1);
      await app.button(app.words.skip).click();
      await app.button(app.words.skipAnyway).click();
    }
    const next = app.button(app.words.next);
    await expect(next).toBeInViewport({ ratio: 1 });
    await next.click();
    await expect(page.getByText('Belum ada pertanyaan yang dijawab.')).toBeInViewport({ ratio: 1 });
  });
});
