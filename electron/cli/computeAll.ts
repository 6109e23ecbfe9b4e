import type { ComputedScenario } from '../../core/exchange/resultsDocument.ts';
import { physicsConstants } from '../../data/reference/constants.ts';
import { keysOf, type ReachQuestion } from '../backend/keys.ts';
import type { WorkerPool } from '../backend/pool.ts';
import { ReachQueue } from '../backend/reachQueue.ts';
import type { ResultBook } from '../backend/resultBook.ts';
import type { ResolvedStudy } from './study.ts';

/** Computes what the book does not have of a study's scenarios, and gives them all. */
export async function computeAll(
  { file, scenarios }: ResolvedStudy,
  book: ResultBook,
  pool: WorkerPool,
  progress: (fraction: number) => void,
): Promise<ComputedScenario[]> {
  const queue = new ReachQueue(pool, book);
  const constants = physicsConstants(file.constants);
  const fractions = scenarios.map(() => 0);
  const work = scenarios.map(async ({ scenario, preset, notices }, i) => {
    const question = { scenario, constants, masses: file.masses };
    await reachOf(queue, question, (fraction) => {
      fractions[i] = fraction;
      progress(fractions.reduce((sum, f) => sum + f, 0) / fractions.length);
    });
    const kept = book.reach(keysOf(question));
    if (kept === null) throw new Error(`the result of “${scenario.name}” was not kept`);
    return { scenario, preset, notices, events: kept.events, points: kept.points, warnings: kept.warnings };
  });
  return Promise.all(work);
}

function reachOf(queue: ReachQueue, question: ReachQuestion, progress: (fraction: number) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const done = (): void => {
      progress(1);
      resolve();
    };
    const failed = (error: unknown): void => {
      reject(error instanceof Error ? error : new Error(String(error)));
    };
    if (queue.start(question, { progress, done, failed }) === null) done();
  });
}
