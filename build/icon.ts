/** Draws build/icon.png from build/icon.svg, in the browser of the tests: `node build/icon.ts`. */
import { chromium } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchOptions } from './browser.ts';
import { root } from './paths.ts';

/** The largest size that any platform asks for [pixels]. */
const size = 1024;

const browser = await chromium.launch(launchOptions());
const page = await browser.newPage({ viewport: { width: 512, height: 512 }, deviceScaleFactor: size / 512 });
const svg = readFileSync(join(root, 'build/icon.svg'), 'utf8');
await page.setContent(
  `<style>html, body { margin: 0; background: transparent; } svg { display: block; }</style>${svg}`,
);
await page.screenshot({ path: join(root, 'build/icon.png'), omitBackground: true });
await browser.close();
