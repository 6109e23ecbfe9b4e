import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import { describe, expect, it } from 'vitest';
import { logPoissonCdf, poissonCdf, poissonQuantile } from '../../../core/statistics/poisson.ts';

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
  it('keeps its digits from a thousand counts on, for real counts, and far out in the tails', () => {
    // ln Q(n + 1, mean) by mpmath.gammainc(n + 1, mean, inf, regularized=True), 40 digits.
    const references: [number, number, number][] = [
      [999, 1000, -0.7015932366459725],
      [1000, 1001, -0.7015889988738235],
      [1000, 1000.05, -0.6777096805770922],
      [1000.5, 900, -0.0004633837502310354],
      [3000, 3001, -0.6980139749054244],
      [3150, 3260.5, -3.62956598899131],
      [10000, 10001, -0.695810206978225],
      [10000, 12000, -180.5192717664905],
      [315, 284.40000000000003, -0.03485085934687798],
      [31.5, 43.8, -3.430566083168338],
    ];
    for (const [n, mean, reference] of references)
      expect(Math.abs(logPoissonCdf(n, mean) / reference - 1)).toBeLessThan(1e-12);
  });
  it('falls as the mean rises, without a step anywhere', () => {
    for (const n of [0, 18, 19, 20, 999, 1000, 1001, 31_500]) {
      const means = Array.from({ length: 400 }, (_, i) => (n + 1) * (0.98 + 0.0001 * i));
      const values = means.map((mean) => poissonCdf(n, mean));
      values.forEach((value, i) => {
        if (i > 0) expect(value).toBeLessThan(values[i - 1] ?? 0);
      });
    }
  });
  it('answers at once for the largest means', () => {
    for (const mean of [1e8, 1.1e8, 1e12, 1e17]) {
      const order = [-2, -1, 0, 1, 2].map((k) => poissonQuantile(k, mean));
      expect([...order].sort((a, b) => a - b)).toEqual(order);
      expect(Math.abs((order[4] ?? 0) - mean - 2 * Math.sqrt(mean))).toBeLessThan(2 + 1e-15 * mean);
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
