import { quarterBefore } from '../support/city';
import { ConsoleApp, NOT_SIGNED_IN } from '../support/console-app';
import { png } from '../support/picture';
import { expect, expectAccessible, test } from '../support/test';

const QUARTER = quarterBefore();
const REFUSED = /status of 4(09|12|22)/;

test.use({ viewport: { width: 1280, height: 900 } });
test.beforeEach(({ browserLog }) => browserLog.allow(NOT_SIGNED_IN));

test('the administrator adds a unit, renames it, deactivates it and takes it back', async ({ page, browserLog }) => {
  browserLog.allow(REFUSED);
  const name = `Kelurahan Uji ${Date.now().toString(36)}`;
  const code = name.toLowerCase().replaceAll(' ', '-');
  const app = new ConsoleApp(page);
  await app.openSignedIn('/console/units');
  await page.getByRole('button', { name: 'Tambah unit' }).click();
  const dialog = page.getByRole('dialog');
  await expectAccessible(page);
  await dialog.getByLabel('Kode').fill('kota');
  await dialog.getByLabel('Nama resmi').fill(name);
  await expect(dialog.getByLabel('Kode'), 'a code that was typed stays').toHaveValue('kota');
  await dialog.getByRole('button', { name: 'Tambah unit' }).click();
  await expect(dialog.getByText('Sudah dipakai. Pilih yang lain.').first()).toBeVisible();
  await dialog.getByLabel('Kode').fill(code);
  await dialog.getByLabel('Jenis').selectOption('Kelurahan');
  await dialog.getByLabel('Unit di atasnya').selectOption({ label: '\u2003Kecamatan Banjarmasin Utara' });
  await dialog.getByRole('button', { name: 'Tambah unit' }).click();
  await expect(page.getByText(`${name} ditambahkan.`)).toBeVisible();
  await page.getByRole('searchbox').fill(code);
  const row = page.getByRole('row', { name });
  await expect(row).toContainText('belum ada tautan');
  await row.getByRole('button', { name: `Ubah: ${name}` }).click();
  await dialog.getByLabel('Nama resmi').fill(`${name} Baru`);
  await dialog.getByRole('button', { name: 'Simpan' }).click();
  await expect(page.getByRole('row', { name: `${name} Baru` })).toBeVisible();
  await page.getByRole('button', { name: `Ubah: ${name} Baru` }).click();
  await dialog.getByRole('button', { name: 'Nonaktifkan unit' }).click();
  await expect(row).toContainText('tidak melayani lagi');
  await page.getByRole('button', { name: `Ubah: ${name} Baru` }).click();
  await dialog.getByRole('button', { name: 'Aktifkan lagi' }).click();
  await expect(row).not.toContainText('tidak melayani lagi');
});

test('a unit with active units below it cannot be deactivated, and says why', async ({ page }) => {
  const app = new ConsoleApp(page);
  await app.openSignedIn('/console/units?q=kecamatan+utara');
  await page.getByRole('button', { name: 'Ubah: Kecamatan Banjarmasin Utara' }).click();
  await expect(page.getByRole('dialog').getByText(/unit aktif di bawahnya/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Nonaktifkan unit' })).toHaveCount(0);
});

test('the profile of a unit is stored, with a number that can be one and a logo', async ({ page, city, browserLog }) => {
  browserLog.allow(REFUSED);
  const unit = await city.makeUnit();
  const app = new ConsoleApp(page);
  await app.openSignedIn(`/console/units/${unit}/profile`);
  await expect(app.heading('Profil unit')).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('Alamat').fill('Jalan Kuin Utara 12');
  await page.getByLabel('Tempat penandatanganan').fill('Banjarmasin');
  await page.getByLabel('Jabatan').fill('Lurah Kuin Utara');
  await page.getByLabel('Kedudukan').selectOption('Pelaksana tugas (Plt.)');
  await page.getByLabel('Nama lengkap dengan gelar').fill('Hj. Noor Aida, S.Sos.');
  await page.getByLabel('Jenis nomor').selectOption('NIP');
  await page.getByLabel('Nomor (18 angka)').fill('123');
  await expect(page.getByText('Belum disimpan')).toBeVisible();
  await page.getByRole('button', { name: 'Simpan' }).click();
  await expect(page.getByText(/Bukan nomor pegawai/)).toBeVisible();
  await page.getByLabel('Nomor (18 angka)').fill('19700101 199503 2 001');
  await page.getByRole('button', { name: 'Simpan' }).click();
  await expect(page.getByText('Tersimpan')).toBeVisible();
  const printed = page.locator('.signature');
  await expect(printed).toContainText('Plt. Lurah Kuin Utara');
  await expect(printed).toContainText('NIP 19700101 199503 2 001');

  await page.getByLabel('Berkas logo').setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: Buffer.from('teks') });
  await expect(page.getByText(/bukan gambar PNG atau JPEG/)).toBeVisible();
  await page.getByLabel('Berkas logo').setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: png(80, 80) });
  await expect(page.getByRole('img', { name: /^Logo Unit/ })).toHaveJSProperty('naturalWidth', 80);
  await expectAccessible(page);

  await page.reload();
  await expect(page.getByLabel('Nama lengkap dengan gelar')).toHaveValue('Hj. Noor Aida, S.Sos.');
  await expect(page.getByRole('img', { name: /^Logo Unit/ })).toHaveJSProperty('naturalWidth', 80);
  await page.getByRole('button', { name: 'Hapus logo' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Hapus logo' }).click();
  await expect(page.getByText('Belum ada logo')).toBeVisible();
});

test('who was slower is told, keeps what they typed, and reads the newest when they want', async ({ page, city, browserLog }) => {
  browserLog.allow(REFUSED);
  const unit = await city.makeUnit();
  const app = new ConsoleApp(page);
  await app.openSignedIn(`/console/units/${unit}/profile`);
  await page.getByLabel('Alamat').fill('Jalan yang diketik');
  await city.replace(`/units/${unit}/profile`, { address: 'Jalan orang lain' });
  await page.getByRole('button', { name: 'Simpan' }).click();
  await expect(page.getByText(/baru saja diubah orang lain/)).toBeVisible();
  await expect(page.getByLabel('Alamat')).toHaveValue('Jalan yang diketik');
  await page.getByRole('button', { name: 'Muat yang terbaru' }).click();
  await expect(page.getByLabel('Alamat')).toHaveValue('Jalan orang lain');
});

test('nobody leaves what is not stored without being asked', async ({ page, city }) => {
  const unit = await city.makeUnit();
  const app = new ConsoleApp(page);
  await app.openSignedIn(`/console/units/${unit}/profile`);
  await page.getByLabel('Alamat').fill('Jalan yang diketik');
  const tab = page.getByRole('link', { name: 'Nilai terdahulu' });
  page.once('dialog', (dialog) => dialog.dismiss());
  await tab.click();
  await expect(page.getByLabel('Alamat')).toHaveValue('Jalan yang diketik');
  page.once('dialog', (dialog) => dialog.accept());
  await tab.click();
  await expect(app.heading('Nilai terdahulu')).toBeVisible();
  // What is stored is left without a word.
  await page.getByRole('link', { name: 'Profil unit' }).click();
  await page.getByLabel('Alamat').fill('Jalan yang disimpan');
  await page.getByRole('button', { name: 'Simpan' }).click();
  await expect(page.getByText('Tersimpan')).toBeVisible();
  await tab.click();
  await expect(app.heading('Nilai terdahulu')).toBeVisible();
});

test('a round with its activities, forum, places and photos', async ({ page, city, browserLog }) => {
  browserLog.allow(REFUSED);
  const unit = await city.makeUnit();
  const app = new ConsoleApp(page);
  await app.openSignedIn(`/console/units/${unit}/rounds/${QUARTER}`);
  await expect(app.heading('Pelaksanaan survei')).toBeVisible();
  await page.getByRole('button', { name: 'Isi kegiatan yang lazim' }).click();
  await page.getByLabel('Mulai, baris 1').fill('2026-07-06');
  await page.getByLabel('Sampai, baris 1').fill('2026-07-10');
  await page.getByLabel('Hari kerja, baris 1').fill('6');
  for (const _ of [2, 3, 4]) await page.getByRole('button', { name: 'Hapus baris 2' }).click();
  await expect(page.getByLabel('Kegiatan, baris 1')).toBeFocused();
  await page.getByLabel('Tempat', { exact: false }).first().fill('Aula');
  await page.getByRole('button', { name: 'Simpan' }).click();
  await expect(page.getByText('Wajib diisi.')).toBeVisible();
  await page.getByLabel(/^Tanggal/).fill('2026-10-08');
  await page.getByRole('button', { name: 'Tambah tempat' }).click();
  await expect(page.getByLabel('Diumumkan di, baris 1')).toBeFocused();
  await page.keyboard.type('Papan pengumuman');
  await page.getByRole('button', { name: 'Simpan' }).click();
  await expect(page.getByText(/tidak lebih dari jumlah hari/)).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('Hari kerja, baris 1').fill('5');
  await page.getByRole('button', { name: 'Simpan' }).click();
  await expect(page.getByText('Tersimpan')).toBeVisible();

  await page.getByRole('button', { name: 'Tambah foto' }).click();
  const dialog = page.getByRole('dialog', { name: 'Tambah foto' });
  await dialog.getByRole('button', { name: 'Tambah foto' }).click();
  await expect(dialog.getByText('Pilih dulu berkasnya.')).toBeVisible();
  const large = png(1700, 1100, { noise: true });
  expect(large.length).toBeGreaterThan(5 * 1024 * 1024);
  await dialog.getByLabel('Berkas foto').setInputFiles({ name: 'fkp.png', mimeType: 'image/png', buffer: large });
  await dialog.getByLabel('Keterangan').fill('Forum di aula');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Tambah foto' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('img', { name: 'Forum di aula' })).toHaveJSProperty('naturalWidth', 1600);

  await page.reload();
  await expect(page.getByLabel('Kegiatan, baris 1')).toHaveValue('Persiapan');
  await expect(page.getByLabel('Diumumkan di, baris 1')).toHaveValue('Papan pengumuman');
  await page.getByRole('button', { name: 'Hapus foto: Forum di aula' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Hapus', exact: true }).click();
  await expect(page.getByText('Belum ada foto')).toBeVisible();
});

test('earlier results one by one, and from a file whose bad cells are named', async ({ page, city, browserLog }) => {
  browserLog.allow(REFUSED);
  const unit = await city.makeUnit();
  const app = new ConsoleApp(page);
  await app.openSignedIn(`/console/units/${unit}/historic`);
  await expect(page.getByText('Belum ada nilai terdahulu')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Tambah nilai' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Tahun', { exact: true }).fill('2024');
  await dialog.getByLabel('Bagian tahun').selectOption('Semester II');
  await dialog.getByLabel('Nilai konversi').fill('182,41');
  await dialog.getByRole('button', { name: 'Simpan' }).click();
  await expect(dialog.getByText(/Nilai 24,75 sampai 100/)).toBeVisible();
  await dialog.getByLabel('Nilai konversi').fill('82,41');
  await expect(dialog.getByLabel('Mutu'), 'the grade of the present limits is offered').toHaveValue('B');
  await dialog.getByRole('button', { name: 'Simpan' }).click();
  await expect(page.getByRole('row', { name: 'Semester II 2024' })).toContainText('82,41');
  await page.getByRole('button', { name: 'Ubah: IKM Semester II 2024' }).click();
  await dialog.getByLabel('Responden').fill('1.150');
  await dialog.getByRole('button', { name: 'Simpan' }).click();
  await expect(page.getByRole('row', { name: 'Semester II 2024' })).toContainText('1.150');

  const file = (text: string) => ({ name: 'nilai.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  await page.getByRole('button', { name: 'Muat dari CSV' }).click();
  await dialog.getByLabel('Berkas CSV').setInputFiles(file(`unit,period,value,grade\n${unit},20x4,82.41,E\ntidak ada,2023,80,B\n`));
  await dialog.getByRole('button', { name: 'Muat dari CSV' }).click();
  await expect(dialog.getByText('Baris 2, kolom B (period): "20x4" belum benar.')).toBeVisible();
  await expect(dialog.getByText('Baris 2, kolom D (grade): "E" belum benar. Isi A, B, C, atau D.')).toBeVisible();
  await expect(dialog.getByText(/Baris 3, kolom A \(unit\)/)).toBeVisible();
  await expectAccessible(page);
  await dialog.getByLabel('Berkas CSV').setInputFiles(file(`unit;period;value;grade\n${unit};2023;79,90;B\n${unit};2024-S2;82,41;B\n`));
  await dialog.getByRole('button', { name: 'Muat dari CSV' }).click();
  await expect(dialog.getByText('1 ditambahkan, 1 diganti, 0 sudah ada.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Tutup' }).last().click();
  await page.getByRole('button', { name: 'Hapus: IKM Tahun 2023' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Hapus', exact: true }).click();
  await expect(page.getByRole('row', { name: 'Tahun 2023' })).toHaveCount(0);
});
