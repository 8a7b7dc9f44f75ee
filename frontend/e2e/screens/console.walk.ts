import { quarterBefore } from '../support/city';
import { ConsoleApp, NOT_SIGNED_IN } from '../support/console-app';
import { expect } from '../support/test';
import { walk } from '../support/walk';

const QUARTER = quarterBefore();

walk.beforeEach(async ({ browserLog, context, look }) => {
  browserLog.allow(NOT_SIGNED_IN);
  await context.addInitScript((language) => {
    // The empty page before the first address has no storage.
    if (location.protocol.startsWith('http')) localStorage.setItem('sumberdaya.language', language);
  }, look.language);
});

walk('signing in', async ({ page, album, browserLog }) => {
  browserLog.allow(/status of 401/);
  const app = new ConsoleApp(page);
  await app.open();
  await expect(app.userName).toBeVisible();
  await album('console').take('0-login');
  await app.signIn({ username: 'admin', password: 'bukan kata sandi' });
  await expect(page.getByText(/salah|wrong/)).toBeVisible();
  await album('console').take('0-login-wrong');
});

walk('a unit', async ({ page, city, album }) => {
  const unit = await city.busiestUnit();
  const app = new ConsoleApp(page);
  await app.openSignedIn(`/console/units/${unit.code}?period=${QUARTER}`);
  await expect(app.heading(unit.name)).toBeVisible();
  await expect(page.locator('.loaded[aria-busy]')).toHaveCount(0);
  await album('console').take('1-overview');
  await page.goto(`/console/units/${unit.code}/comments?period=${QUARTER}`);
  await expect(page.getByRole('searchbox')).toBeVisible();
  await expect(page.locator('.loaded[aria-busy]')).toHaveCount(0);
  await album('console').take('2-comments');
});

walk('a unit that nobody answered, and one with three answers', async ({ page, city, album }) => {
  const link = await city.makeLink('skm-2017');
  const app = new ConsoleApp(page);
  await app.openSignedIn(`/console/units/${link.unit}?period=current`);
  await expect(page.locator('.empty')).toBeVisible();
  await album('console').take('3-overview-empty');
  for (const score of [2, 3, 4]) await link.answer(score);
  await page.reload();
  await expect(page.locator('.chart-card').first()).toBeVisible();
  await expect(page.locator('.loaded[aria-busy]')).toHaveCount(0);
  await album('console').take('3-overview-few');
});

walk('figures on their way, and figures that do not come', async ({ page, city, context, album, browserLog }) => {
  browserLog.allow(/status of 503|ERR_/);
  const unit = await city.busiestUnit();
  const app = new ConsoleApp(page);
  let answer = () => {};
  const held = new Promise<void>((resolve) => (answer = resolve));
  await context.route('**/results?**', async (route) => {
    await held;
    await route.fulfill({
      status: 503,
      contentType: 'application/problem+json',
      body: JSON.stringify({ type: 'about:blank', title: 'Busy', status: 503, code: 'busy', detail: '', hint: '', request_id: '0', errors: [] }),
    });
  });
  await app.openSignedIn(`/console/units/${unit.code}?period=${QUARTER}`);
  await expect(page.locator('.sk-all').first()).toBeVisible();
  await album('console').take('4-overview-loading', { whole: false });
  answer();
  await expect(page.locator('.sk-all')).toHaveCount(0);
  await album('console').take('4-overview-failed', { whole: false });
});

walk('the city', async ({ page, album }) => {
  const app = new ConsoleApp(page);
  await app.openSignedIn(`/console/city?period=${QUARTER}`);
  await expect(page.getByRole('table').first()).toBeVisible();
  await album('console').take('5-city');
});

walk('units and links', async ({ page, city, album }) => {
  const unit = await city.busiestUnit();
  const app = new ConsoleApp(page);
  await app.openSignedIn('/console/units');
  await expect(page.getByRole('searchbox')).toBeVisible();
  await album('console').take('6-units', { whole: false });
  await page.getByRole('button', { name: /^(Tambah unit|Add a unit)$/ }).click();
  await album('console').take('6-units-add', { whole: false });
  await page.goto(`/console/units/${unit.code}/links`);
  await expect(page.locator('.loaded[aria-busy]')).toHaveCount(0);
  await expect(page.locator('svg[role=img], img').first()).toBeVisible();
  await album('console').take('6-links');
});

walk('what a report needs', async ({ page, city, album }) => {
  const unit = await city.makeUnit();
  await city.replace(`/units/${unit}/profile`, {
    address: 'Jalan Kuin Utara RT 5 Nomor 12, Banjarmasin 70127',
    place: 'Banjarmasin',
    head: { position: 'Lurah Kuin Utara', name: 'Hj. Noor Aida, S.Sos., M.AP.', rank: 'Penata Tingkat I (III/d)' },
  });
  await city.replace(`/units/${unit}/rounds/${QUARTER}`, {
    activities: [{ activity: 'Pengumpulan data', from: '2026-07-06', to: '2026-09-18', working_days: 53 }],
    forum: { date: '2026-10-08', place: 'Aula' },
    published_at: ['Papan pengumuman'],
  });
  await city.put(`/units/${unit}/historic-points`, { period: '2024-S2', value: '82.41', grade: 'B', n: 150, source: 'Laporan SKM 2024' });
  const app = new ConsoleApp(page);
  await app.openSignedIn(`/console/units/${unit}/profile`);
  for (const screen of ['profile', `rounds/${QUARTER}`, 'historic']) {
    await page.goto(`/console/units/${unit}/${screen}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('.sk-all, .loaded[aria-busy]')).toHaveCount(0);
    await album('console').take(`9-${screen.replace(/\/.*/, '')}`);
  }
});

walk('the template, and documents of all units', async ({ page, album }) => {
  const app = new ConsoleApp(page);
  await app.openSignedIn('/console/template');
  await expect(page.getByRole('img', { name: /^(Halaman|Page) 1/ })).toHaveAttribute('src', /^blob:/, { timeout: 60_000 });
  await page.locator('details.chapter > summary').first().click();
  await album('console').take('9-template');
  await page.goto('/console/report-jobs');
  await expect(page.locator('.sk-all, .loaded[aria-busy]')).toHaveCount(0);
  await album('console').take('9-report-jobs');
});

walk('accounts, keys, own password', async ({ page, album }) => {
  const app = new ConsoleApp(page);
  await app.openSignedIn('/console/accounts');
  for (const screen of ['accounts', 'keys', 'password']) {
    await page.goto(`/console/${screen}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('.loaded[aria-busy]')).toHaveCount(0);
    await album('console').take(`7-${screen}`);
  }
});

walk('every component', async ({ page, album, browserLog }) => {
  // One of them shows what the API refuses.
  browserLog.allow(/status of 404/);
  await new ConsoleApp(page).openSignedIn('/console/_ui');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await album('console').take('8-components');
});
