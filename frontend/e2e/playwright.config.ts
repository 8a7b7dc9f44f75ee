import { defineConfig } from '@playwright/test';
import { chromium } from './support/chromium';

/** One real server with the demonstration city for the whole run; each test makes the links that it needs. */
export default defineConfig({
  testDir: 'specs',
  outputDir: process.env.E2E_OUTPUT ?? '../../target/e2e',
  globalSetup: './support/start-city.ts',
  fullyParallel: true,
  forbidOnly: true,
  // A test that passes the second time has found something; it is not run a second time.
  retries: 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['./support/totals.ts']],
  use: {
    launchOptions: chromium,
    locale: 'id-ID',
    timezoneId: 'Asia/Makassar',
    viewport: { width: 360, height: 640 },
    actionTimeout: 10_000,
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
  },
});
