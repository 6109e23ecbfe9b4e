import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readPlacement, writePlacement } from '../../../electron/main/bounds.ts';

const screens = [{ x: 0, y: 0, width: 1920, height: 1080 }];
const first = { bounds: { width: 1440, height: 900 }, maximised: false };

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kaon-reach-bounds-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function remembered(value: unknown): ReturnType<typeof readPlacement> {
  const file = join(folder, 'window.json');
  writeFileSync(file, typeof value === 'string' ? value : JSON.stringify(value));
  return readPlacement(file, screens);
}

test('without memory the window is 1440 × 900 where the platform puts it', () => {
  expect(readPlacement(join(folder, 'none.json'), screens)).toEqual(first);
});

test('what was written is read again', () => {
  const placement = { bounds: { x: 10, y: 20, width: 1200, height: 800 }, maximised: true };
  const file = join(folder, 'written.json');
  writePlacement(file, placement);
  expect(readPlacement(file, screens)).toEqual(placement);
});

test('a window is never smaller than its smallest size', () => {
  const { bounds } = remembered({ bounds: { x: 0, y: 0, width: 300, height: 200 }, maximised: false });
  expect(bounds).toMatchObject({ width: 1100, height: 700 });
});

test.each([
  ['on a screen that is gone', { bounds: { x: 3000, y: 0, width: 1200, height: 800 }, maximised: false }],
  ['with its title bar above the screen', { bounds: { x: 0, y: -400, width: 1200, height: 800 }, maximised: false }],
  ['with a number that is none', { bounds: { x: 0, y: 0, width: 'wide', height: 800 }, maximised: false }],
  ['without bounds', { maximised: true }],
  ['of no object', null],
  ['of a broken file', '{'],
])('a memory %s is forgotten', (_what, stored) => {
  expect(remembered(stored)).toEqual(first);
});

test('a place that cannot be written stops nobody', () => {
  expect(() => {
    writePlacement(join(folder, 'missing/window.json'), { bounds: { width: 1, height: 1 }, maximised: false });
  }).not.toThrow();
});
