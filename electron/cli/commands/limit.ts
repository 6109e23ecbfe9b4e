import { InputError } from '../../../core/errors.ts';
import { classicalLimit, clsLimit, paperLimit, withCoverage } from '../../../core/statistics/limits.ts';
import { number, printResult, type Output } from '../output.ts';

export const limitStatistics = ['paper', 'cls', 'classical'] as const;

export interface LimitOptions {
  readonly observed: number;
  readonly background?: number;
  readonly statistic: (typeof limitStatistics)[number];
  readonly cl: number;
  readonly json: boolean;
}

/** The upper limit on signal events of a counting experiment with exactly known background, and its actual coverage. */
export function limitCommand({ observed, background, statistic, cl, json }: LimitOptions, output: Output): void {
  const { signalEvents, coverage } = withCoverage(
    upperLimit(),
    observed,
    statistic === 'paper' ? 0 : (background ?? 0),
  );
  const result = {
    statistic,
    confidenceLevel: cl,
    observed,
    background: background ?? null,
    signalUpperLimit: signalEvents,
    signalLowerLimit: 0,
    coverage,
  };
  printResult(
    output,
    json,
    result,
    () =>
      `${statistic}, ${number(100 * cl)}% CL: ${number(signalEvents, 8)} signal events (actual coverage at the limit ${number(100 * coverage)}%)`,
  );

  function upperLimit(): number {
    if (statistic === 'paper') return paperLimit(observed, cl);
    if (background === undefined)
      throw new InputError(
        `--background: is missing; allowed: 0 or more events (only --statistic paper does without)`,
        { where: '--background' },
      );
    return statistic === 'cls' ? clsLimit(observed, background, cl) : classicalAbove(observed, background, cl);
  }
}

/** The classical limit on the sum less the background; an empty interval is said, not shown as a number. */
function classicalAbove(observed: number, background: number, cl: number): number {
  const limit = classicalLimit(observed, cl) - background;
  if (limit > 0) return limit;
  throw new InputError(
    `--observed: ${String(observed)} events are so few over a background of ${String(background)} that the classical interval is empty; allowed: more events, or --statistic cls`,
    { where: '--observed' },
  );
}
