/** Writes the picture of the window that README shows: `node test/e2e/screenshot.ts`. The window must have been built. */
import { chromium } from '@playwright/test';
import { fileURLToPath } from 'node:url';
import { launchOptions } from '../../build/browser.ts';
import { startHost } from './host.ts';

const file = fileURLToPath(new URL('../../renderer/screenshot.png', import.meta.url));
const host = await startHost();
const browser = await chromium.launch(launchOptions());
try {
  const page = await browser.newPage({
    viewport: { width: 1440, height: 900 },
    colorScheme: 'light',
    reducedMotion: 'reduce',
  });
  await page.goto(host.url);
  await page.getByTestId('background').filter({ hasText: 'events' }).waitFor();
  await page.locator('nav button.name').last().click();
  await page.waitForTimeout(1500); // the last curve, and the words that follow it
  await page.screenshot({ path: file });
  console.log(file);
} finally {
  await browser.close();
  await host.stop();
}
