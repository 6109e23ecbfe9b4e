import log1pmx from '@stdlib/math-base-special-log1pmx';
import chiSquareQuantile from '@stdlib/stats-base-dists-chisquare-quantile';
import { ConvergenceError, DomainError } from '../errors.ts';
import { solveRising } from '../numerics/root.ts';
import type { EventLimit } from '../results.ts';
import { logPoissonCdf, poissonCdf } from './poisson.ts';

/**
 * The paper's limit: the s > n with t = 2(s − n + n ln(n/s)) = χ²₁(CL); eq. (22) of arXiv:1611.08460. One bin, no
 * background subtracted. n may be any real number ≥ 0; n = 0 gives t = 2s. Relative accuracy 1e-13.
 *
 * @returns upper limit on the number of signal events
 */
export function paperLimit(n: number, confidenceLevel: number): number {
  checkCount(n);
  const half = chiSquareQuantile(checkLevel(confidenceLevel), 1) / 2;
  const c = half / n;
  if (!(c < 1e300)) return half;
  // x = s/n − 1 solves x − ln(1 + x) = c; from the bound x < √(2c) + c (Chatzigeorgiou, arXiv:1601.04895) Newton descends to it.
  let x = Math.sqrt(2 * c) + c;
  for (let i = 0; i < 100; i++) {
    const step = ((-log1pmx(x) - c) * (1 + x)) / x;
    x -= step;
    if (Math.abs(step) <= 1e-14 * x) return n + n * x;
  }
  throw new ConvergenceError(`the paper's limit for n = ${String(n)} did not converge`);
}

/** Classical (Neyman) upper limit on the mean of a Poisson count: P(N ≤ n | s) = 1 − CL. Real n ≥ 0. */
export function classicalLimit(n: number, confidenceLevel: number): number {
  return clsLimit(n, 0, confidenceLevel);
}

/**
 * CLs upper limit on the signal over an exactly known background: P(N ≤ n | s + b)/P(N ≤ n | b) = 1 − CL
 * (A. L. Read, J. Phys. G 28 (2002) 2693). Real n ≥ 0; without background it is the classical limit.
 */
export function clsLimit(n: number, background: number, confidenceLevel: number): number {
  checkCount(n);
  checkLevel(confidenceLevel);
  if (!(background >= 0 && background < Infinity)) throw new DomainError('background', background, '[0, ∞) events');
  // In logarithms: both probabilities underflow where the count lies far below the background.
  const wanted = Math.log1p(-confidenceLevel) + logPoissonCdf(n, background);
  return solveRising((s) => wanted - logPoissonCdf(n, s + background), 0, Math.sqrt(n + 1) + 1);
}

/**
 * Coverage at the limit: the probability 1 − P(N ≤ n | s + b) that a true signal just above s would not have been
 * excluded. For a limit that subtracts no background, b = 0 is the worst case and the one quoted.
 */
export function withCoverage(signalEvents: number, n: number, background: number): EventLimit {
  return { signalEvents, coverage: 1 - poissonCdf(n, signalEvents + background) };
}

function checkCount(n: number): void {
  if (!(n >= 0 && n < Infinity)) throw new DomainError('observed count', n, '[0, ∞) events');
}

function checkLevel(confidenceLevel: number): number {
  if (!(confidenceLevel > 0 && confidenceLevel < 1))
    throw new DomainError('confidence level', confidenceLevel, 'between 0 and 1');
  return confidenceLevel;
}
