import { City } from '../support/city';
import { ConsoleApp, NOT_SIGNED_IN } from '../support/console-app';
import { Installation } from '../support/installation';
import { expect, expectAccessible, test as shared } from '../support/test';

/** A server of their own: all reports of a city follow its one template. */
const test = shared.extend<object, { own: Installation }>({
  own: [
    async ({}, use) => {
      const own = await Installation.start({ responses: 400 });
      await use(own);
      await own.stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: async ({ own }, use) => use(own.base),
  city: [async ({ own }, use) => use(await City.signIn(own.base)), { scope: 'worker' }],
});

test.use({ viewport: { width: 1360, height: 900 } });
test.beforeEach(({ browserLog }) => browserLog.allow(NOT_SIGNED_IN));
// One test after another changes it.
test.describe.configure({ mode: 'serial', timeout: 120_000 });

test('the template is edited beside its pages, and stored', async ({ page, city, browserLog }) => {
  browserLog.allow(/status of 422/);
  const app = new ConsoleApp(page);
  await app.openSignedIn('/console/template');
  await expect(app.heading('Naskah laporan')).toBeVisible();
  await expect(page.getByText(/^1 dari \d\d$/)).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('img', { name: /^Halaman 1 dari \d+, contoh$/ })).toHaveJSProperty('complete', true);
  await expectAccessible(page);

  // Where somebody writes, the preview turns to.
  await page.getByText('II Pengumpulan Data SKM').click();
  const section = page.locator('section.part-own').filter({ has: page.locator('input') }).filter({ visible: true }).first();
  await section.getByLabel('Teks').fill('Survei dilaksanakan {unit}.\n\nParagraf kedua.');
  await expect(page.getByText(/^\d+ dari \d+$/)).not.toHaveText(/^1 dari/);

  await page.getByLabel('Baris pertama kop surat').fill('');
  await expect(page.getByText(/Wajib diisi dengan satu baris/)).toBeVisible({ timeout: 30_000 });
  const government = `Pemerintah Kota ${Date.now().toString(36)}`;
  await page.getByLabel('Baris pertama kop surat').fill(government);
  await expect(page.getByText(/Wajib diisi dengan satu baris/)).toBeHidden({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Naikkan baris 2' }).click();
  await page.getByRole('button', { name: /^Turunkan Pelaksana SKM$/ }).click();
  await expect(page.locator('section.part-own input').filter({ visible: true }).first()).toHaveValue('Metode Pengumpulan Data');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Simpan' }).click();
  await expect(page.getByText('Tersimpan')).toBeVisible();

  type Section = { title: string; blocks: { fixed?: { paragraphs: string[] } }[] };
  type Template = { government: string; legal_basis: string[]; outline: { chapters: { sections: Section[] }[] } };
  const { template } = await city.call<{ template: Template }>('GET', '/report-template');
  expect(template.government).toBe(government);
  expect(template.legal_basis[0]).toContain('Nomor 23 Tahun 2014');
  const [first, second] = template.outline.chapters[1]?.sections ?? [];
  expect(first?.title).toBe('Metode Pengumpulan Data');
  expect(second?.blocks[0]?.fixed?.paragraphs).toEqual(['Survei dilaksanakan {unit}.', 'Paragraf kedua.']);
});

test('another outline takes the place of the texts once it is confirmed and saved', async ({ page, city }) => {
  const app = new ConsoleApp(page);
  await app.openSignedIn('/console/template');
  await page.getByRole('button', { name: /^Pakai “Empat bab”/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Ganti kerangka' }).click();
  await expect(page.getByText('Sekarang: Empat bab, 4 bab')).toBeVisible();
  await expect(page.getByText('Belum disimpan')).toBeVisible();
  await page.getByRole('button', { name: 'Simpan' }).click();
  await expect(page.getByText('Tersimpan')).toBeVisible();
  const { template } = await city.call<{ template: { outline: { code: string } } }>('GET', '/report-template');
  expect(template.outline.code).toBe('empat-bab');
});

test('documents of all units are begun, left, found again, and fetched as one archive', async ({ page }) => {
  test.setTimeout(240_000);
  const app = new ConsoleApp(page);
  await app.openSignedIn('/console/report-jobs');
  await expect(app.heading('Dokumen semua unit')).toBeVisible();
  await expectAccessible(page);
  for (const format of ['PDF', 'Word', 'Excel']) await page.getByLabel(format, { exact: true }).uncheck();
  await page.getByRole('button', { name: 'Buat untuk semua unit' }).click();
  await expect(page.getByText('Pilih paling sedikit satu.')).toBeVisible();
  await page.getByLabel('JSON').check();
  await page.getByRole('button', { name: 'Buat untuk semua unit' }).click();
  const job = page.getByRole('listitem').filter({ hasText: 'JSON' });
  await expect(job).toBeVisible();
  await page.goto('/console/units');
  await expect(app.heading('Unit dan tautan')).toBeVisible();
  await page.goto('/console/report-jobs');
  await expect(job).toContainText('Selesai', { timeout: 200_000 });
  await expect(job).toContainText(/\d+ dari \d+ dokumen/);
  // Units of this city that nobody answered in the running quarter have no document.
  await expect(job).toContainText('tanpa-jawaban.txt');
  await expectAccessible(page);
  const waiting = page.waitForEvent('download');
  await job.getByRole('button', { name: 'Unduh arsip (ZIP)' }).click();
  const download = await waiting;
  expect(download.suggestedFilename()).toMatch(/^laporan-skm-.*\.zip$/);
});

test('a job is called off after a question, and says so', async ({ page }) => {
  const app = new ConsoleApp(page);
  await app.openSignedIn('/console/report-jobs');
  for (const format of ['Word', 'Excel']) await page.getByLabel(format, { exact: true }).uncheck();
  await page.getByRole('button', { name: 'Buat untuk semua unit' }).click();
  const job = page.getByRole('listitem').filter({ hasText: /· PDF/ });
  await job.getByRole('button', { name: 'Batalkan' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Batalkan' }).click();
  await expect(job).toContainText('Dibatalkan');
  await expect(job.getByRole('button', { name: 'Unduh arsip (ZIP)' })).toBeVisible();
});

test('reports, documents of all units and the template are one step apart', async ({ page }) => {
  const app = new ConsoleApp(page);
  await app.openSignedIn('/console/city');
  const menu = page.getByRole('navigation', { name: 'Menu' });
  await menu.getByRole('link', { name: 'Laporan' }).click();
  await expect(app.heading('Laporan')).toBeVisible();
  const ways = page.getByRole('navigation', { name: 'Bahan laporan' });
  for (const way of ['Dokumen semua unit', 'Naskah laporan', 'Laporan']) {
    await ways.getByRole('link', { name: way, exact: true }).click();
    await expect(app.heading(way)).toBeVisible();
    await expect(ways.getByRole('link', { name: way, exact: true })).toHaveAttribute('aria-current', 'page');
    await expect(menu.getByRole('link', { name: 'Laporan' })).toHaveAttribute('aria-current', /page|true/);
  }
});

test('the way back asks before what is typed is left', async ({ page }) => {
  const app = new ConsoleApp(page);
  await app.openSignedIn('/console/reports');
  await page.getByRole('link', { name: 'Naskah laporan' }).click();
  const place = page.getByLabel('Tempat penandatanganan');
  await place.fill('Banjarmasin Tengah');
  let asked = 0;
  page.on('dialog', (dialog) => {
    asked += 1;
    void (asked === 1 ? dialog.dismiss() : dialog.accept());
  });
  await page.goBack();
  await expect.poll(() => asked).toBe(1);
  await expect(page).toHaveURL(/\/console\/template$/);
  await expect(place).toHaveValue('Banjarmasin Tengah');
  await page.goBack();
  await expect(app.heading('Laporan')).toBeVisible();
  expect(asked).toBe(2);
});
