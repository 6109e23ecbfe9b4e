import type { PhysicsConstants } from './constants.ts';

/**
 * Kinematics of K⁺ → μ⁺ ν X in the kaon's rest frame, in [Ibe]'s variables (arXiv:1611.08460, section III and appendix A):
 * a = m₁₂² = (k + q)² of neutrino and X, b = m₂₃² = (p + q)² of muon and X, u = b − m_μ².
 */
export interface Kinematics {
  /** M², m_μ², m_X² [MeV²]. */
  readonly kaon2: number;
  readonly muon2: number;
  readonly boson2: number;
}

export function kinematics(massMeV: number, constants: PhysicsConstants): Kinematics {
  return { kaon2: constants.kaonMassMeV ** 2, muon2: constants.muonMassMeV ** 2, boson2: massMeV ** 2 };
}

/** Largest muon momentum [MeV/c], eq. (19); 0 where the decay is closed. */
export function maxMuonMomentum(massMeV: number, constants: PhysicsConstants): number {
  const { kaonMassMeV: kaon, muonMassMeV: muon } = constants;
  if (massMeV >= kaon - muon) return 0;
  const product = (kaon - muon - massMeV) * (kaon + muon + massMeV) * (kaon - muon + massMeV) * (kaon + muon - massMeV);
  return Math.sqrt(product) / (2 * kaon);
}

/** a = m₁₂² [MeV²] at muon momentum p [MeV/c], eq. (17). */
export function missingMass2(pMeV: number, k: Kinematics): number {
  return k.kaon2 + k.muon2 - 2 * Math.sqrt(k.kaon2 * (k.muon2 + pMeV * pMeV));
}

/** The range of u = b − m_μ² [MeV²] at given a. */
export interface Limits {
  readonly low: number;
  readonly high: number;
}

/**
 * Limits of u at muon momentum p and a = m₁₂², eqs. (A3)–(A5), in a form without cancellation:
 * u± = z + 2(E₂E₃ ± q₂q₃) with u₋ rewritten through E₂²E₃² − q₂²q₃².
 *
 * @param excess a − m_X² [MeV²], given apart because it is the small difference near the end of the spectrum
 */
export function limitsOfU(pMeV: number, a: number, excess: number, k: Kinematics): Limits {
  const rootA = Math.sqrt(a);
  const q2 = excess / (2 * rootA);
  const q3 = (pMeV * Math.sqrt(k.kaon2)) / rootA;
  const e2 = Math.sqrt(q2 * q2 + k.boson2);
  const e3 = Math.sqrt(q3 * q3 + k.muon2);
  const sum = e2 * e3 + q2 * q3;
  const difference = (q2 * q2 * k.muon2 + q3 * q3 * k.boson2 + k.boson2 * k.muon2) / sum;
  return { low: k.boson2 + 2 * difference, high: k.boson2 + 2 * sum };
}
