/** The Chromium that the tests drive: the system's where there is one. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'];
const fixedPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Path of an installed browser, or undefined, in which case Playwright uses its own download. */
export function systemBrowser(path = process.env['PATH'] ?? ''): string | undefined {
  const folders = path.split(delimiter).filter((folder) => folder !== '');
  const onPath = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  return [...onPath, ...fixedPlaces].find((file) => existsSync(file) && answers(file));
}

/** Ubuntu's package is a script that asks for another package manager; elsewhere a question would open a window. */
function answers(file: string): boolean {
  return process.platform !== 'linux' || spawnSync(file, ['--version'], { timeout: 10_000 }).status === 0;
}

const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** How the browser is started: no traffic of its own, and no sandbox for root, under whom Chromium refuses one. */
export function launchOptions(): { executablePath?: string; args: string[] } {
  const executablePath = systemBrowser();
  const args = process.getuid?.() === 0 ? ['--no-sandbox', ...quiet] : quiet;
  return executablePath === undefined ? { args } : { executablePath, args };
}
