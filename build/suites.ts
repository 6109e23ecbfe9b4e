/** Every suite of `npm test`: what it runs, and how its outcome is counted. */
import { join } from 'node:path';
import { countPlaywright, countSuite, countVitest, oneFailed, onePassed, type Counts } from './counts.ts';
import { reports } from './paths.ts';

export interface Suite {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly limitMs: number;
  /** Whether its output is printed as it comes, or only when it failed. */
  readonly show: boolean;
  readonly count: (exitCode: number) => Counts;
}

const minute = 60_000;

/** A check is one test: it holds for the whole project or it does not. */
function check(name: string, command: string, ...args: readonly string[]): Suite {
  return {
    name,
    command,
    args,
    limitMs: 6 * minute,
    show: false,
    count: (code) => (code === 0 ? onePassed : oneFailed),
  };
}

export const builds: readonly Suite[] = [
  check('build of the window', 'node', 'build/build.ts', 'window'),
  check('build of the Electron processes', 'node', 'build/build.ts', 'electron'),
];

export const checks: readonly Suite[] = [
  check('lint', 'npm', 'run', '--silent', 'check:lint'),
  check('types', 'npm', 'run', '--silent', 'check:types'),
  check('types in components', 'npm', 'run', '--silent', 'check:svelte'),
  check('import rules', 'npm', 'run', '--silent', 'check:imports'),
  check('formatting', 'npm', 'run', '--silent', 'check:format'),
];

export const unitReport = join(reports, 'unit.json');
export const windowReport = join(reports, 'e2e.json');

export const unit: Suite = {
  name: 'units, processes and builds',
  command: 'vitest',
  args: [
    'run',
    '--config',
    'build/vitest.config.ts',
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${unitReport}`,
  ],
  limitMs: 8 * minute,
  show: true,
  count: (code) => countSuite(code, unitReport, countVitest),
};

export const window: Suite = {
  name: 'the window in a browser',
  command: 'playwright',
  args: ['test', '--config', 'build/playwright.config.ts'],
  limitMs: 8 * minute,
  show: true,
  count: (code) => countSuite(code, windowReport, countPlaywright),
};
