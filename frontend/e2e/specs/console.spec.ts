import { readFile } from 'node:fs/promises';
import { quarterBefore } from '../support/city';
import { ConsoleApp, NOT_SIGNED_IN, printed } from '../support/console-app';
import { expect, expectAccessible, test } from '../support/test';

const QUARTER = quarterBefore();
const YEAR = new RegExp(`period=${QUARTER.slice(0, 4)}(&|$)`);

test.use({ viewport: { width: 1280, height: 800 } });
test.beforeEach(({ browserLog }) => browserLog.allow(NOT_SIGNED_IN));

test('a wrong password is told in one sentence, and the right one leads to the figures', async ({ page, browserLog }) => {
  browserLog.allow(/status of 401 .*\/auth\/login/);
  const app = new ConsoleApp(page);
  await app.open();
  await expect(app.heading('Masuk ke Sumber Daya')).toBeVisible();
  await expectAccessible(page);
  await app.signIn({ username: 'admin', password: 'bukan kata sandi' });
  await expect(page.getByText('Nama pengguna atau kata sandi salah.')).toBeVisible();
  await expectAccessible(page);
  await app.signIn();
  await expect(page.getByRole('navigation', { name: 'Menu' }).getByRole('link').first()).toBeVisible();
});

test('signing out ends the session, also for the address that was open', async ({ page }) => {
  const app = new ConsoleApp(page);
  await app.openSignedIn('/console/units/kota');
  await page.getByRole('button', { name: 'Keluar' }).click();
  await expect(page.getByText('Saudara sudah keluar.')).toBeVisible();
  await app.open('/console/units/kota');
  await expect(app.heading('Masuk ke Sumber Daya')).toBeVisible();
});

test('the session outlives a reload, and period and service stay in the address', async ({ page, city }) => {
  const unit = await city.busiestUnit();
  const app = new ConsoleApp(page);
  await app.openSignedIn(`/console/units/${unit.code}?period=${QUARTER}`);
  await expect(app.heading(unit.name)).toBeVisible();
  await page.getByLabel('Jenis periode').selectOption({ label: 'Tahun' });
  await expect(page).toHaveURL(YEAR);
  await page.reload();
  await expect(app.heading(unit.name)).toBeVisible();
  await expect(page).toHaveURL(YEAR);
  await expect(page.getByLabel('Jenis periode').locator('option:checked')).toHaveText('Tahun');
});

test('the figures of the overview are the figures of the API', async ({ page, city }) => {
  const unit = await city.busiestUnit();
  const results = await city.results(unit.code, `period=${QUARTER}`);
  const ikm = results.indices.find(({ index }) => index === 'ikm');
  if (!ikm) throw new Error(`${unit.code} has no IKM`);
  const app = new ConsoleApp(page);
  await app.openSignedIn(`/console/units/${unit.code}?period=${QUARTER}`);
  await expect(app.heading(unit.name)).toBeVisible();
  const main = page.getByRole('main');
  await expect(main.getByText(printed(ikm.converted), { exact: true }).first()).toBeVisible();
  for (const element of ikm.elements) {
    await expect(main.getByText(printed(element.converted)).filter({ visible: true }).first(), element.code).toBeVisible();
  }
  await expect(main.getByText(new RegExp(`\\b${results.n}\\b`)).filter({ visible: true }).first()).toBeVisible();
  await expectAccessible(page);
});

test('an answer given now is counted in the figures after a reload', async ({ page, city }) => {
  const link = await city.makeLink('skm-2017');
  const app = new ConsoleApp(page);
  await app.openSignedIn(`/console/units/${link.unit}?period=current`);
  await expect(page.getByText(/^Belum ada jawaban pada/)).toBeVisible();
  await expectAccessible(page);
  await link.answer(4);
  await page.reload();
  await expect(page.getByText('Responden baru 1')).toBeVisible();
  await expect(page.getByText('100,00').first()).toBeVisible();
});

test('a session that ends is renewed over the page, with address and filters as they were', async ({ page, city, context, browserLog }) => {
  browserLog.allow(/status of 401/);
  const unit = await city.busiestUnit();
  const app = new ConsoleApp(page);
  await app.openSignedIn(`/console/units/${unit.code}?period=${QUARTER}`);
  await expect(app.heading(unit.name)).toBeVisible();
  // The server forgets the session; what the page asks next is refused.
  await context.clearCookies();
  await context.route('**/api/v1/units/**', (route) => route.fulfill({
    status: 401,
    contentType: 'application/problem+json',
    body: JSON.stringify({ type: 'about:blank', title: 'Token expired', status: 401, code: 'token_expired', detail: '', hint: '', request_id: '0', errors: [] }),
  }));
  await page.getByLabel('Jenis periode').selectOption({ label: 'Tahun' });
  const dialog = page.getByRole('dialog', { name: 'Sesi berakhir' });
  await expect(dialog).toBeVisible();
  // Who is expected is filled in already.
  await expect(dialog.getByRole('textbox', { name: 'Kata sandi' })).toBeFocused();
  await expectAccessible(page);
  await context.unroute('**/api/v1/units/**');
  await dialog.getByRole('textbox', { name: 'Kata sandi' }).fill('sandi untuk pengujian');
  await dialog.getByRole('button', { name: 'Masuk', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(page).toHaveURL(YEAR);
  await expect(app.heading(unit.name)).toBeVisible();
});

test('an address without a screen says so and keeps the menu', async ({ page }) => {
  const app = new ConsoleApp(page);
  await app.openSignedIn('/console/tidak-ada');
  await expect(app.heading('Halaman tidak ditemukan')).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Menu' })).toBeVisible();
});

test('every component in every state is accessible', async ({ page, browserLog }) => {
  // One of them shows what the API refuses.
  browserLog.allow(/status of 404/);
  await new ConsoleApp(page).openSignedIn('/console/_ui');
  await expect(page.getByRole('heading', { name: 'Komponen', level: 1 })).toBeVisible();
  await expectAccessible(page);
});

test('the city shows the headline of the API, its recap as files, and leads into a unit', async ({ page, city }) => {
  const app = new ConsoleApp(page);
  await app.openSignedIn(`/console/city?period=${QUARTER}`);
  type Recap = { indices: { converted: string }[]; units: { code: string; name: string; n: number }[] };
  const recap = await city.call<Recap>('GET', `/recap?period=${QUARTER}`);
  const headline = recap.indices[0]?.converted.replace('.', ',') ?? '';
  await expect(page.locator('.headline').first()).toContainText(headline);
  for (const [name, file, begin] of [
    ['Rekap (PDF)', `rekap-skm-${QUARTER}.pdf`, '%PDF'],
    ['Rekap (Excel)', `rekap-skm-${QUARTER}.xlsx`, 'PK'],
  ] as const) {
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name }).click();
    const download = await waiting;
    expect(download.suggestedFilename()).toBe(file);
    expect((await readFile(await download.path())).toString('latin1', 0, begin.length)).toBe(begin);
  }
  const answered = recap.units.find(({ n }) => n > 0);
  await page.getByRole('link', { name: answered?.name ?? '', exact: true }).click();
  await expect(app.heading(answered?.name ?? '')).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`/console/units/${answered?.code}\\?period=${QUARTER}$`));
});

test('an operator is told which screens are the administrators\u2019, and led back', async ({ page, city }) => {
  const unit = await city.busiestUnit();
  const app = new ConsoleApp(page);
  await app.openSignedIn('/console/accounts', await city.makeOperator(unit.code));
  for (const path of ['accounts', 'keys', 'units', 'city', 'reports', 'template']) {
    await page.goto(`/console/${path}`);
    await expect(app.heading('Halaman ini untuk administrator kota')).toBeVisible();
  }
  await page.getByRole('link', { name: 'Buka unit Saudara' }).click();
  await expect(app.heading(unit.name)).toBeVisible();
});

test('an operator who follows the address of another unit is led back to the own one', async ({ page, city }) => {
  const [unit, other] = [await city.busiestUnit(), await city.makeUnit()];
  const app = new ConsoleApp(page);
  await app.openSignedIn(`/console/units/${unit.code}`, await city.makeOperator(unit.code));
  await expect(app.heading(unit.name)).toBeVisible();
  for (const path of ['kota', 'kota/links', `${other}/links`, `${other}/comments`]) {
    await page.goto(`/console/units/${path}`);
    await expect(app.heading('Unit ini di luar wewenang Saudara')).toBeVisible();
    await expect(page.getByRole('button', { name: /Buat tautan|Coba lagi/ })).toHaveCount(0);
  }
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Buka unit Saudara' }).click();
  await expect(app.heading(unit.name)).toBeVisible();
});

test('the services of all units are named with their unit, the most answered first', async ({ page, city }) => {
  const { services } = await city.results('kota', `period=${QUARTER}&subtree=true`);
  const most = [...services].sort((a, b) => b.n - a.n)[0];
  await new ConsoleApp(page).openSignedIn(`/console/units/kota?period=${QUARTER}`);
  const card = page.locator('.card').filter({ has: page.getByRole('heading', { name: 'Menurut layanan' }) });
  await expect(card.locator('tbody tr')).toHaveCount(20);
  const units = await city.call<{ items: { code: string; name: string }[] }>('GET', '/units?limit=200');
  await expect(card.locator('tbody tr').first()).toContainText(units.items.find(({ code }) => code === most?.unit)?.name ?? 'a unit that is listed');
  await card.getByRole('button', { name: /^Tampilkan semua/ }).click();
  await expect(card.locator('tbody tr')).toHaveCount(services.length);
  await expect(card.getByRole('button', { name: /^Tampilkan semua/ })).toBeHidden();
});

test('a sample is still to be reached while the period runs, and missed after it', async ({ page }) => {
  await new ConsoleApp(page).openSignedIn(`/console/city?period=${QUARTER}`);
  const state = page.getByLabel('Saringan');
  await expect(state.getByRole('option', { name: /^Sampel tidak tercapai/ })).toHaveCount(1);
  await expect(page.getByText(/masih kurang responden|belum tercapai/)).toHaveCount(0);
});

test('nothing on the overview moves when its figures come', async ({ page, city, context }) => {
  const unit = await city.busiestUnit();
  await new ConsoleApp(page).openSignedIn(`/console/units/${unit.code}?period=${QUARTER}`);
  await expect(page.locator('.chart-card').first()).toBeVisible();
  // What stands around the figures comes first, as it does on a slow line.
  const around = page.waitForResponse('**/api/v1/units?limit=200');
  await context.route('**/results?**', async (route) => {
    await around;
    await route.continue();
  });
  await page.addInitScript(() => {
    const moved = { sum: 0 };
    Object.assign(window, { moved });
    const add = (list: PerformanceObserverEntryList) => list.getEntries().forEach((entry) => (moved.sum += (entry as unknown as { value: number }).value));
    new PerformanceObserver(add).observe({ type: 'layout-shift', buffered: true });
  });
  await page.reload();
  await expect(page.locator('.chart-card').first()).toBeVisible();
  await expect(page.locator('.loaded[aria-busy]')).toHaveCount(0);
  expect(await page.evaluate(() => (window as unknown as { moved: { sum: number } }).moved.sum)).toBeLessThan(0.05);
});

test('an overview that cannot be read is headed by the unit\u2019s name, or by what it is', async ({ page, city, context, browserLog }) => {
  browserLog.allow(/status of 503/);
  const unit = await city.busiestUnit();
  const app = new ConsoleApp(page);
  const busy = { type: 'about:blank', title: 'Busy', status: 503, code: 'busy', detail: '', hint: '', request_id: '0', errors: [] };
  const fail = (pattern: string) => context.route(pattern, (route) => route.fulfill({ status: 503, contentType: 'application/problem+json', body: JSON.stringify(busy) }));
  await fail('**/results?**');
  await app.openSignedIn(`/console/units/${unit.code}?period=${QUARTER}`);
  await expect(app.heading(unit.name)).toBeVisible();
  await fail('**/api/v1/units?**');
  await page.reload();
  await expect(app.heading('Ringkasan')).toBeVisible();
});

test('documents of all units are offered for the quarter that is over', async ({ page }) => {
  await new ConsoleApp(page).openSignedIn('/console/report-jobs');
  await expect(page.getByLabel('Periode', { exact: true })).toHaveValue(QUARTER);
});

test.describe('on a small screen', () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test('no screen is wider than the window', async ({ page, city, browserLog }) => {
    browserLog.allow(/status of 404/);
    const [unit, app] = [await city.busiestUnit(), new ConsoleApp(page)];
    await app.openSignedIn('/console/city');
    const screens = ['kota', unit.code, 'rsud', 'mpp'].map((unit) => `units/${unit}?period=${QUARTER}`);
    const others = ['comments', 'links', 'profile', 'historic', 'reports'].map((screen) => `units/${unit.code}/${screen}`);
    for (const path of ['city', ...screens, ...others, 'units', 'accounts', 'keys', 'reports', 'report-jobs', '_ui']) {
      await page.goto(`/console/${path}`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      if (path !== '_ui') await expect(page.locator('.sk')).toHaveCount(0);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(360);
    }
  });

  test('what can be done with a chart stands beside its subject', async ({ page, city }) => {
    const unit = await city.busiestUnit();
    await new ConsoleApp(page).openSignedIn(`/console/units/${unit.code}?period=${QUARTER}`);
    const heads = page.locator('.chart-card .ch');
    await expect(heads.first()).toBeVisible();
    for (const head of await heads.all()) {
      const [subject, act] = await Promise.all([head.locator('h2').boundingBox(), head.getByRole('button').first().boundingBox()]);
      if (!subject || !act) throw new Error('a chart without a head');
      expect(act.x).toBeGreaterThanOrEqual(subject.x + subject.width);
      expect(Math.abs(act.y + act.height / 2 - subject.y - 11)).toBeLessThan(12);
    }
  });
});
