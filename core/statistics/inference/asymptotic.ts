import { normalDensity, normalUpperQuantile, phi } from '../normal.ts';

/** q: eq. (14) of arXiv:1007.1727. qtilde: eq. (16), for μ ≥ 0. */
export type TestStatistic = 'q' | 'qtilde';

/** p-values of signal + background and of background alone, and their ratio. */
export interface PValues {
  readonly CLsb: number;
  readonly CLb: number;
  readonly CLs: number;
}

/** Data fluctuations for which expectations are given, in standard deviations of μ̂ under the background. */
export const fluctuations = [-2, -1, 0, 1, 2] as const;

/**
 * How far the observed test statistic lies above the background's median, in standard deviations: CLb = Φ(−t), and
 * CLs+b = Φ(−t − √q_A). From the distributions in eqs. (57) and (65) of arXiv:1007.1727, whose σ is μ/√q_A (eq. 30).
 *
 * @param root √q of the data
 * @param rootAsimov √q_A of the background's Asimov data at the same μ, > 0
 */
export function shift(test: TestStatistic, root: number, rootAsimov: number): number {
  if (test === 'q' || root <= rootAsimov) return root - rootAsimov;
  return (root * root - rootAsimov * rootAsimov) / (2 * rootAsimov);
}

/** p-values of a test statistic; without sensitivity (q_A = 0) nothing is ever excluded. */
export function pValues(test: TestStatistic, root: number, rootAsimov: number): PValues {
  if (!(rootAsimov > 0)) return { CLsb: 1, CLb: 1, CLs: 1 };
  const t = shift(test, root, rootAsimov);
  const [CLsb, CLb] = [phi(-t - rootAsimov), phi(-t)];
  return { CLsb, CLb, CLs: CLb > 0 ? CLsb / CLb : 0 };
}

/** CLs where the data fluctuate by k standard deviations from the background: Φ(k − √q_A)/Φ(k). */
export function expectedCls(k: number, rootAsimov: number): number {
  return phi(k - rootAsimov) / phi(k);
}

/**
 * The √q_A(μ) at which a fluctuation by k standard deviations is just excluded: k + Φ⁻¹(1 − α Φ(k)) for CLs, and
 * k + Φ⁻¹(1 − α) for CLs+b (eqs. 87–89 of arXiv:1007.1727). So each band needs a root of one function of μ.
 */
export function excludedAt(k: number, alpha: number, ratio: boolean): number {
  return k + normalUpperQuantile(ratio ? alpha * phi(k) : alpha);
}

/**
 * −ln(CLs/α) (or of CLs+b) and its derivative, from √q, √q_A and their derivatives: what an observed limit makes zero.
 */
export function exclusion(
  test: TestStatistic,
  alpha: number,
  ratio: boolean,
  root: number,
  rootSlope: number,
  asimov: number,
  asimovSlope: number,
): { value: number; slope: number } {
  const t = shift(test, root, asimov);
  const far = test === 'qtilde' && root > asimov;
  const tSlope = far
    ? (root / asimov) * rootSlope - ((root * root) / (asimov * asimov) + 1) * (asimovSlope / 2)
    : rootSlope - asimovSlope;
  const [top, bottom] = [phi(-t - asimov), ratio ? phi(-t) : 1];
  const value = Math.log((alpha * bottom) / top);
  const bottomSlope = ratio ? (normalDensity(t) * tSlope) / bottom : 0;
  return { value, slope: (normalDensity(t + asimov) * (tSlope + asimovSlope)) / top - bottomSlope };
}
