import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { Language } from './bodies';

/** One way in which every screen is looked at. */
export type Look = { name: string; width: number; scheme: 'light' | 'dark'; language: Language; viewport: { width: number; height: number } };

const SIZES = [
  { width: 360, height: 740 },
  { width: 1280, height: 860 },
];

export const LOOKS: Look[] = SIZES.flatMap((viewport) =>
  (['light', 'dark'] as const).flatMap((scheme) =>
    (['id', 'en'] as const).map((language) => ({
      name: `${viewport.width}-${scheme}-${language}`,
      width: viewport.width,
      scheme,
      language,
      viewport,
    })),
  ),
);

const folder = process.env.SCREENS_OUTPUT ?? '../../target/screens';

export function emptyAlbum(): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
}

/** The pictures of one walk in one look, numbered in the order in which they are met. */
export class Album {
  constructor(
    private readonly page: Page,
    private readonly look: Look,
    private readonly walk: string,
  ) {}

  /** Takes a picture of the whole page once its fonts are there; nothing may stand beyond the screen's edge. */
  async take(name: string, { whole = true } = {}): Promise<void> {
    await this.page.evaluate(() => document.fonts.ready.then(() => null));
    const file = `${this.walk}-${name}.${this.look.name}.png`;
    const wide = await this.page.evaluate(() => {
      const room = document.documentElement.clientWidth;
      const out = [...document.querySelectorAll('body *')].filter((e) => {
        const box = e.getBoundingClientRect();
        const scrolls = e.closest('.matrix, [style*=overflow], .table');
        return box.right > room + 1 && box.width > 0 && !(scrolls && scrolls !== e && getComputedStyle(scrolls).overflowX !== 'visible');
      });
      return document.documentElement.scrollWidth > room ? out.slice(0, 3).map((e) => e.outerHTML.slice(0, 160)) : [];
    });
    expect(wide, `${name} is wider than the screen`).toEqual([]);
    // Rows that are drawn only when they are scrolled to would be empty in the picture of a whole page.
    await this.page.evaluate(() => {
      const drawn = new CSSStyleSheet();
      drawn.replaceSync('* { content-visibility: visible !important; }');
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, drawn];
    });
    await this.page.screenshot({ path: join(folder, file), fullPage: whole, animations: 'disabled', caret: 'hide' });
  }
}

/** One row for each screen, one column for each look. */
export function writeIndex(): void {
  const files = readdirSync(folder).filter((file) => file.endsWith('.png'));
  const screens = [...new Set(files.map((file) => file.slice(0, file.indexOf('.'))))].sort();
  const cell = (screen: string, look: string) => {
    const file = `${screen}.${look}.png`;
    return files.includes(file) ? `<a href="${file}"><img loading="lazy" src="${file}" alt="${screen}, ${look}"></a>` : '–';
  };
  const row = (screen: string) => `<tr><th>${screen}</th>${LOOKS.map(({ name }) => `<td>${cell(screen, name)}</td>`).join('')}</tr>`;
  const style = 'body{font:14px system-ui;margin:1rem}img{width:220px;border:1px solid #ccc}td,th{vertical-align:top;padding:.25rem;text-align:left}thead th{position:sticky;top:0;background:#fff}';
  const head = `<tr><th></th>${LOOKS.map(({ name }) => `<th>${name}</th>`).join('')}</tr>`;
  writeFileSync(
    join(folder, 'index.html'),
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Screens</title><style>${style}</style><table><thead>${head}</thead>${screens.map(row).join('')}</table></html>`,
  );
}
