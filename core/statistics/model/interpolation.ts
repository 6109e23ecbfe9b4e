/** How the ±1σ variations of a systematic are continued to any α: codes of HistFactory (CERN-OPEN-2012-016, sec. 4.1). */

export type NormInterpolation = 1 | 4;
export type ShapeInterpolation = 0 | '4p';

/** A value with its first and second derivative. */
export interface Jet {
  value: number;
  first: number;
  second: number;
}

/**
 * Coefficients a₁…a₆ of code 4: the factor is 1 + Σ aᵢ αⁱ for |α| < 1, with value and two derivatives continuous at
 * α = ±1, where it goes over into hi^α and lo^−α. From the odd and even parts of those six conditions.
 */
export function code4Coefficients(hi: number, lo: number): number[] {
  const [up, down] = [Math.log(hi), Math.log(lo)];
  const odd = [(hi - lo) / 2, (hi * up - lo * down) / 2, (hi * up * up - lo * down * down) / 2] as const;
  const even = [(hi + lo) / 2 - 1, (hi * up + lo * down) / 2, (hi * up * up + lo * down * down) / 2] as const;
  return [
    (15 * odd[0] - 7 * odd[1] + odd[2]) / 8,
    (24 * even[0] - 9 * even[1] + even[2]) / 8,
    (-10 * odd[0] + 10 * odd[1] - 2 * odd[2]) / 8,
    (-24 * even[0] + 14 * even[1] - 2 * even[2]) / 8,
    (3 * odd[0] - 3 * odd[1] + odd[2]) / 8,
    (8 * even[0] - 5 * even[1] + even[2]) / 8,
  ];
}

/** The exponential pieces: hi^α for `up`, lo^−α else, from their logarithms. All of code 1, and code 4 beyond |α| = 1. */
export function exponential(alpha: number, up: boolean, logHi: number, logLo: number, out: Jet): void {
  const rate = up ? logHi : -logLo;
  out.value = Math.exp(alpha * rate);
  out.first = rate * out.value;
  out.second = rate * out.first;
}

/** The polynomial of code 4 inside |α| < 1; coefficients a₁…a₆ from `at` on. */
export function polynomial(alpha: number, a: Float64Array, at: number, out: Jet): void {
  let [value, first, second] = [0, 0, 0];
  for (let i = 5; i >= 0; i--) {
    second = second * alpha + 2 * first;
    first = first * alpha + value;
    value = value * alpha + (a[at + i] ?? 0);
  }
  out.value = 1 + value * alpha;
  out.first = value + first * alpha;
  out.second = 2 * first + second * alpha;
}

/**
 * Shapes add α S + y(α) A per bin, S = (hi − lo)/2 and A = (hi + lo − 2 nominal)/16. Code 0 has y = 8|α|, which is
 * piecewise linear with a kink; code 4p has y = α²(15 − 10α² + 3α⁴) inside |α| < 1, where two derivatives go over
 * continuously into 8|α|. `right` decides the slope on the kink.
 */
export function curvature(alpha: number, smooth: boolean, right: boolean, out: Jet): void {
  if (smooth && Math.abs(alpha) < 1) {
    const a2 = alpha * alpha;
    out.value = a2 * (15 + a2 * (-10 + 3 * a2));
    out.first = alpha * (30 + a2 * (-40 + 18 * a2));
    out.second = 30 + a2 * (-120 + 90 * a2);
    return;
  }
  const up = alpha > 0 || (alpha === 0 && right);
  out.value = up ? 8 * alpha : -8 * alpha;
  out.first = up ? 8 : -8;
  out.second = 0;
}
