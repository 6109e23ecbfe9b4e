import { upperLimit } from '../../../core/statistics/inference/upperLimit.ts';
import { readWorkspace } from '../../../core/statistics/model/read.ts';
import { number, printResult, table, type Output } from '../output.ts';
import { readFileAs } from '../textFile.ts';
import { bandNames, interpolationOf, warningLines, type InterpolationOptions } from '../workspace.ts';

export interface UpperLimitOptions extends InterpolationOptions {
  readonly cl: number;
  readonly json: boolean;
}

/** CLs upper limit on the parameter of interest, for a pyhf workspace. */
export function upperLimitCommand(path: string, options: UpperLimitOptions, output: Output): void {
  const interpolation = interpolationOf(options);
  const { observed, expected, warnings } = readFileAs(path, 'a pyhf JSON workspace', (text) => {
    const { model, data } = readWorkspace(text, interpolation);
    return upperLimit(model, data, options.cl);
  });
  printResult(output, options.json, { observed, expected, warnings }, () => {
    const rows = expected.map((value, i) => [`expected ${bandNames[i] ?? ''}`, number(value, 6)]);
    const title = `upper limit on the signal strength, CLs, ${number(100 * options.cl)}% CL`;
    return [
      title,
      table(['data', 'limit'], [['observed', number(observed, 6)], ...rows]),
      ...warningLines(warnings),
    ].join('\n');
  });
}
