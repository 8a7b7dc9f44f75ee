import { defineConfig } from '@playwright/test';
import tests from './playwright.config';
import { LOOKS } from './support/album';

/** The walk of `cargo xtask screens`: every screen and state, in every look, as pictures to be judged by people. */
export default defineConfig({
  ...tests,
  testDir: 'screens',
  testMatch: '*.walk.ts',
  outputDir: process.env.E2E_OUTPUT ?? '../../target/e2e',
  globalSetup: './support/start-large-city.ts',
  timeout: 240_000,
  reporter: [['list'], ['./support/totals.ts']],
  projects: LOOKS.map((look) => ({
    name: look.name,
    metadata: look,
    use: { viewport: look.viewport, colorScheme: look.scheme, trace: 'off' as const, screenshot: 'off' as const },
  })),
});
