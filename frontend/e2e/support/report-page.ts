import { expect, type Locator, type Page } from '@playwright/test';
import { presentQuarter, quarterName, type City, type TestLink } from './city';
import { ReportedUnit, scores } from './closed-quarter';

/** The quarter that test units report: their answers are given now. */
export const REPORTED = presentQuarter();

const DOZEN = [3, 4, 3, 4, 3, 4, 3, 3, 4, 3, 4, 3];
const LOW = { u3: 2, u8: 2, u9: 1 };

/** A link whose unit has a dozen answers, three elements plainly lower than the others. */
export async function answeredLink(city: City): Promise<TestLink> {
  const link = await city.makeLink('skm-2017');
  for (const score of DOZEN) await link.answer(score, LOW);
  return link;
}

/** A unit with the same answers in the quarter that is over. */
export function reportedUnit(city: City): Promise<ReportedUnit> {
  return ReportedUnit.make(city, DOZEN.map((score) => scores(score, LOW)));
}

/** The page of one report, in Indonesian. */
export class ReportPage {
  constructor(readonly page: Page) {}

  /** Makes the report of a quarter from the list of a unit's reports, or opens the one that is there. */
  async make(quarter: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Buat laporan' }).first().click();
    const dialog = this.page.getByRole('dialog', { name: 'Laporan baru' });
    await dialog.getByLabel('Periode', { exact: true }).selectOption(quarter);
    await dialog.getByRole('button', { name: 'Buka laporan' }).click();
    await this.shown(quarter);
  }

  async shown(quarter: string): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 1, name: `Laporan SKM ${quarterName(quarter)}` })).toBeVisible();
    await expect(this.page.getByRole('heading', { level: 3 }).first()).toBeVisible();
  }

  get id(): string {
    return new URL(this.page.url()).pathname.split('/').pop() ?? '';
  }

  /** The text of a section whose heading begins so, as its first slot. */
  text(section: string): Locator {
    const heading = this.page.getByRole('heading', { level: 3, name: new RegExp(`^${section}`) });
    return heading.locator('xpath=following-sibling::*[1]');
  }

  async edit(section: string): Promise<Locator> {
    await this.text(section).getByRole('button', { name: new RegExp(`^Ubah teks ${section}`) }).click();
    const box = this.page.getByRole('textbox', { name: new RegExp(`^Teks ${section}`) });
    await expect(box).toBeFocused();
    return box;
  }

  async fillPlan(row: number, programme: string, quarter: string, responsible: string): Promise<void> {
    await this.page.getByLabel(`Program/kegiatan, baris ${row}`).fill(programme);
    await this.page.getByLabel(`TW ${quarter}, baris ${row}`, { exact: true }).check({ force: true });
    const last = this.page.getByLabel(`Penanggung jawab, baris ${row}`);
    await last.fill(responsible);
    await last.blur();
  }
}

/** Lets a file fall onto the page, as from a folder. */
export async function drop(page: Page, name: string, bytes: Buffer): Promise<void> {
  const dropped = await page.evaluateHandle(
    ({ name, content }) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([Uint8Array.from(atob(content), (c) => c.charCodeAt(0))], name, { type: 'application/pdf' }));
      return transfer;
    },
    { name, content: bytes.toString('base64') },
  );
  await page.dispatchEvent('main', 'drop', { dataTransfer: dropped });
}
