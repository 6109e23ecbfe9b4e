/** `npm test`: every suite, and one last line that sums them all. */
import { mkdirSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { add, oneFailed, type Counts } from './counts.ts';
import { reports } from './paths.ts';
import { runProgram } from './runProgram.ts';
import { builds, checks, unit, window, type Suite } from './suites.ts';
import { bringBrowser } from './testBrowser.ts';

const print = ({ passed, failed, skipped }: Counts): string => `${passed} passed, ${failed} failed, ${skipped} skipped`;
const none: Counts = { passed: 0, failed: 0, skipped: 0 };

async function runSuite(suite: Suite): Promise<Counts> {
  const startedAt = performance.now();
  const { exitCode, output } = await runProgram(suite.command, suite.args, suite.limitMs, suite.show);
  const counts = suite.count(exitCode);
  if (counts.failed > 0 && !suite.show) process.stdout.write(output);
  if (exitCode === 124) console.log(`${suite.name} took longer than ${suite.limitMs / 1000} s and was ended`);
  console.log(`${suite.name}: ${print(counts)} (${((performance.now() - startedAt) / 1000).toFixed(1)} s)`);
  return counts;
}

async function inTurn(suites: readonly Suite[]): Promise<Counts> {
  let sum = none;
  for (const suite of suites) sum = add(sum, await runSuite(suite));
  return sum;
}

/** Runs the suites from one queue on as many lanes as there are cores. */
async function sideBySide(suites: readonly Suite[]): Promise<Counts> {
  const queue = [...suites];
  const lane = async (): Promise<Counts> => {
    let sum = none;
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) sum = add(sum, await runSuite(next));
    return sum;
  };
  const lanes = Array.from({ length: Math.min(3, availableParallelism()) }, lane);
  return (await Promise.all(lanes)).reduce(add, none);
}

async function browser(): Promise<Counts> {
  try {
    console.log(await bringBrowser());
    return none;
  } catch (error) {
    console.log((error as Error).message);
    return oneFailed;
  }
}

async function test(): Promise<Counts> {
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  const parts = [await browser(), await sideBySide([...builds, ...checks]), await inTurn([unit, window])];
  return parts.reduce(add, none);
}

const startedAt = performance.now();
const sum = await test();
console.log(`all suites: ${((performance.now() - startedAt) / 1000).toFixed(0)} s`);
console.log(print(sum));
process.exitCode = sum.failed > 0 ? 1 : 0;
