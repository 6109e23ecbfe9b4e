import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { electronBinary, failedRecently } from '../../build/electronBinary.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kaon-reach-electron-'));
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', undefined);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

test('a module without its binary has none', () => {
  expect(electronBinary(folder)).toBeUndefined();
});

test('a path to a file that is gone is no binary', () => {
  writeFileSync(join(folder, 'path.txt'), 'electron');
  expect(electronBinary(folder)).toBeUndefined();
});

test('the installed binary is found without running any installer', () => {
  mkdirSync(join(folder, 'dist'));
  writeFileSync(join(folder, 'dist/electron'), '');
  writeFileSync(join(folder, 'path.txt'), 'electron');
  expect(electronBinary(folder)).toBe(join(folder, 'dist/electron'));
});

test('a failed attempt is remembered for hours, not for days', () => {
  const marker = join(folder, 'failed');
  expect(failedRecently(marker)).toBe(false);
  writeFileSync(marker, '');
  expect(failedRecently(marker)).toBe(true);
  const yesterday = new Date(Date.now() - 24 * 3600 * 1000);
  utimesSync(marker, yesterday, yesterday);
  expect(failedRecently(marker)).toBe(false);
});
