import type { EventLimit } from '../results.ts';
import type { Analysis } from '../scenario.ts';
import { classicalLimit, clsLimit, paperLimit, withCoverage } from './limits.ts';
import { poissonQuantile } from './poisson.ts';

/** The upper limit on signal events as a function of the count, for one analysis and background. */
export type LimitOfCount = (n: number) => number;

/** Upper limits on signal events for the background alone, at the quantiles of the count and at n = B. */
export interface ExpectedLimits {
  readonly asimov: number;
  readonly median: number;
  readonly minus2: number;
  readonly minus1: number;
  readonly plus1: number;
  readonly plus2: number;
}

/** The count at each quantile. */
export type Quantiles = Readonly<Record<Exclude<keyof ExpectedLimits, 'asimov'>, number>>;

/** conservative: no background subtracted; counting: the background known exactly. */
export function limitOfCount({ method, statistic, confidenceLevel }: Analysis, background: number): LimitOfCount {
  if (statistic === 'paper') return (n) => paperLimit(n, confidenceLevel);
  if (statistic === 'classical') return (n) => classicalLimit(n, confidenceLevel);
  const subtracted = method === 'counting' ? background : 0;
  return (n) => clsLimit(n, subtracted, confidenceLevel);
}

/** The limit at a count with its coverage. */
export function eventLimit(analysis: Analysis, background: number, n: number): EventLimit {
  return withCoverage(limitOfCount(analysis, background)(n), n, analysis.method === 'counting' ? background : 0);
}

/** The counts at the median and ±1σ, ±2σ of Poisson(background): exact, since every limit here rises with n. */
export function exactQuantiles(background: number): Quantiles {
  return quantilesBy((sigmas) => poissonQuantile(sigmas, background));
}

/** Quantiles from any function of the number of standard deviations. */
export function quantilesBy(count: (sigmas: number) => number): Quantiles {
  return { median: count(0), minus2: count(-2), minus1: count(-1), plus1: count(1), plus2: count(2) };
}

export function expectedLimits(limit: LimitOfCount, background: number, q: Quantiles): ExpectedLimits {
  return {
    asimov: limit(background),
    median: limit(q.median),
    minus2: limit(q.minus2),
    minus1: limit(q.minus1),
    plus1: limit(q.plus1),
    plus2: limit(q.plus2),
  };
}
