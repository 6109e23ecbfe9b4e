import gammainc from '@stdlib/math-base-special-gammainc';
import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import quantile from '@stdlib/stats-base-dists-poisson-quantile';
import { DomainError } from '../errors.ts';

/** Above this count the incomplete gamma function loses digits and the Poisson distribution is Gaussian to 1e-5. */
const large = 1e8;

/** P(N ≤ n) for N ~ Poisson(mean), continued to real n ≥ 0 as Q(n + 1, mean). */
export function poissonCdf(n: number, mean: number): number {
  if (!(n >= 0 && n < Infinity)) throw new DomainError('count n', n, '[0, ∞)');
  if (!(mean >= 0 && mean < Infinity)) throw new DomainError('Poisson mean', mean, '[0, ∞)');
  if (mean === 0) return 1;
  return n > large ? normalCdf((n + 0.5 - mean) / Math.sqrt(mean), 0, 1) : gammainc(mean, n + 1, true, true);
}

/** The smallest whole n with P(N ≤ n) ≥ Φ(sigmas): the count at a Gaussian quantile. */
export function poissonQuantile(sigmas: number, mean: number): number {
  if (!(mean >= 0 && mean < Infinity)) throw new DomainError('Poisson mean', mean, '[0, ∞)');
  // The library answers −0 for the smallest means.
  return mean === 0 ? 0 : Math.abs(quantile(normalCdf(sigmas, 0, 1), mean));
}
