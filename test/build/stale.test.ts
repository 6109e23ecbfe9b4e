import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isStale, writeStamp } from '../../build/stale.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute));

let folder = '';
let stamp = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kaon-reach-stale-'));
  stamp = join(folder, 'out/.built');
  mkdirSync(join(folder, 'source/deep'), { recursive: true });
  writeFileSync(join(folder, 'source/deep/a.ts'), '');
  writeFileSync(join(folder, 'source/deep/b.ts'), '');
  touchAll(0);
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function touchAll(minute: number): void {
  for (const name of ['deep/a.ts', 'deep/b.ts', 'deep', ''])
    utimesSync(join(folder, 'source', name), at(minute), at(minute));
}

const stale = () => isStale(stamp, [join(folder, 'source')]);

test('what was never built is stale', () => {
  expect(stale()).toBe(true);
});

test('what was built after the last change is not', () => {
  writeStamp(stamp, at(1));
  expect(stale()).toBe(false);
});

test('a change anywhere below makes it stale', () => {
  writeStamp(stamp, at(1));
  utimesSync(join(folder, 'source/deep/a.ts'), at(2), at(2));
  expect(stale()).toBe(true);
});

test('a removed file makes it stale', () => {
  writeStamp(stamp, at(1));
  rmSync(join(folder, 'source/deep/b.ts'));
  expect(stale()).toBe(true);
});

test('a change during the build makes it stale', () => {
  utimesSync(join(folder, 'source/deep/a.ts'), at(2), at(2));
  writeStamp(stamp, at(1));
  expect(stale()).toBe(true);
});
