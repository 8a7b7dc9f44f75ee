import { QUESTIONNAIRES } from '../support/city';
import { PlainForm } from '../support/plain-form';
import { expect, test } from '../support/test';

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  for (const questionnaire of QUESTIONNAIRES) {
    test(`${questionnaire} goes from the link to the thanks and is counted once`, async ({ page, city }) => {
      const link = await city.makeLink(questionnaire);
      await page.goto(link.page);
      const form = new PlainForm(page);
      await form.answerAll(await link.survey(), 3);
      await form.comment.fill('Loket buka lebih pagi.');
      await form.send();
      await form.expectThanks();
      expect(await link.count()).toBe(1);
    });
  }

  test('an empty survey comes back with a sentence that says what is missing', async ({ page, city, browserLog }) => {
    browserLog.allow(/status of 422/);
    const link = await city.makeLink('skm-2017');
    await page.goto(link.page);
    await new PlainForm(page).send();
    await expect(page.getByRole('alert')).toContainText('Belum ada pertanyaan yang dijawab');
    expect(await link.count()).toBe(0);
  });

  test('an error keeps everything that was filled in', async ({ page, city, browserLog }) => {
    browserLog.allow(/status of 422/);
    const link = await city.makeLink('terpadu-16');
    const survey = await link.survey();
    await page.goto(link.page);
    const form = new PlainForm(page);
    await form.answerAll(survey, 4);
    // What is said of disability may be kept with consent only: without the tick the form comes back.
    const sensitive = survey.profile.find(({ consent }) => consent);
    const question = page.getByRole('group', { name: sensitive?.text.id ?? 'none' });
    await question.getByRole('radio').first().check();
    await form.comment.fill('Sudah baik.');
    await form.send();

    await expect(page.getByRole('alert')).toContainText('Centang persetujuan');
    const asked = survey.services[0]?.items.length ?? 0;
    for (let place = 1; place <= asked; place++) {
      await expect(form.question(place).getByRole('radio').nth(3)).toBeChecked();
    }
    await expect(form.comment).toHaveValue('Sudah baik.');
    expect(await link.count()).toBe(0);

    await page.getByRole('checkbox').check();
    await form.send();
    await form.expectThanks();
    expect(await link.count()).toBe(1);
  });

  test('the language changes without losing an answer', async ({ page, city }) => {
    const link = await city.makeLink('skm-2017');
    const survey = await link.survey();
    await page.goto(link.page);
    await new PlainForm(page).answerAll(survey, 2);
    await page.getByRole('button', { name: 'English' }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    const form = new PlainForm(page, 'en');
    for (let place = 1; place <= survey.items.length; place++) {
      await expect(form.question(place).getByRole('radio').nth(1)).toBeChecked();
    }
    await form.send();
    await form.expectThanks();
    expect(await link.count()).toBe(1);
  });

  test('the service comes first where it decides what is asked', async ({ page, city }) => {
    const unit = await city.makeUnit([
      { code: 'loket', name: 'Layanan loket', mode: 'counter', free: true },
      { code: 'daring', name: 'Layanan daring', mode: 'online', free: true },
    ]);
    const link = await city.makeLink('terpadu-16', { unit });
    await page.goto(link.page);
    await page.getByRole('link', { name: 'Layanan daring' }).click();
    const survey = await link.survey();
    const form = new PlainForm(page);
    await form.answerAll(survey, 3, survey.services.find(({ code }) => code === 'daring'));
    await form.send();
    await form.expectThanks();
    const { services } = await city.results(unit);
    expect(services.map(({ code, n }) => [code, n])).toEqual([['daring', 1]]);
  });

  test('sending the same page twice counts once', async ({ page, city }) => {
    const link = await city.makeLink('skm-2017');
    await page.goto(link.page);
    const form = new PlainForm(page);
    await form.answerAll(await link.survey(), 3);
    await page.getByRole('button', { name: 'Kirim jawaban' }).dblclick();
    await form.expectThanks();
    expect(await link.count()).toBe(1);
  });

  test('who goes back after the thanks finds a clean form', async ({ page, city }) => {
    const link = await city.makeLink('skm-2017');
    await page.goto(link.page);
    const form = new PlainForm(page);
    const blank = await page.getByRole('radio', { checked: true }).count();
    await form.answerAll(await link.survey(), 3);
    await form.send();
    await form.expectThanks();
    await page.goBack();
    await expect(form.question(1)).toBeVisible();
    await expect(page.getByRole('radio', { checked: true })).toHaveCount(blank);
    expect(await link.count()).toBe(1);
  });

  test('a link closed meanwhile still takes what was begun, and a new visitor is told', async ({ page, city, browserLog }) => {
    browserLog.allow(/status of 4\d\d/);
    const link = await city.makeLink('skm-2017');
    await page.goto(link.page);
    const form = new PlainForm(page);
    await form.answerAll(await link.survey(), 3);
    await link.close();
    await form.send();
    await form.expectThanks();
    expect(await link.count()).toBe(1);
    // A replica may believe for three seconds that the link is open.
    await expect(async () => {
      await page.goto(link.page);
      await expect(page.getByRole('heading', { name: 'Survei ini sudah ditutup' })).toBeVisible({ timeout: 200 });
    }).toPass();
  });

  test('a link that nobody made says so and what to do', async ({ page, browserLog }) => {
    browserLog.allow(/status of 404/);
    await page.goto('/s/zzzzzzzz');
    await expect(page.getByRole('heading', { name: 'Survei tidak ditemukan' })).toBeVisible();
    await expect(page.getByText('mintalah tautannya kepada petugas')).toBeVisible();
  });
});
