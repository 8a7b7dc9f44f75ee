import { ConsoleApp, NOT_SIGNED_IN } from '../support/console-app';
import { expect, expectAccessible, test } from '../support/test';

test.use({ viewport: { width: 1280, height: 900 } });
test.beforeEach(({ browserLog }) => browserLog.allow(NOT_SIGNED_IN));

test('a link is made, changed, put on a poster, closed and opened again', async ({ page, city }) => {
  const unit = await city.makeUnit();
  const app = new ConsoleApp(page);
  await app.openSignedIn(`/console/units/${unit}/links`);
  await expect(page.getByText('Belum ada tautan survei')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Buat tautan' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Untuk layanan').selectOption('Layanan loket');
  await dialog.getByLabel('Kuesioner').selectOption({ index: 1 });
  await dialog.getByLabel('Diisi di').selectOption('Tablet di loket (kiosk)');
  await dialog.getByLabel('Keterangan').fill('Loket 3');
  await dialog.getByRole('button', { name: 'Buat tautan' }).click();
  await expect(page.getByText(/^Tautan \w{8} siap dipakai/)).toBeVisible();
  const link = page.getByRole('listitem').filter({ hasText: 'Loket 3' });
  await expect(link).toContainText('Layanan loket');
  await expect(link).toContainText('Tablet di loket (kiosk) · tanpa batas waktu');
  await expect(link.getByRole('img', { name: /^Kode QR tautan/ }).locator('svg')).toBeVisible();
  await expectAccessible(page);

  await link.getByRole('button', { name: 'Ubah' }).click();
  await dialog.getByLabel('Keterangan').fill('Loket 4');
  await dialog.getByLabel('Berlaku sampai').fill('2030-01-31T16:00');
  await dialog.getByRole('button', { name: 'Simpan' }).click();
  const changed = page.getByRole('listitem').filter({ hasText: 'Loket 4' });
  await expect(changed).toContainText('sampai 31 Jan 2030, 16.00');

  await changed.getByRole('link', { name: 'Poster A4' }).click();
  await expect(page.getByText('Pelayanan: Layanan loket')).toBeVisible();
  await expect(page.getByText(/^\d+ pertanyaan, kira-kira \d menit$/)).toBeVisible();
  await page.goBack();

  await changed.getByRole('button', { name: 'Tutup tautan' }).click();
  await dialog.getByRole('button', { name: 'Tutup tautan' }).click();
  await expect(changed).toContainText(/Ditutup \d/);
  await changed.getByRole('button', { name: 'Buka lagi' }).click();
  await expect(changed).toContainText('Terbuka');
});

test('services and the people served of a unit are entered, changed and closed', async ({ page, city, browserLog }) => {
  browserLog.allow(/status of 422/);
  const unit = await city.makeUnit();
  const app = new ConsoleApp(page);
  await app.openSignedIn(`/console/units/${unit}/links`);
  await page.getByRole('button', { name: 'Tambah layanan' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Kode').fill('Akta');
  await dialog.getByLabel('Nama resmi').fill('Akta Kelahiran');
  await dialog.getByLabel('Cara pelayanan').selectOption('Loket dan daring');
  await dialog.getByRole('button', { name: 'Simpan' }).click();
  await expect(dialog.locator('.error')).toBeVisible();
  await dialog.getByLabel('Kode').fill('akta');
  await dialog.getByLabel('Layanan ini tidak dipungut biaya').uncheck();
  await dialog.getByRole('button', { name: 'Simpan' }).click();
  const row = page.getByRole('row', { name: /Akta/ });
  await expect(row).toContainText('Loket dan daring');
  await expect(row).toContainText('Berbayar');
  await row.getByRole('button', { name: 'Ubah: Akta Kelahiran' }).click();
  await expect(dialog.getByLabel('Cara pelayanan').locator('option:checked')).toHaveText('Loket dan daring');
  await dialog.getByLabel('Nama resmi').fill('Akta Kematian');
  await dialog.getByRole('button', { name: 'Simpan' }).click();
  await expect(row).toContainText('Akta Kematian');
  await row.getByRole('button', { name: 'Ubah: Akta Kematian' }).click();
  await dialog.getByRole('button', { name: 'Tutup layanan' }).click();
  await expect(row).toContainText('Ditutup');

  const enter = async (people: string, reason = '') => {
    await page.getByRole('button', { name: 'Isi jumlah' }).click();
    await dialog.getByLabel('Jumlah orang').fill(people);
    await dialog.getByLabel('Sumber').selectOption('Mesin antrean');
    await dialog.getByLabel('Alasan perubahan').fill(reason);
    await dialog.getByRole('button', { name: 'Simpan' }).click();
  };
  await enter('banyak');
  await expect(dialog.getByText(/Isi dengan angka bulat/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Batal' }).click();
  await enter('1.000');
  const served = page.getByRole('row', { name: /1\.000/ });
  await expect(served).toContainText('Mesin antrean');
  await expect(served).toContainText('278');
  await enter('1.200');
  await expect(dialog.getByText(/Tulis alasan perubahannya/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Batal' }).click();
  await enter('1.200', 'Salah hitung');
  await expect(page.getByRole('row', { name: /1\.200/ })).toContainText('sebelumnya 1.000: Salah hitung');
  await expectAccessible(page);
});
