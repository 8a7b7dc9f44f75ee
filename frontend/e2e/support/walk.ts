import { Album, type Look } from './album';
import { test as base } from './test';

/** A walk knows in which look it goes and keeps its pictures by name. */
export const walk = base.extend<{ look: Look; album: (name: string) => Album }>({
  look: async ({}, use, info) => use(info.project.metadata as Look),
  album: async ({ page, look }, use) => use((name: string) => new Album(page, look, name)),
});
