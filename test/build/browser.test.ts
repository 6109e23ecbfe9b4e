import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { systemBrowser } from '../../build/browser.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kaon-reach-browser-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function program(name: string, exitCode: number): string {
  const file = join(folder, name);
  writeFileSync(file, `#!/bin/sh\nexit ${exitCode}\n`);
  chmodSync(file, 0o755);
  return file;
}

if (process.platform === 'linux') {
  test('a browser on the path is found', () => {
    const file = program('chromium', 0);
    expect(systemBrowser(folder)).toBe(file);
  });

  test('a script that only says how to get a browser is none', () => {
    program('chromium-browser', 1);
    expect(systemBrowser(folder)).toBeUndefined();
    const real = program('google-chrome', 0);
    expect(systemBrowser(folder)).toBe(real);
  });

  test('a path without a browser has none', () => {
    program('firefox', 0);
    expect(systemBrowser(folder)).toBeUndefined();
  });
}
