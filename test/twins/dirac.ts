/** Dirac matrices as explicit 4×4 complex arrays (Dirac representation, metric + − − −): slow, for twins only. */

export interface Complex {
  readonly re: number;
  readonly im: number;
}
export type Matrix = readonly (readonly Complex[])[];
export type FourVector = readonly [number, number, number, number];

const c = (re: number, im = 0): Complex => ({ re, im });
const indices = [0, 1, 2, 3] as const;
const metric = [1, -1, -1, -1] as const;

const at = (m: Matrix, i: number, j: number): Complex => m[i]?.[j] ?? c(0);
const build = (f: (i: number, j: number) => Complex): Matrix => indices.map((i) => indices.map((j) => f(i, j)));
const fromRows = (rows: readonly (readonly (number | Complex)[])[]): Matrix =>
  rows.map((row) => row.map((x) => (typeof x === 'number' ? c(x) : x)));

const i = c(0, 1);
const mi = c(0, -1);

/** γ⁰ … γ³ with upper index. */
export const gamma: readonly Matrix[] = [
  fromRows([
    [1, 0, 0, 0],
    [0, 1, 0, 0],
    [0, 0, -1, 0],
    [0, 0, 0, -1],
  ]),
  fromRows([
    [0, 0, 0, 1],
    [0, 0, 1, 0],
    [0, -1, 0, 0],
    [-1, 0, 0, 0],
  ]),
  fromRows([
    [0, 0, 0, mi],
    [0, 0, i, 0],
    [0, i, 0, 0],
    [mi, 0, 0, 0],
  ]),
  fromRows([
    [0, 0, 1, 0],
    [0, 0, 0, -1],
    [-1, 0, 0, 0],
    [0, 1, 0, 0],
  ]),
];
export const identity = build((a, b) => c(a === b ? 1 : 0));
export const gamma5 = build((a, b) => c(Math.abs(a - b) === 2 ? 1 : 0));

export function times(...factors: readonly Matrix[]): Matrix {
  return factors.reduce((left, right) =>
    build((a, b) =>
      indices.reduce((sum, k) => {
        const x = at(left, a, k);
        const y = at(right, k, b);
        return c(sum.re + x.re * y.re - x.im * y.im, sum.im + x.re * y.im + x.im * y.re);
      }, c(0)),
    ),
  );
}

export function plus(...terms: readonly Matrix[]): Matrix {
  return terms.reduce((left, right) =>
    build((a, b) => c(at(left, a, b).re + at(right, a, b).re, at(left, a, b).im + at(right, a, b).im)),
  );
}

export function scale(factor: number | Complex, m: Matrix): Matrix {
  const f = typeof factor === 'number' ? c(factor) : factor;
  return build((a, b) => {
    const x = at(m, a, b);
    return c(f.re * x.re - f.im * x.im, f.re * x.im + f.im * x.re);
  });
}

/** v̸ = γ^μ v_μ. */
export function slash(v: FourVector): Matrix {
  return plus(...indices.map((mu) => scale(metric[mu] * v[mu], gamma[mu] ?? identity)));
}

/** Γ̄ = γ⁰ Γ† γ⁰. */
export function bar(m: Matrix): Matrix {
  const g0 = gamma[0] ?? identity;
  return times(
    g0,
    build((a, b) => c(at(m, b, a).re, -at(m, b, a).im)),
    g0,
  );
}

export function trace(m: Matrix): Complex {
  return indices.reduce((sum, k) => c(sum.re + at(m, k, k).re, sum.im + at(m, k, k).im), c(0));
}

export const leftProjector = scale(0.5, plus(identity, scale(-1, gamma5)));

export function dot(a: FourVector, b: FourVector): number {
  return a[0] * b[0] - a[1] * b[1] - a[2] * b[2] - a[3] * b[3];
}

export function addVectors(...vectors: readonly FourVector[]): FourVector {
  return vectors.reduce((a, b) => [a[0] + b[0], a[1] + b[1], a[2] + b[2], a[3] + b[3]]);
}

export { indices, metric };
