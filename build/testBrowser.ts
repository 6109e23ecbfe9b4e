/** Brings the browser that the tests need: the system's, Debian's package, or Playwright's own download. */
import { existsSync } from 'node:fs';
import { systemBrowser } from './browser.ts';
import { runProgram } from './runProgram.ts';

const limitMs = 240_000;

/** Resolves to a line that says what was found or brought, or rejects with what was tried. */
export async function bringBrowser(): Promise<string> {
  const present = systemBrowser();
  if (present !== undefined) return `browser: ${present}`;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const installed = await fromDebian();
    if (installed !== undefined) return `browser: ${installed} (installed by apt-get)`;
  }
  await fromPlaywright();
  return "browser: Playwright's own Chromium";
}

async function fromDebian(): Promise<string | undefined> {
  console.log('installing Chromium by apt-get …');
  await runProgram('apt-get', ['update', '-qq'], limitMs, false);
  const packages = ['install', '-y', '-qq', '--no-install-recommends', 'chromium'];
  await runProgram('env', ['DEBIAN_FRONTEND=noninteractive', 'apt-get', ...packages], limitMs, false);
  return systemBrowser();
}

async function fromPlaywright(): Promise<void> {
  console.log("downloading Playwright's Chromium …");
  // As root it may bring the libraries that a bare system lacks.
  const withLibraries = process.platform === 'linux' && process.getuid?.() === 0 ? ['--with-deps'] : [];
  const { exitCode, output } = await runProgram(
    'playwright',
    ['install', ...withLibraries, 'chromium'],
    limitMs,
    false,
  );
  if (exitCode !== 0)
    throw new Error(`No Chromium for the tests: install Chrome or Chromium and run again.\n${output}`);
}
