import { availableParallelism } from 'node:os';
import { CancelledError, type ErrorData } from '../../../core/errors.ts';
import {
  resultsDocument,
  type ComputedScenario,
  type ResultsDocument,
} from '../../../core/exchange/resultsDocument.ts';
import { physicsConstants } from '../../../data/reference/constants.ts';
import { openStore } from '../../../data/store/open.ts';
import { keysOf } from '../../backend/keys.ts';
import { MemoryResults } from '../../backend/memoryResults.ts';
import { launchNodeWorker } from '../../backend/nodeWorker.ts';
import { WorkerPool } from '../../backend/pool.ts';
import { ReachQueue } from '../../backend/reachQueue.ts';
import { ResultBook, type ResultKeeper } from '../../backend/resultBook.ts';
import { printResult, type Output } from '../output.ts';
import { readable } from '../reachTables.ts';
import { readStudy, type ResolvedStudy } from '../study.ts';
import { checkOutput, writeOutput } from '../writeOutput.ts';

export interface RunOptions {
  readonly out?: string;
  readonly force: boolean;
  readonly toys?: number;
  readonly seed?: number;
  readonly workers?: number;
  readonly cache: boolean;
  readonly json: boolean;
}

/** Computes the reach of every scenario of a study file on all cores; what was computed before comes from the store. */
export async function runCommand(path: string, options: RunOptions, output: Output): Promise<void> {
  const study = withOverrides(readStudy(path), options);
  if (options.out !== undefined) checkOutput(options.out);
  const document = await compute(study, options, output);
  if (options.out !== undefined)
    writeOutput(options.out, 'results.json', `${JSON.stringify(document, null, 2)}\n`, options.force);
  printResult(output, options.json, document, () => readable(document));
}

function withOverrides(study: ResolvedStudy, { toys, seed }: RunOptions): ResolvedStudy {
  const scenarios = study.scenarios.map(({ scenario, ...rest }) => {
    const thrown = toys === undefined ? {} : { toys, bands: 'toys' as const };
    const seeded = seed === undefined ? {} : { seed };
    return { ...rest, scenario: { ...scenario, analysis: { ...scenario.analysis, ...thrown, ...seeded } } };
  });
  return { ...study, scenarios };
}

async function compute(study: ResolvedStudy, options: RunOptions, output: Output): Promise<ResultsDocument> {
  const { keeper, close } = openKeeper(options.cache, output);
  const pool = new WorkerPool(launchNodeWorker, options.workers ?? availableParallelism());
  try {
    const results = await computeAll(study, new ResultBook(keeper), pool, output);
    return resultsDocument(study.file.name, study.file.constants, results);
  } finally {
    pool.close();
    close();
  }
}

const nothingStored = { get: () => new Map() } as unknown as Pick<ResultKeeper, 'get'>;

/** The store's results, or memory where there is no cache or another program writes it. */
function openKeeper(cache: boolean, output: Output): { keeper: ResultKeeper; close: () => void } {
  if (!cache) return { keeper: new MemoryResults(nothingStored), close: () => undefined };
  const store = openStore();
  if (store.readOnly !== null) output.err(`note: ${store.readOnly} Results of this run are not kept.\n`);
  const keeper = store.readOnly === null ? store.results : new MemoryResults(store.results);
  return {
    keeper,
    close: () => {
      store.close();
    },
  };
}

async function computeAll(
  { file, scenarios }: ResolvedStudy,
  book: ResultBook,
  pool: WorkerPool,
  output: Output,
): Promise<ComputedScenario[]> {
  const queue = new ReachQueue(pool, book);
  const constants = physicsConstants(file.constants);
  const fractions = scenarios.map(() => 0);
  const work = scenarios.map(({ scenario, preset, notices }, i) => {
    const question = { scenario, constants, masses: file.masses };
    return reachOf(queue, question, (fraction) => {
      fractions[i] = fraction;
      showProgress(output, fractions);
    }).then(() => {
      const kept = book.reach(keysOf(question));
      if (kept === null) throw new Error(`the result of “${scenario.name}” was not kept`);
      return { scenario, preset, notices, events: kept.events, points: kept.points, warnings: kept.warnings };
    });
  });
  return cancellable(Promise.all(work));
}

function reachOf(
  queue: ReachQueue,
  question: Parameters<ReachQueue['start']>[0],
  progress: (fraction: number) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const run = queue.start(question, {
      progress,
      done: () => {
        progress(1);
        resolve();
      },
      failed: (error) => {
        reject(asError(error));
      },
    });
    if (run === null) {
      progress(1);
      resolve();
    }
  });
}

/** Ctrl+C ends the run at once; points that are done stay in the store. */
function cancellable<T>(work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      reject(new CancelledError());
    };
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
    work.then(resolve, reject).finally(() => {
      process.off('SIGINT', stop);
      process.off('SIGTERM', stop);
    });
  });
}

let shown = -1;

/** One line on stderr: rewritten on a terminal, every tenth otherwise. */
function showProgress(output: Output, fractions: readonly number[]): void {
  const percent = Math.floor((100 * fractions.reduce((sum, f) => sum + f, 0)) / fractions.length);
  const step = process.stderr.isTTY ? 1 : 10;
  if (Math.floor(percent / step) === Math.floor(shown / step)) return;
  shown = percent;
  output.err(
    process.stderr.isTTY
      ? `\rcomputing ${String(percent)}%${percent === 100 ? '\n' : ''}`
      : `computing ${String(percent)}%\n`,
  );
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error((error as ErrorData | undefined)?.message ?? String(error));
}
