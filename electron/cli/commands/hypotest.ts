import type { TestStatistic } from '../../../core/statistics/inference/asymptotic.ts';
import { hypotest } from '../../../core/statistics/inference/hypotest.ts';
import { readWorkspace } from '../../../core/statistics/model/read.ts';
import { number, printResult, table, type Output } from '../output.ts';
import { readFileAs } from '../textFile.ts';
import { bandNames, interpolationOf, warningLines, type InterpolationOptions } from '../workspace.ts';

export const testStatistics = ['qtilde', 'q'] as const satisfies readonly TestStatistic[];

export interface HypotestOptions extends InterpolationOptions {
  readonly poi: number;
  readonly test: TestStatistic;
  readonly json: boolean;
}

/** CLs of one signal strength, for a pyhf workspace. */
export function hypotestCommand(path: string, options: HypotestOptions, output: Output): void {
  const interpolation = interpolationOf(options);
  const { CLsObserved, CLsExpected, warnings } = readFileAs(path, 'a pyhf JSON workspace', (text) => {
    const { model, data } = readWorkspace(text, interpolation);
    return hypotest(model, data, options.poi, { test: options.test });
  });
  printResult(output, options.json, { CLsObserved, CLsExpected, warnings }, () => {
    const rows = CLsExpected.map((value, i) => [`expected ${bandNames[i] ?? ''}`, number(value, 6)]);
    const title = `CLs of signal strength ${number(options.poi)}`;
    return [
      title,
      table(['data', 'CLs'], [['observed', number(CLsObserved, 6)], ...rows]),
      ...warningLines(warnings),
    ].join('\n');
  });
}
