import { constraintKinds } from './model.ts';

/**
 * The γ that minimises one bin's A + Bγ − n ln(A + Bγ) + constraint, unbounded, in closed form: both constraints make
 * the derivative's zero the root of a quadratic (Barlow & Beeston, Comput. Phys. Commun. 77 (1993) 219; Conway,
 * arXiv:1103.0354, sec. 5).
 *
 * @param scale 1/σ² of a normal constraint, τ of a Poisson one
 */
export function bestGamma(
  kind: number,
  a: number,
  b: number,
  n: number,
  auxiliary: number,
  scale: number,
  init: number,
): number {
  if (kind === constraintKinds.normal) {
    // ν² + p ν − n B²σ² = 0 with p = B²σ² − A − B a; γ = a + σ²B (n/ν − 1) does not cancel.
    const variance = 1 / scale;
    const product = b * b * variance;
    const half = (product - a - b * auxiliary) / 2;
    const root = Math.sqrt(half * half + n * product);
    const nu = half > 0 ? (n * product) / (half + root) : root - half;
    return n > 0 && nu > 0 ? auxiliary + b * variance * (n / nu - 1) : auxiliary - b * variance;
  }
  if (kind === constraintKinds.poisson) {
    if (b === 0) return auxiliary / scale;
    // B(B + τ) γ² + q γ − m A = 0 with q = (B + τ) A − (n + m) B.
    const quadratic = b * (b + scale);
    const q = (b + scale) * a - (n + auxiliary) * b;
    const root = Math.sqrt(q * q + 4 * quadratic * auxiliary * a);
    return q > 0 ? (2 * auxiliary * a) / (q + root) : (root - q) / (2 * quadratic);
  }
  return b > 0 ? (n - a) / b : init;
}
