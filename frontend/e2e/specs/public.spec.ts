import { file, publish, seen } from '../support/published';
import { expect, expectAccessible, test } from '../support/test';
import type { Page } from '@playwright/test';

/** Gives the page a file and answers what it says of it. */
async function verdict(page: Page, buffer: Buffer): Promise<string> {
  const answer = page.getByRole('status');
  await page.getByLabel('Berkas laporan').setInputFiles({ name: 'berkas.pdf', mimeType: 'application/pdf', buffer });
  await expect(answer).toHaveText(/sesuai/i);
  return (await answer.textContent()) ?? '';
}

/** The file with a signature over everything behind it; there is no key behind it. */
function signedBehind(file: Buffer): Buffer {
  const cms = `<3082000f06092a864886f70d010702a0020500${'0'.repeat(40)}>`;
  const tail = '>> endobj\n%%EOF\n';
  const head = (...range: number[]) =>
    `\n9 0 obj << /Type /Sig /ByteRange [0 ${range.map((at) => String(at).padStart(9)).join(' ')}] /Contents `;
  const start = file.length + head(0, 0, 0).length;
  return Buffer.concat([file, Buffer.from(head(start, start + cms.length, tail.length) + cms + tail)]);
}

test('the public page tells a published file, a signed one and a changed one apart', async ({ page, city }) => {
  const { path, code, pdf } = await publish(city, { answers: 12, score: 3 });
  await page.goto(`/l/${code}`);
  expect(await verdict(page, pdf)).toMatch(/^Sesuai: berkas ini adalah .*\.pdf yang diterbitkan/);
  await expect(page.locator('#answer')).toHaveClass('good');
  const signed = signedBehind(pdf);
  const painted = Buffer.from('\n8 0 obj << /Length 18 >> stream\nBT (99,99 A) Tj ET\nendstream endobj\n');
  for (const file of [signed, signedBehind(signed), signedBehind(Buffer.concat([pdf, painted]))]) {
    expect(await verdict(page, file)).toMatch(/^Sesuai, dengan tanda tangan elektronik: berkas ini memuat .* ditunjukkan oleh pembaca PDF/);
    await expect(page.locator('#answer')).toHaveClass('info');
  }
  const empty = Buffer.from('\n9 0 obj << /Type /Sig /ByteRange [0 1 2 3] >> endobj\n%%EOF\n');
  for (const file of [Buffer.concat([pdf, painted, empty]), Buffer.concat([signed, painted])]) {
    expect(await verdict(page, file)).toMatch(/^Isi awal sesuai, tetapi ada tambahan yang bukan tanda tangan elektronik/);
    await expect(page.locator('#answer')).toHaveClass('warn');
  }
  const added = Buffer.concat([pdf, Buffer.from('\n9 0 obj << /Type /Annot >> endobj\n%%EOF\n')]);
  expect(await verdict(page, added)).toMatch(/^Isi awal sesuai, tetapi ada tambahan yang bukan tanda tangan elektronik/);
  const changed = Buffer.from(pdf);
  changed[200] = (changed[200] ?? 0) ^ 1;
  expect(await verdict(page, changed)).toMatch(/^Tidak sesuai/);

  await city.upload(`${path}/signed-pdf`, signed, { 'content-type': 'application/pdf', ...(await seen(city, path)) });
  expect((await file(city, path, 'pdf')).equals(signed)).toBe(true);
  expect((await file(city, path, 'pdf-original')).equals(pdf)).toBe(true);
  await page.reload();
  expect(await verdict(page, signed)).toMatch(/^Sesuai, dengan tanda tangan elektronik: berkas ini adalah .*-ttd\.pdf/);
  await expect(page.locator('#answer')).toHaveClass('good');
  expect(await verdict(page, pdf)).toMatch(/^Sesuai: /);
  await expectAccessible(page);
});

test('the pages of a unit and of the city lead to each other and to the report', async ({ page, city }) => {
  const { unit, code } = await publish(city, { answers: 12, score: 3 });
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    await page.goto('/kota');
    await expectAccessible(page);
    await page.locator(`a[href="/u/${unit}"]`).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText(unit);
    await expect(page.locator('.value b')).toHaveText('75,00');
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)).toBe(true);
    await page.getByText('Pasang nilai ini di situs lain').click();
    const badge = page.locator(`img[src="/u/${unit}/badge.svg"]`);
    await expect.poll(() => badge.evaluate((picture: HTMLImageElement) => picture.naturalWidth)).toBeGreaterThan(50);
    await page.getByRole('link', { name: 'Buka laporannya' }).click();
    await expect(page).toHaveURL(new RegExp(`/l/${code}$`));
    await expectAccessible(page);
  }
});

test('the pages of a unit and of the city need no script', async ({ browser, city, baseURL }) => {
  const { unit } = await publish(city, { answers: 12, score: 4 });
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL, viewport: { width: 360, height: 640 } });
  const page = await context.newPage();
  await page.goto(`/u/${unit}`);
  await expect(page.locator('.value b')).toHaveText('100,00');
  await page.goto('/kota');
  await expect(page.locator(`a[href="/u/${unit}"]`)).toBeVisible();
  await context.close();
});
