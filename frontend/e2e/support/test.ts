import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type BrowserContext, type Page } from '@playwright/test';
import { City } from './city';

/** What a test may expect of the browser itself. */
export class BrowserLog {
  private readonly lines: string[] = [];
  private readonly allowed: RegExp[] = [];

  /** A complaint that this test provokes, such as the status of a refused request. */
  allow(complaint: RegExp): void {
    this.allowed.push(complaint);
  }

  listen(context: BrowserContext, base: string): void {
    context.on('weberror', (error) => this.lines.push(`uncaught: ${error.error().stack ?? error.error().message}`));
    context.on('console', (message) => {
      if (message.type() === 'error') this.lines.push(`console: ${message.text()} ${message.location().url}`);
    });
    context.on('request', (request) => {
      if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(base)) {
        this.lines.push(`asked outside: ${request.url()}`);
      }
    });
  }

  complaints(): string[] {
    return this.lines.filter((line) => !this.allowed.some((pattern) => pattern.test(line)));
  }
}

type Fixtures = { browserLog: BrowserLog };
type WorkerFixtures = { city: City };

/** Every test fails on an error in the browser, and on a request to anywhere but the server. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  baseURL: async ({}, use) => use(address()),

  city: [async ({}, use) => use(await City.signIn(address())), { scope: 'worker' }],

  browserLog: [
    async ({ context, baseURL }, use) => {
      const log = new BrowserLog();
      log.listen(context, baseURL ?? '');
      await use(log);
      expect(log.complaints(), 'errors in the browser').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

function address(): string {
  const address = process.env.BASE_URL;
  if (!address) throw new Error('BASE_URL is not set: the server of the tests did not start');
  return address;
}

/** axe finds nothing to complain of in what is shown now. */
export async function expectAccessible(page: Page): Promise<void> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  const told = violations.map(({ id, help, nodes }) => ({ id, help, where: nodes.map((node) => node.html).slice(0, 5) }));
  expect(told, `axe on ${page.url()}`).toEqual([]);
}
