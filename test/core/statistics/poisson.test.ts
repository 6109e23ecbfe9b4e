import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import { describe, expect, it } from 'vitest';
import { poissonCdf, poissonQuantile } from '../../../core/statistics/poisson.ts';

/** ∑ e^−μ μ^k/k! term by term. */
function slowCdf(n: number, mean: number): number {
  let term = Math.exp(-mean);
  let sum = term;
  for (let k = 1; k <= n; k++) {
    term *= mean / k;
    sum += term;
  }
  return sum;
}

function slowQuantile(sigmas: number, mean: number): number {
  const wanted = normalCdf(sigmas, 0, 1);
  let n = 0;
  while (slowCdf(n, mean) < wanted) n++;
  return n;
}

describe('the Poisson distribution', () => {
  it('sums to the term-by-term twin', () => {
    for (const mean of [0.1, 0.69, 3.15, 31.5, 315]) {
      for (const n of [0, 1, 3, 30, 300]) expect(Math.abs(poissonCdf(n, mean) - slowCdf(n, mean))).toBeLessThan(1e-12);
    }
  });
  it('goes over into the Gaussian where counts are huge', () => {
    expect(Math.abs(poissonCdf(0.99e8, 1e8) - poissonCdf(1.0001e8, 1.01e8))).toBeLessThan(1e-12);
    const mean = 1e8;
    const below = poissonCdf(mean, mean + 2e4);
    const above = poissonCdf(mean + 1, mean + 1 + 2e4);
    expect(Math.abs(below - above)).toBeLessThan(2e-5);
  });
  it('has quantiles at the smallest count whose CDF reaches Φ(k)', () => {
    for (const mean of [0.05, 0.69, 0.7, 1, 2.5, 3.15, 31.5, 100, 315, 500]) {
      for (const sigmas of [-2, -1, 0, 1, 2]) expect(poissonQuantile(sigmas, mean)).toBe(slowQuantile(sigmas, mean));
    }
  });
  it('is all at zero for a mean of zero', () => {
    expect(poissonCdf(0, 0)).toBe(1);
    expect([-2, 0, 2].map((k) => poissonQuantile(k, 0))).toEqual([0, 0, 0]);
  });
});
