/** End-to-end tests: the built window in a real Chromium. */
import { defineConfig } from '@playwright/test';
import { join } from 'node:path';
import { launchOptions } from './browser.ts';
import { out, reports, root } from './paths.ts';

export default defineConfig({
  testDir: join(root, 'test/e2e'),
  outputDir: join(out, 'e2e'),
  fullyParallel: true,
  workers: 2,
  timeout: 30_000,
  reporter: [['list'], ['json', { outputFile: join(reports, 'e2e.json') }]],
  use: {
    viewport: { width: 1440, height: 900 },
    launchOptions: launchOptions(),
    screenshot: 'only-on-failure',
    trace: 'off',
  },
});
