import { availableParallelism } from 'node:os';
import { resultsDocument, type ResultsDocument } from '../../../core/exchange/resultsDocument.ts';
import { launchNodeWorker } from '../../backend/nodeWorker.ts';
import { WorkerPool } from '../../backend/pool.ts';
import { ResultBook } from '../../backend/resultBook.ts';
import { computeAll } from '../computeAll.ts';
import { openKeeper } from '../keeper.ts';
import { printResult, type Output } from '../output.ts';
import { cancellable, progressLine } from '../progress.ts';
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
    const results = await cancellable(computeAll(study, new ResultBook(keeper), pool, progressLine(output)));
    return resultsDocument(study.file.name, study.file.constants, results);
  } finally {
    pool.close();
    close();
  }
}
