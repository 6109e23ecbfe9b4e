import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { countPlaywright, countSuite, countVitest } from '../../build/counts.ts';

let report = '';
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kaon-reach-counts-'));
  report = join(folder, 'report.json');
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((of) => ({ status: of })),
});

function vitest(numPassedTests: number, numFailedTests: number, ...testResults: ReturnType<typeof file>[]) {
  return { numPassedTests, numFailedTests, numPendingTests: 1, numTodoTests: 2, testResults };
}

test('tests are counted by outcome; what is still to do counts as skipped', () => {
  const counts = countVitest(vitest(2, 1, file('failed', 'passed', 'failed'), file('passed', 'passed')));
  expect(counts).toEqual({ passed: 2, failed: 1, skipped: 3 });
});

test('a file that could not be imported is a failure', () => {
  expect(countVitest(vitest(1, 0, file('failed'), file('passed', 'passed'))).failed).toBe(1);
});

test('a file whose hook threw after its tests passed is a failure', () => {
  expect(countVitest(vitest(1, 0, file('failed', 'passed'))).failed).toBe(1);
});

test('a test that passed only when repeated did not pass, and an error outside any test is a failure', () => {
  const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 2 };
  expect(countPlaywright({ stats, errors: [{}] })).toEqual({ passed: 5, failed: 3, skipped: 2 });
});

const suite = (exitCode: number, passed: number, failed: number) => {
  writeFileSync(
    report,
    JSON.stringify({ stats: { expected: passed, unexpected: failed, flaky: 0, skipped: 0 }, errors: [] }),
  );
  return countSuite(exitCode, report, countPlaywright);
};

test('a suite that left no report is a failure', () => {
  expect(countSuite(0, join(folder, 'none.json'), countPlaywright)).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test('a suite without any test is a failure', () => {
  expect(suite(0, 0, 0).failed).toBe(1);
});

test('an error exit that the report does not explain is a failure', () => {
  expect(suite(1, 3, 0)).toEqual({ passed: 3, failed: 1, skipped: 0 });
});

test('an error exit that the report explains is not counted twice', () => {
  expect(suite(1, 3, 2)).toEqual({ passed: 3, failed: 2, skipped: 0 });
});
