import type { PhysicsConstants } from '../../core/physics/constants.ts';
import type { Kinematics } from '../../core/physics/kinematics.ts';

/**
 * The bracket of eq. (11) of arXiv:1611.08460 as printed there (the first term is m_Z′² times the whole of its bracket),
 * with its factor 2m²/(a²u²): Σ|M|² / (4 f_K² V_us² G_F² g²).
 */
export function eq11(a: number, b: number, { kaon2: M2, muon2: m2, boson2: z }: Kinematics): number {
  const M4 = M2 * M2;
  const m4 = m2 * m2;
  const m6 = m4 * m2;
  const first = M2 * (-a * a - b * b) + m2 * ((a + b) ** 2 + 2 * b * M2) - m4 * (2 * (a + b) + M2) + m6;
  const second =
    b * (2 * M4 - 2 * M2 * (a + b) + (a + b) ** 2) - m2 * ((a + b) ** 2 + 2 * M4) + m4 * (2 * a + b + 2 * M2) - m6;
  return ((2 * m2) / (a * a * (b - m2) ** 2)) * (z * first + a * second);
}

/** b± of eqs. (A3)–(A5), as printed. */
export function limitsOfB(a: number, { kaon2, muon2, boson2 }: Kinematics): { low: number; high: number } {
  const e2 = (a + boson2) / (2 * Math.sqrt(a));
  const e3 = (kaon2 - a - muon2) / (2 * Math.sqrt(a));
  const q2 = Math.sqrt(Math.max(0, e2 * e2 - boson2));
  const q3 = Math.sqrt(Math.max(0, e3 * e3 - muon2));
  return { low: (e2 + e3) ** 2 - (q2 + q3) ** 2, high: (e2 + e3) ** 2 - (q2 - q3) ** 2 };
}

/** Simpson's rule on equal steps: nothing in common with the product's quadrature. */
export function simpson(f: (x: number) => number, from: number, to: number, steps: number): number {
  const h = (to - from) / steps;
  let sum = f(from) + f(to);
  for (let i = 1; i < steps; i++) sum += (i % 2 === 1 ? 4 : 2) * f(from + i * h);
  return (sum * h) / 3;
}

/** dBR/dp / g² [1/(MeV/c)] by Simpson over ln u of eq. (11), eqs. (13), (16)–(18). */
export function slowSpectrum(p: number, massMeV: number, constants: PhysicsConstants, element = eq11): number {
  const M = constants.kaonMassMeV;
  const k = { kaon2: M * M, muon2: constants.muonMassMeV ** 2, boson2: massMeV ** 2 };
  const energy = Math.sqrt(k.muon2 + p * p);
  const a = k.kaon2 + k.muon2 - 2 * M * energy;
  const { low, high } = limitsOfB(a, k);
  const integral = simpson(
    (t) => element(a, k.muon2 + Math.exp(t), k) * Math.exp(t),
    Math.log(low - k.muon2),
    Math.log(high - k.muon2),
    2000,
  );
  const fermi2 = (4 * Math.PI * M ** 3) / (k.muon2 * (k.kaon2 - k.muon2) ** 2);
  return (
    (((constants.branchingRatioMuNu * 4 * fermi2 * integral) / (32 * M ** 3 * (2 * Math.PI) ** 3)) * 2 * M * p) / energy
  );
}
