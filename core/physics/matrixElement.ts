import { integrateSmooth } from '../numerics/quadrature.ts';
import type { Kinematics, Limits } from './kinematics.ts';

/** Σ|M|² / (4 f_K² V_us² G_F² g²) [MeV²] at a = m₁₂² and u = m₂₃² − m_μ², and its integral over u. */
export interface MatrixElement {
  readonly at: (a: number, u: number, k: Kinematics) => number;
  /** ∫ du over the whole range at given a [MeV⁴]. */
  readonly integral: (a: number, limits: Limits, k: Kinematics) => number;
}

/**
 * Vector coupled to the muon and its neutrino: eq. (11) of arXiv:1611.08460 in the shorter form of arXiv:1902.07715
 * (equal to it and to the explicit trace of eq. (10); both are proved in the tests).
 */
export const vectorElement: MatrixElement = {
  at: (a, u, k) => {
    const c = vectorCoefficients(a, k);
    return 2 * k.muon2 * (c.constant + c.linear * u + c.inverse / u + c.inverse2 / (u * u));
  },
  integral: (a, limits, k) => 2 * k.muon2 * integrateRational(vectorCoefficients(a, k), limits),
};

/** Scalar φ coupled to μ̄μ, emitted by the muon only; from the trace with the amplitude's muon propagator. */
export const scalarElement: MatrixElement = {
  at: (a, u, k) => {
    const c = scalarCoefficients(a, k);
    return c.constant + c.linear * u + c.inverse / u + c.inverse2 / (u * u);
  },
  integral: (a, limits, k) => integrateRational(scalarCoefficients(a, k), limits),
};

/** linear·u + constant + inverse/u + inverse2/u². */
interface Rational {
  readonly linear: number;
  readonly constant: number;
  readonly inverse: number;
  readonly inverse2: number;
}

function vectorCoefficients(a: number, { kaon2, muon2, boson2 }: Kinematics): Rational {
  const gap = kaon2 - muon2;
  return {
    linear: 1 / a,
    constant: 2 - (boson2 * gap) / (a * a) - (2 * gap) / a,
    inverse: a - 2 * gap + (2 * (boson2 * muon2 + gap * gap)) / a,
    inverse2: -gap * (boson2 + 2 * muon2),
  };
}

function scalarCoefficients(a: number, { kaon2, muon2, boson2 }: Kinematics): Rational {
  return {
    linear: -1,
    constant: kaon2 - a - 5 * muon2 + boson2,
    inverse: muon2 * (4 * kaon2 - a - 8 * muon2 + 2 * boson2),
    inverse2: (kaon2 - muon2) * muon2 * (4 * muon2 - boson2),
  };
}

/**
 * The closed form in the middle of the spectrum. Towards both ends of it the range of u shrinks and the terms cancel;
 * there 12-point Gauss–Legendre is exact to rounding, since the pole u = 0 is at least three half-ranges away.
 */
function integrateRational(c: Rational, { low, high }: Limits): number {
  if (high < 2 * low)
    return integrateSmooth((u) => c.constant + c.linear * u + c.inverse / u + c.inverse2 / (u * u), low, high);
  const range = high - low;
  return (
    c.constant * range +
    (c.linear / 2) * range * (high + low) +
    c.inverse * Math.log(high / low) +
    (c.inverse2 * range) / (low * high)
  );
}
