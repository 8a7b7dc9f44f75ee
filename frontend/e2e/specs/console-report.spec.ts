import { readFile } from 'node:fs/promises';
import type { Report } from '../support/bodies';
import { quarterBefore } from '../support/city';
import { scores } from '../support/closed-quarter';
import { ConsoleApp, NOT_SIGNED_IN } from '../support/console-app';
import { REPORTED, ReportPage, answeredLink, drop, reportedUnit } from '../support/report-page';
import { expect, expectAccessible, test } from '../support/test';

test.use({ viewport: { width: 1280, height: 860 } });
test.beforeEach(({ browserLog }) => browserLog.allow(NOT_SIGNED_IN));

test('a report is written, submitted and published, and nothing moves it any more', async ({ page, city }) => {
  test.slow();
  const reported = await reportedUnit(city);
  const operator = await city.makeOperator(reported.unit);
  const [app, report] = [new ConsoleApp(page), new ReportPage(page)];

  // An operator finds no report yet, and makes one.
  await app.openSignedIn(`/console/units/${reported.unit}/reports`, operator);
  await expect(page.getByText('Belum ada laporan')).toBeVisible();
  await expectAccessible(page);
  await report.make(quarterBefore());
  const index = (await city.call<Report>('GET', `/reports/${report.id}`)).facts['ikm.converted'] ?? '';
  await expectAccessible(page);

  // A paragraph is edited: its figures stay chips, and a number that is none of the report's is marked.
  const box = await report.edit('4\\.1');
  await expectAccessible(page);
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' Loket kedua dibuka, 98,76 sebelumnya. Responden ');
  await page.getByText('Sisipkan angka').click();
  await page.getByLabel('Cari angka').fill('responden');
  await page.getByRole('button', { name: 'Sisipkan responden: 12' }).click();
  await page.getByRole('button', { name: 'Simpan', exact: true }).click();
  await expect(box).toBeHidden();
  const text = report.text('4\\.1');
  await expect(text.getByText('Diubah')).toBeVisible();
  await expect(text.locator('.fig').last()).toHaveText('12');
  await expect(text.locator('mark')).toContainText('98,76');
  const check = page.getByRole('link', { name: 'Angka 98,76 bukan angka laporan ini' });
  await check.click();
  await expect(page.getByRole('heading', { level: 3, name: /^4\.1/ })).toBeFocused();
  await expectAccessible(page);

  // It can be restored.
  await text.getByRole('button', { name: 'Kembalikan teks asli' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Kembalikan teks asli' }).click();
  await expect(text.getByText('Disusun otomatis dari data')).toBeVisible();
  await expect(check).toBeHidden();
  const again = await report.edit('4\\.1');
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' Loket kedua dibuka.');
  await page.getByRole('button', { name: 'Simpan', exact: true }).click();
  await expect(again).toBeHidden();

  // The follow-up starts from the lowest elements.
  await expect(page.getByLabel('Prioritas unsur, baris 1')).toHaveValue('U9');
  for (const row of [1, 2, 3]) await report.fillPlan(row, `Kegiatan ${row}`, 'IV', 'Sekretaris');
  await expect(page.getByText(/^Kegiatan tindak lanjut .* belum lengkap$/)).toHaveCount(0);

  // Submitting says what is still open, and freezes.
  await page.getByRole('button', { name: 'Ajukan laporan' }).click();
  const submit = page.getByRole('dialog', { name: 'Ajukan laporan ini?' });
  await expect(submit.getByText('Penanda tangan belum diisi')).toBeVisible();
  await expectAccessible(page);
  await submit.getByRole('button', { name: 'Ajukan laporan' }).click();
  await expect(page.getByText('angka sudah dikunci')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Ubah teks/ })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Terbitkan' })).toHaveCount(0);
  await expectAccessible(page);
  reported.importAnswers([scores(4)]);
  await page.reload();
  await expect(page.getByText('1 jawaban menyusul')).toBeVisible();
  await expect(page.locator('.figures-beside .big')).toHaveText(index);

  // The administrator publishes.
  const address = page.url();
  await page.getByRole('button', { name: 'Keluar' }).click();
  await expect(app.userName).toBeVisible();
  await app.openSignedIn(address);
  await page.getByRole('button', { name: 'Terbitkan' }).click();
  const publish = page.getByRole('dialog', { name: 'Terbitkan laporan ini?' });
  await publish.getByRole('button', { name: 'Terbitkan' }).click();
  await expect(publish).toBeHidden({ timeout: 40_000 });
  await expectAccessible(page);
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Unduh PDF', exact: true }).first().click();
  const pdf = await readFile(await (await downloading).path());
  const open = page.getByRole('link', { name: 'Buka halaman publik' });

  // Everybody sees it, and a new answer moves nothing.
  await page.goto((await open.getAttribute('href')) ?? '');
  await expect(page.getByText(index, { exact: true }).first()).toBeVisible();
  await expect(page.getByText('12 responden')).toBeVisible();
  await expect(page.getByText('Kegiatan 1')).toBeVisible();
  await expectAccessible(page);
  reported.importAnswers([scores(1)]);
  await page.reload();
  await expect(page.getByText(index, { exact: true }).first()).toBeVisible();
  await expect(page.getByText('12 responden')).toBeVisible();

  // The published file is recognised, and so is one that was changed.
  await page.getByLabel('Berkas laporan').setInputFiles({ name: 'laporan.pdf', mimeType: 'application/pdf', buffer: pdf });
  await expect(page.locator('#answer')).toContainText('Sesuai');
  const changed = Buffer.from(pdf);
  changed[changed.length >> 1] = (changed[changed.length >> 1] ?? 0) ^ 1;
  await drop(page, 'laporan.pdf', changed);
  await expect(page.locator('#answer')).toContainText('Tidak sesuai');
});

test('what is typed stays when somebody else was faster', async ({ page, city, browserLog }) => {
  browserLog.allow(/status of 412/);
  const link = await answeredLink(city);
  const [app, report] = [new ConsoleApp(page), new ReportPage(page)];
  await app.openSignedIn(`/console/units/${link.unit}/reports`);
  await report.make(REPORTED);
  const box = await report.edit('1\\.3');
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' Ditulis di sini.');
  const texts = [{ slot: 'pelaksana', paragraphs: [{ pieces: [{ text: 'Ditulis orang lain.' }] }] }];
  await city.replace(`/reports/${report.id}/edits`, { texts }, `/reports/${report.id}`);
  await page.getByRole('button', { name: 'Simpan', exact: true }).click();
  await expect(page.getByText('Laporan ini baru saja diubah orang lain')).toBeVisible();
  await expect(box).toContainText('Ditulis di sini.');
  await expect(report.text('2\\.1')).toContainText('Ditulis orang lain.');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Simpan lagi' }).click();
  await expect(box).toBeHidden();
  const saved = await city.call<Report>('GET', `/reports/${report.id}`);
  expect(saved.document.texts.filter(({ edited }) => edited).map(({ slot }) => slot).sort()).toEqual(['maksud-tujuan', 'pelaksana']);
});

test('what is typed is not left without a question', async ({ page, city }) => {
  const link = await answeredLink(city);
  const [app, report] = [new ConsoleApp(page), new ReportPage(page)];
  await app.openSignedIn(`/console/units/${link.unit}/reports`);
  await report.make(REPORTED);
  const box = await report.edit('1\\.3');
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' Belum disimpan.');
  const asked = page.waitForEvent('dialog');
  const leaving = page.getByRole('link', { name: 'Kota', exact: true }).click();
  const dialog = await asked;
  expect(dialog.message()).toContain('belum disimpan');
  await dialog.dismiss();
  await leaving;
  await expect(box).toContainText('Belum disimpan.');
  await page.getByRole('button', { name: 'Batal' }).click();
  await page.getByRole('link', { name: 'Kota', exact: true }).click();
  await expect(box).toBeHidden();
});

test('figures are deleted by key, and Enter begins a paragraph', async ({ page, city }) => {
  const link = await answeredLink(city);
  const [app, report] = [new ConsoleApp(page), new ReportPage(page)];
  await app.openSignedIn(`/console/units/${link.unit}/reports`);
  await report.make(REPORTED);
  const box = await report.edit('2\\.4');
  const before = await box.locator('.fig').count();
  expect(before).toBeGreaterThan(1);
  // Behind the last figure stands a full stop.
  await page.keyboard.press('Control+End');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Backspace');
  await expect(box.locator('.fig')).toHaveCount(before - 1);
  await page.keyboard.type('akhir periode');
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Paragraf kedua.');
  await page.getByRole('button', { name: 'Simpan', exact: true }).click();
  await expect(box).toBeHidden();
  const saved = await city.call<Report>('GET', `/reports/${report.id}`);
  const paragraphs = saved.document.texts.find(({ slot }) => slot === 'waktu')?.paragraphs ?? [];
  expect(paragraphs).toHaveLength(2);
  expect(paragraphs[0]?.pieces.filter(({ figure }) => figure)).toHaveLength(before - 1);
  expect(paragraphs[0]?.pieces.at(-1)?.text).toMatch(/akhir periode\.$/);
  expect(paragraphs[1]?.pieces).toEqual([{ text: 'Paragraf kedua.' }]);
});

test('what became of the last plan, and a released comment, enter the report', async ({ page, city }) => {
  const link = await answeredLink(city);
  await link.answer(3, {}, 'Bu Rahmawati ramah sekali, terima kasih');
  const before = await city.call<Report>('POST', '/reports', { unit: link.unit, period: quarterBefore() });
  const plan = [{ element: 'U3', programme: 'Membuka loket kedua', quarters: ['TW4'], year: 2026, responsible: 'Sekretaris' }];
  await city.replace(`/reports/${before.id}/edits`, { plan }, `/reports/${before.id}`);
  await city.step(before.id, 'submit');
  const [app, report] = [new ConsoleApp(page), new ReportPage(page)];
  await app.openSignedIn(`/console/units/${link.unit}/reports`);
  await report.make(REPORTED);

  const untold = page.getByRole('link', { name: 'Hasil tindak lanjut U3 periode lalu belum ditulis' });
  await untold.click();
  await expect(page.getByText('Membuka loket kedua')).toBeInViewport();
  await page.getByLabel('Sudah ditindaklanjuti?, baris 1').selectOption('done');
  const told = page.getByLabel('Deskripsi, baris 1');
  await told.fill('Loket kedua dibuka.');
  await told.blur();
  await expect(untold).toBeHidden();
  await expect(page.getByText('Terlaksana 1 dari 1')).toBeVisible();
  await expect(report.text('4\\.3')).toContainText('1');

  await page.getByRole('button', { name: 'Pilih saran' }).click();
  const dialog = page.getByRole('dialog', { name: 'Saran dan masukan untuk laporan' });
  await expect(dialog.getByText('disamarkan')).toBeVisible();
  await dialog.getByLabel(/^Bu \[…\] ramah sekali/).check();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Tutup' }).click();
  await expect(page.getByText('“Bu […] ramah sekali, terima kasih”')).toBeVisible();
  await expectAccessible(page);
});

test('a report of a period is opened again, listed with its figures, and deleted while it is a draft', async ({ page, city }) => {
  const link = await answeredLink(city);
  const [app, report] = [new ConsoleApp(page), new ReportPage(page)];
  const list = `/console/units/${link.unit}/reports`;
  await app.openSignedIn(list);
  await report.make(REPORTED);
  const first = page.url();
  await page.goto(list);
  await report.make(REPORTED);
  expect(page.url()).toBe(first);
  await page.goto(`${list}?state=draft`);
  const row = page.getByRole('row').nth(1);
  await expect(row).toContainText('Draf');
  await expect(row.getByRole('cell').getByText('12', { exact: true })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Diterbitkan' }).click();
  await expect(page).toHaveURL(/state=published/);
  await expect(page.getByText('Tidak ada laporan yang cocok')).toBeVisible();
  await page.goto(first);
  await page.getByRole('button', { name: 'Hapus draf' }).click();
  const dialog = page.getByRole('dialog', { name: 'Hapus draf ini?' });
  await dialog.getByRole('button', { name: 'Hapus draf' }).click();
  await expect(page.getByText('Belum ada laporan')).toBeVisible();
});

test('the printed pages are shown, and the contents lead to them', async ({ page, city }) => {
  test.slow();
  const unit = await city.busiestUnit();
  const [app, report] = [new ConsoleApp(page), new ReportPage(page)];
  await app.openSignedIn(`/console/units/${unit.code}/reports`);
  await report.make(quarterBefore());
  await page.getByRole('button', { name: 'Halaman cetak' }).click();
  const pages = page.getByRole('img', { name: /^Halaman \d+ dari \d+$/ });
  await expect(pages.first()).toHaveJSProperty('complete', true, { timeout: 40_000 });
  await expect(pages.first()).toHaveAttribute('src', /^blob:/);
  await expectAccessible(page);
  await page.getByRole('navigation', { name: 'Daftar isi' }).getByRole('link', { name: /^V Kesimpulan/ }).click();
  const shown = page.locator('.page-picture:focus');
  await expect(shown).toBeInViewport();
  await expect(shown.getByRole('img')).toHaveAttribute('src', /^blob:/);
});

test('on a narrow screen contents and figures fold, and nothing scrolls sideways', async ({ page, city }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const link = await answeredLink(city);
  const [app, report] = [new ConsoleApp(page), new ReportPage(page)];
  await app.openSignedIn(`/console/units/${link.unit}/reports`);
  await report.make(REPORTED);
  await expect(page.getByRole('link', { name: /^V Kesimpulan/ })).toBeHidden();
  await page.getByText('Daftar isi').click();
  await page.getByRole('link', { name: /^4\.2/ }).click();
  await expect(page.getByRole('heading', { level: 3, name: /^4\.2/ })).toBeInViewport();
  await report.fillPlan(1, 'Kegiatan', 'IV', 'Sekretaris');
  await expect(page.getByText('Tersimpan')).toBeVisible();
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wider).toBeLessThanOrEqual(0);
  await expectAccessible(page);
});

test('a report of the quarter that runs says that it cannot be submitted yet', async ({ page, city }) => {
  const link = await answeredLink(city);
  const [app, report] = [new ConsoleApp(page), new ReportPage(page)];
  await app.openSignedIn(`/console/units/${link.unit}/reports`);
  await report.make(REPORTED);
  await expect(page.getByText(/belum berakhir: laporan baru dapat dikirim/).first()).toBeVisible();
  const submit = page.getByRole('button', { name: 'Ajukan laporan' });
  await expect(submit).toBeDisabled();
  await expect(submit).toHaveAccessibleDescription(/belum berakhir: laporan baru dapat dikirim/);
  await expectAccessible(page);
});
