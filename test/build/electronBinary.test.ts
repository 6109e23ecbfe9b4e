import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { electronBinary, failedRecently } from '../../build/electronBinary.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kaon-reach-electron-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

test('a module without its binary has none', () => {
  expect(electronBinary(folder, undefined)).toBeUndefined();
});

test('a path to a file that is gone is no binary', () => {
  writeFileSync(join(folder, 'path.txt'), 'electron');
  expect(electronBinary(folder, undefined)).toBeUndefined();
});

test('the installed binary is found without running any installer', () => {
  mkdirSync(join(folder, 'dist'));
  writeFileSync(join(folder, 'dist/electron'), '');
  writeFileSync(join(folder, 'path.txt'), 'electron');
  expect(electronBinary(folder, undefined)).toBe(join(folder, 'dist/electron'));
});

test('a folder named for Electron is used instead of its own', () => {
  const elsewhere = join(folder, 'elsewhere');
  mkdirSync(elsewhere);
  expect(electronBinary(folder, elsewhere)).toBeUndefined();
  writeFileSync(join(elsewhere, 'electron'), '');
  expect(electronBinary(folder, elsewhere)).toBe(join(elsewhere, 'electron'));
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
