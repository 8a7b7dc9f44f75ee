import { ConsoleApp, NOT_SIGNED_IN } from '../support/console-app';
import { quarterBefore } from '../support/city';
import { scores } from '../support/closed-quarter';
import type { Report } from '../support/bodies';
import { reportedUnit } from '../support/report-page';
import { expect } from '../support/test';
import { walk } from '../support/walk';

walk.beforeEach(async ({ browserLog, context, look }) => {
  browserLog.allow(NOT_SIGNED_IN);
  await context.addInitScript((language) => {
    if (location.protocol.startsWith('http')) localStorage.setItem('sumberdaya.language', language);
  }, look.language);
});

walk('reports of a unit', async ({ page, city, album }) => {
  const link = await city.makeLink('skm-2017');
  const app = new ConsoleApp(page);
  await app.openSignedIn(`/console/units/${link.unit}/reports`);
  await expect(page.locator('.empty')).toBeVisible();
  await album('report').take('1-none');
  await page.locator('.head .btn').click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await album('report').take('1-make', { whole: false });
});

walk('a report being written', async ({ page, city, album }) => {
  const unit = await city.busiestUnit();
  const quarter = quarterBefore();
  const known = await city.call<{ items: Report[] }>('GET', `/reports?unit=${unit.code}&period=${quarter}`);
  const report = known.items[0] ?? (await city.call<Report>('POST', '/reports', { unit: unit.code, period: quarter }));
  const app = new ConsoleApp(page);
  await app.openSignedIn(`/console/reports/${report.id}`);
  await expect(page.getByRole('heading', { level: 3 }).first()).toBeVisible();
  await album('report').take('2-draft');
  await page.locator('.words-foot .btn').first().click();
  await page.locator('.figures summary').click();
  await album('report').take('2-editing', { whole: false });
  await page.locator('.words.editing .acts .btn').nth(1).click();
  await page.locator('.head').getByRole('button').last().click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await album('report').take('2-submitting', { whole: false });
  await page.keyboard.press('Escape');
  await page.goto(`/console/reports/${report.id}?view=pages`);
  await expect(page.locator('.page-picture img').first()).toHaveAttribute('src', /^blob:/, { timeout: 60_000 });
  await album('report').take('2-pages', { whole: false });
  await page.goto('/console/reports');
  await expect(page.getByRole('table').first()).toBeVisible();
  await album('report').take('3-all');
});

walk('a report that is frozen, published, and superseded', async ({ page, city, album }) => {
  const reported = await reportedUnit(city);
  const made = await city.call<Report>('POST', '/reports', { unit: reported.unit, period: quarterBefore() });
  const app = new ConsoleApp(page);
  await city.step(made.id, 'submit');
  reported.importAnswers([scores(4)]);
  await app.openSignedIn(`/console/reports/${made.id}`);
  await expect(page.locator('.late')).toBeVisible();
  await album('report').take('4-submitted');
  await city.step(made.id, 'publish');
  await page.reload();
  await expect(page.locator('.public')).toBeVisible();
  await album('report').take('5-published');
  const revision = await city.call<Report>('POST', `/reports/${made.id}/revise`, {});
  await city.step(revision.id, 'submit');
  await city.step(revision.id, 'publish');
  await page.reload();
  await expect(page.locator('.notice').first()).toBeVisible();
  await album('report').take('6-superseded', { whole: false });
});
