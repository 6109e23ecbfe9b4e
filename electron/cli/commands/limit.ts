import { InputError } from '../../../core/errors.ts';
import { averagedCdf, type Background } from '../../../core/statistics/counting/background.ts';
import { feldmanCousins } from '../../../core/statistics/counting/feldmanCousins.ts';
import { classicalLimitUncertain, clsLimitUncertain } from '../../../core/statistics/counting/limits.ts';
import { classicalLimit, clsLimit, paperLimit, withCoverage } from '../../../core/statistics/limits.ts';
import { number, printResult, type Output } from '../output.ts';

export const limitStatistics = ['paper', 'cls', 'classical', 'feldmanCousins'] as const;

export interface LimitOptions {
  readonly observed: number;
  readonly background?: number;
  readonly backgroundUncertainty: number;
  readonly statistic: (typeof limitStatistics)[number];
  readonly cl: number;
  readonly json: boolean;
}

interface Interval {
  readonly signalUpperLimit: number;
  readonly signalLowerLimit: number;
  readonly coverage: number;
}

/** The interval for the signal events of a counting experiment, and its actual coverage at the upper end. */
export function limitCommand(options: LimitOptions, output: Output): void {
  const { statistic, observed, background, cl, json } = options;
  const interval = intervalOf(options);
  const result = { statistic, confidenceLevel: cl, observed, background: background ?? null, ...interval };
  printResult(output, json, result, () => {
    const { signalUpperLimit: upper, signalLowerLimit: lower, coverage } = interval;
    const from = lower > 0 ? `${number(lower, 8)} to ` : '';
    return `${statistic}, ${number(100 * cl)}% CL: ${from}${number(upper, 8)} signal events (actual coverage at the limit ${number(100 * coverage)}%)`;
  });
}

function intervalOf(options: LimitOptions): Interval {
  const { statistic, observed, background, backgroundUncertainty: uncertainty, cl } = options;
  if (statistic === 'paper') {
    if (uncertainty > 0) throw bad('--background-uncertainty', 'has no meaning here', 'any --statistic but paper');
    return upTo(withCoverage(paperLimit(observed, cl), observed, 0));
  }
  if (background === undefined)
    throw bad('--background', 'is missing', '0 or more events (only --statistic paper does without)');
  if (uncertainty > 0 && background === 0)
    throw bad('--background', 'is 0', 'above 0 events where it has an uncertainty');
  if (statistic === 'feldmanCousins') return unified(observed, { events: background, uncertainty }, cl);
  if (uncertainty > 0) return averagedLimit(options, { events: background, uncertainty });
  const limit = statistic === 'cls' ? clsLimit(observed, background, cl) : classicalLimit(observed, cl) - background;
  if (!(limit > 0)) throw empty(observed, background);
  return upTo(withCoverage(limit, observed, background));
}

function unified(observed: number, background: Background, cl: number): Interval {
  if (!Number.isInteger(observed) || observed > 1e4)
    throw bad('--observed', `is ${observed}`, 'whole numbers to 10000 for feldmanCousins');
  const { lower, upper, coverage } = feldmanCousins(observed, background, cl);
  return { signalUpperLimit: upper, signalLowerLimit: lower, coverage };
}

function averagedLimit({ statistic, observed, cl }: LimitOptions, background: Background): Interval {
  const limit =
    statistic === 'cls'
      ? clsLimitUncertain(observed, background, cl)
      : classicalLimitUncertain(observed, background, cl);
  if (limit === null) throw empty(observed, background.events);
  return upTo({ signalEvents: limit, coverage: 1 - averagedCdf(observed, limit, background) });
}

function upTo({ signalEvents, coverage }: { signalEvents: number; coverage: number }): Interval {
  return { signalUpperLimit: signalEvents, signalLowerLimit: 0, coverage };
}

/** The classical interval can be empty; that is said, not shown as a number. */
function empty(observed: number, background: number): InputError {
  return bad(
    '--observed',
    `${String(observed)} events are so few over a background of ${String(background)} that the classical interval is empty`,
    'more events, or --statistic cls',
  );
}

function bad(where: string, what: string, allowed: string): InputError {
  return new InputError(`${where}: ${what}; allowed: ${allowed}`, { where, allowed });
}
