import { DomainError } from '../../errors.ts';
import { solveRising } from '../../numerics/root.ts';
import { averagedCdf, type Background } from './background.ts';

/**
 * CLs upper limit on the signal over an uncertain background: the ratio of P(N ≤ n | s) to P(N ≤ n | 0), both averaged
 * over the background, is 1 − CL (A. L. Read, J. Phys. G 28 (2002) 2693, with the averages of `averaged`). Real n ≥ 0.
 */
export function clsLimitUncertain(n: number, background: Background, confidenceLevel: number): number {
  const alone = averagedCdf(n, 0, background);
  if (!(alone > 1e-290))
    throw new DomainError('observed count', n, `values that a background of ${background.events} events can give`);
  const alpha = 1 - confidenceLevel;
  return solveRising((s) => alpha - averagedCdf(n, s, background) / alone, 0, Math.sqrt(n + 1) + 1);
}

/**
 * Classical upper limit on the signal over an uncertain background: averaged P(N ≤ n | s) = 1 − CL; null where the
 * interval is empty, since even no signal would give so few events less often than that.
 */
export function classicalLimitUncertain(n: number, background: Background, confidenceLevel: number): number | null {
  const alpha = 1 - confidenceLevel;
  if (averagedCdf(n, 0, background) <= alpha) return null;
  return solveRising((s) => alpha - averagedCdf(n, s, background), 0, Math.sqrt(n + 1) + 1);
}
