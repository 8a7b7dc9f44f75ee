// What the screens weigh and how Lighthouse and axe judge them, as one line of JSON for `cargo xtask bench`.
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import lighthouse from 'lighthouse';
import desktop from 'lighthouse/core/config/desktop-config.js';
import { chromium } from 'playwright-core';

const { BASE_URL: base, SURVEY_LINK: link, UNIT: unit, PERIOD: period, PASSWORD: password, CHROMIUM: executablePath } = process.env;
const RUNS = 3;

const port = await new Promise((resolve) => {
  const probe = createServer().listen(0, '127.0.0.1', () => {
    const { port } = probe.address();
    probe.close(() => resolve(port));
  });
});
const profile = mkdtempSync(join(tmpdir(), 'sumberdaya-lighthouse-'));
const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage'];
const context = await chromium.launchPersistentContext(profile, {
  executablePath,
  locale: 'id-ID',
  args: [...args, `--remote-debugging-port=${port}`],
});

/** Bytes on the wire of what must be there before an answer can be tapped: the page and its style sheets. */
async function bytesBeforeFirstTap(address) {
  // A browser that was never here: no service worker answers in the server's place.
  const browser = await chromium.launch({ executablePath, args });
  const page = await browser.newPage();
  const client = await page.context().newCDPSession(page);
  await client.send('Network.enable');
  const kinds = new Map();
  let bytes = 0;
  client.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
  client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (['Document', 'Stylesheet'].includes(kinds.get(requestId))) bytes += encodedDataLength;
  });
  await page.goto(address, { waitUntil: 'networkidle' });
  await browser.close();
  return bytes;
}

/** Nothing is loaded yet, though somebody is signed in. */
async function forgetFiles() {
  const page = await context.newPage();
  const client = await context.newCDPSession(page);
  await client.send('Network.clearBrowserCache');
  await page.close();
}

/** The median of some runs, category by category, in hundredths. */
async function judge(address, keepsSession, config) {
  const runs = [];
  for (let run = 0; run < RUNS; run++) {
    if (keepsSession) await forgetFiles();
    const result = await lighthouse(address, { port, logLevel: 'error', output: 'json', disableStorageReset: keepsSession,
      onlyCategories: ['performance', 'accessibility', 'best-practices'] }, config);
    const { categories, audits } = result.lhr;
    runs.push({
      performance: categories.performance.score,
      accessibility: categories.accessibility.score,
      bestPractices: categories['best-practices'].score,
      firstPaintMs: audits['first-contentful-paint'].numericValue,
      blockedMs: audits['total-blocking-time'].numericValue,
      transferred: audits['total-byte-weight'].numericValue,
    });
    const told = Object.values(audits).filter(({ score, scoreDisplayMode }) => score !== null && score < 1 && scoreDisplayMode === 'binary');
    for (const { id, title } of told) console.error(`${address}: ${id}: ${title}`);
  }
  const middle = (name) => runs.map((run) => run[name]).sort((a, b) => a - b)[Math.floor(RUNS / 2)];
  return Object.fromEntries(Object.keys(runs[0]).map((name) => [name, middle(name)]));
}

async function violations(page) {
  const found = await new AxeBuilder({ page }).analyze();
  return found.violations.length;
}

const survey = `${base}/s/${link}`;
const overview = `${base}/console/units/${unit}?period=${period}`;
const bytes = await bytesBeforeFirstTap(survey);
const surveyJudged = await judge(survey, false);
const page = await context.newPage();
await page.goto(survey);
await page.getByRole('radiogroup').first().waitFor();
const surveyAxe = await violations(page);
await page.goto(overview);
await page.locator('input[autocomplete=username]').fill('admin');
await page.locator('input[autocomplete=current-password]').fill(password);
await page.locator('button[type=submit]').click();
await page.locator('.chart-card').first().waitFor();
const consoleAxe = await violations(page);
await page.close();

const told = {
  bytesBeforeFirstTap: bytes,
  survey: { ...surveyJudged, violations: surveyAxe },
  console: { ...(await judge(overview, true, desktop)), violations: consoleAxe },
};
await context.close();
rmSync(profile, { recursive: true, force: true });
console.log(`measured ${JSON.stringify(told)}`);
