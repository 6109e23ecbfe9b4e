import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'acorn';
import { expect, test } from 'vitest';
import { root } from '../../build/paths.ts';

const guard = join(root, 'build/nodeVersion.cjs');

/** Runs the guard in a Node that says it is another version. */
function runAs(version: string) {
  const pretend = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } });`;
  return spawnSync(process.execPath, ['-e', `${pretend} require(${JSON.stringify(guard)})`], { encoding: 'utf8' });
}

test('an old Node is told so in one line', () => {
  const { status, stderr } = runAs('20.19.1');
  expect(status).toBe(1);
  expect(stderr.trim().split('\n')).toEqual([expect.stringContaining('needs Node 24 or newer; this is Node 20.19.1')]);
});

test('a Node that is new enough is let through', () => {
  expect(runAs('24.0.0')).toMatchObject({ status: 0, stderr: '' });
});

test('a very old Node can parse the guard', () => {
  expect(() => parse(readFileSync(guard, 'utf8'), { ecmaVersion: 5 })).not.toThrow();
});

test('every script that runs TypeScript goes through the guard', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const unguarded = Object.values(scripts).filter(
    (script) => /^node .*\.ts/.test(script) && !script.includes('-r ./build/nodeVersion.cjs'),
  );
  expect(unguarded).toEqual([]);
});
