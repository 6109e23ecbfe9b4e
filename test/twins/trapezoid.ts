import type { Scenario } from '../../core/scenario.ts';

/** ∫ dp A(p) f(p) × the Gaussian's share of the window, by midpoints of 0.05 MeV/c and a smearing summed point by point. */
export function expectation(f: (p: number) => number, s: Scenario, edge: 'low' | 'central' | 'high'): number {
  const step = 0.05;
  let sum = 0;
  for (let p = 100 + step / 2; p < 216; p += step) {
    const share = smeared(p, s);
    if (share > 0) sum += f(p) * acceptance(p, s, edge) * share * step;
  }
  return sum;
}

function smeared(p: number, { resolution: { sigmaMeV: sigma }, window }: Scenario): number {
  if (p < window.minMeV - 6 * sigma || p > window.maxMeV + 6 * sigma) return 0;
  let sum = 0;
  const step = sigma / 40;
  for (let x = -6 * sigma + step / 2; x < 6 * sigma; x += step) {
    if (p + x >= window.minMeV && p + x < window.maxMeV) sum += Math.exp((-x * x) / (2 * sigma * sigma)) * step;
  }
  return sum / (sigma * Math.sqrt(2 * Math.PI));
}

function acceptance(p: number, s: Scenario, edge: 'low' | 'central' | 'high'): number {
  for (const [i, next] of s.acceptance.points.entries()) {
    const last = s.acceptance.points[i - 1];
    if (last !== undefined && p >= last.pMeV && p <= next.pMeV)
      return last[edge] + ((p - last.pMeV) / (next.pMeV - last.pMeV)) * (next[edge] - last[edge]);
  }
  return 0;
}
