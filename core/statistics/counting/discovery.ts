import { DomainError } from '../../errors.ts';
import { normalUpperQuantile } from '../normal.ts';
import { poissonUpperTail } from '../poisson.ts';

/**
 * Median discovery significance of a counting experiment with exactly known background:
 * Z = √(2 [(s + b) ln(1 + s/b) − s]), eq. (97) of arXiv:1007.1727. Asymptotic in the counts.
 *
 * @param s expected signal [events], ≥ 0
 * @param b expected background [events], > 0
 * @returns Z [standard deviations]; relative rounding error < 3e-12 for s/b ≥ 1e-4
 */
export function asimovSignificance(s: number, b: number): number {
  if (!(s >= 0 && s < Infinity)) throw new DomainError('signal s', s, '[0, ∞) events');
  if (!(b > 0 && b < Infinity)) throw new DomainError('background b', b, '(0, ∞) events');
  // Rounding can leave q₀ just below 0.
  return Math.sqrt(Math.max(2 * ((s + b) * Math.log1p(s / b) - s), 0));
}

/**
 * Exact significance of n events over a known background: Z = Φ⁻¹(1 − p), p = P(N ≥ n | b) (eqs. (1) and (90) ff. of
 * arXiv:1007.1727). Negative where n lies below the background; n may be any real number above 0.
 *
 * @throws DomainError where p underflows
 */
export function countingSignificance(n: number, b: number): { pValue: number; significance: number } {
  if (!(n >= 0 && n < Infinity)) throw new DomainError('observed count', n, '[0, ∞) events');
  if (!(b > 0 && b < Infinity)) throw new DomainError('background', b, '(0, ∞) events');
  if (n === 0) return { pValue: 1, significance: -Infinity };
  const pValue = poissonUpperTail(n, b);
  return { pValue, significance: pValue >= 1 ? -Infinity : normalUpperQuantile(pValue) };
}
