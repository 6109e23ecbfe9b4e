/** Every import rule fires on a file that breaks it, and a tree that keeps them all is clean. */
import { cruise, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import config from '../../build/dependency-cruiser.mjs';

const rules = config.forbidden as readonly (IForbiddenRuleType & { name: string })[];
const packages = ['zod', 'electron', 'chart.js', 'svelte', 'ws', 'better-sqlite3', 'commander', 'left-pad'];

/** One module per rule that breaks it: file → what it imports. */
const violations: Readonly<Record<string, readonly [file: string, imports: string][]>> = {
  'core-is-pure': [
    ['core/a.ts', "import 'node:fs';"],
    ['core/b.ts', "import '../data/list.ts';"],
    ['core/c.ts', "import 'left-pad';"],
  ],
  'data-knows-core': [['data/a.ts', "import '../electron/backend/backend.ts';"]],
  'backend-is-host-neutral': [
    ['electron/backend/a.ts', "import '../web/main.ts';"],
    ['electron/backend/b.ts', "import 'ws';"],
  ],
  'worker-only-computes': [['electron/worker/a.ts', "import '../../data/list.ts';"]],
  'main-is-a-host': [['electron/main/a.ts', "import '../../core/physics/signal.ts';"]],
  'web-is-a-host': [['electron/web/a.ts', "import '../main/main.ts';"]],
  'cli-is-a-host': [['electron/cli/a.ts', "import '../../renderer/main.ts';"]],
  'preload-knows-the-contract': [['electron/preload/a.ts', "import 'node:fs';"]],
  'window-never-computes': [
    ['renderer/a.ts', "import '../core/physics/signal.ts';"],
    ['renderer/b.ts', "import '../electron/backend/backend.ts';"],
  ],
  'window-takes-results-as-types': [
    ['renderer/c.ts', "import { value } from '../core/results.ts'; console.log(value);"],
  ],
  'only-charts-import-chart-js': [['renderer/views/a.ts', "import 'chart.js';"]],
  'only-main-and-preload-import-electron': [
    ['electron/backend/c.ts', "import 'electron';"],
    ['electron/web/b.ts', "import type { App } from 'electron'; export type A = App;"],
  ],
  // Replaces the lawful module of the same name; the cycle is reported at its first end.
  'no-cycles': [['core/contract.ts', "import './physics/loop.ts';"]],
  'everything-resolves': [['core/z.ts', "import './nothing.ts';"]],
};

/** Modules that keep every rule, and that the ones above import. */
const lawful: readonly [file: string, source: string][] = [
  ['core/contract.ts', "import 'zod'; export const calls = {};"],
  ['core/results.ts', 'export interface Result { x: number } export const value = 1;'],
  ['core/physics/signal.ts', 'export const rate = 1;'],
  ['core/physics/loop.ts', "import '../contract.ts';"],
  ['data/list.ts', "import 'node:fs'; import 'better-sqlite3'; import '../core/physics/signal.ts';"],
  ['electron/backend/backend.ts', "import 'node:path'; import '../../data/list.ts'; import '../../core/contract.ts';"],
  ['electron/worker/worker.ts', "import '../../core/physics/signal.ts';"],
  ['electron/main/main.ts', "import 'electron'; import '../backend/backend.ts'; import '../../core/contract.ts';"],
  ['electron/web/main.ts', "import 'ws'; import '../backend/backend.ts';"],
  [
    'electron/cli/main.ts',
    "import 'commander'; import '../backend/backend.ts'; import '../../core/physics/signal.ts';",
  ],
  ['electron/preload/preload.ts', "import 'electron'; import '../../core/contract.ts';"],
  [
    'renderer/main.ts',
    "import 'svelte'; import './charts/chart.ts'; import type { Result } from '../core/results.ts'; export type R = Result;",
  ],
  ['renderer/charts/chart.ts', "import 'chart.js';"],
];

let folder = '';
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** The rules that a tree with these files breaks, each with the files that break it. */
async function brokenRules(files: readonly (readonly [string, string])[]): Promise<Map<string, Set<string>>> {
  folder = mkdtempSync(join(tmpdir(), 'kaon-reach-rules-'));
  for (const name of packages) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }));
    write(`node_modules/${name}/index.js`, '');
  }
  for (const [file, source] of files) write(file, source);
  const { tsConfig: _none, ...options } = config.options;
  const { output } = await cruise(['core', 'data', 'electron', 'renderer'], {
    ...options,
    baseDir: folder,
    validate: true,
    ruleSet: { forbidden: [...rules] },
  });
  const broken = new Map<string, Set<string>>();
  for (const { rule, from } of (output as ICruiseResult).summary.violations) {
    broken.set(rule.name, (broken.get(rule.name) ?? new Set()).add(from));
  }
  return broken;
}

test('a tree that keeps the rules has no violation', async () => {
  expect(await brokenRules(lawful)).toEqual(new Map());
});

test('every rule has a module here that breaks it', () => {
  expect(Object.keys(violations).sort()).toEqual(rules.map(({ name }) => name).sort());
});

test.each(Object.entries(violations))('%s fires on each module that breaks it', async (rule, files) => {
  const broken = await brokenRules([...lawful, ...files]);
  expect([...(broken.get(rule) ?? [])].sort()).toEqual(files.map(([file]) => file).sort());
});
