import { DomainError } from '../errors.ts';
import { integrate, type Integral } from '../numerics/quadrature.ts';
import type { PhysicsConstants } from './constants.ts';
import { kinematics, limitsOfU, maxMuonMomentum, missingMass2, type Kinematics } from './kinematics.ts';
import { scalarElement, vectorElement, type MatrixElement } from './matrixElement.ts';

export type BosonKind = 'vector' | 'scalar';

/** K⁺ → μ⁺ ν X at unit coupling, production only. */
export interface Signal {
  readonly massMeV: number;
  /** Largest muon momentum [MeV/c]; 0 where the decay is closed. */
  readonly pMaxMeV: number;
  /** dBR/dp / g² [1/(MeV/c)] at muon momentum p [MeV/c]; 0 outside 0 … pMax. */
  readonly spectrum: (pMeV: number) => number;
}

/**
 * The muon momentum spectrum of K⁺ → μ⁺ ν X: dBR/dp = g² BR(μν) · N · (2Mp/E_μ) ∫ db Σ|M|², eqs. (13), (16)–(18) of
 * arXiv:1611.08460. Relative accuracy 1e-11, and near pMax what the rounding of p itself allows, 4ε/(1 − p/pMax).
 *
 * @param massMeV m_X > 0 [MeV]
 */
export function signal(boson: BosonKind, massMeV: number, constants: PhysicsConstants): Signal {
  if (!(massMeV > 0 && massMeV < Infinity)) throw new DomainError('mass m_X', massMeV, 'above 0 MeV');
  const k = kinematics(massMeV, constants);
  const pMaxMeV = maxMuonMomentum(massMeV, constants);
  const element = boson === 'vector' ? vectorElement : scalarElement;
  const norm = normalisation(k, constants);
  return {
    massMeV,
    pMaxMeV,
    spectrum: (p) => {
      if (!(p > 0 && p < pMaxMeV)) return 0;
      const jacobian = (2 * constants.kaonMassMeV * p) / Math.sqrt(k.muon2 + p * p);
      return norm * jacobian * density(p, missingMass2(p, k), excess(p, pMaxMeV, k), element, k);
    },
  };
}

/** Total branching ratio / g² with its quadrature error (relative 1e-10 asked for; near the kinematic end rounding does not allow more). */
export function branchingRatio(boson: BosonKind, massMeV: number, constants: PhysicsConstants): Integral {
  const { spectrum, pMaxMeV } = signal(boson, massMeV, constants);
  if (pMaxMeV === 0) return { value: 0, error: 0 };
  // The light boson's peak below pMax has a width ∝ m_X²; in t = ln(pMax + δ − p) it is as smooth as the rest.
  const width = massMeV ** 2 / (2 * constants.kaonMassMeV);
  const split = pMaxMeV / 2;
  const lower = integrate(spectrum, 0, split, 1e-10);
  const upper = integrate(
    (t) => spectrum(pMaxMeV + width - Math.exp(t)) * Math.exp(t),
    Math.log(width),
    Math.log(pMaxMeV + width - split),
    1e-10,
  );
  return { value: lower.value + upper.value, error: lower.error + upper.error };
}

/** Branching ratio / g² for muon momenta between two edges [MeV/c], with its quadrature error. */
export function windowBranchingRatio(
  boson: BosonKind,
  massMeV: number,
  minMeV: number,
  maxMeV: number,
  constants: PhysicsConstants,
): Integral {
  const { spectrum, pMaxMeV } = signal(boson, massMeV, constants);
  const width = massMeV ** 2 / (2 * constants.kaonMassMeV);
  const breaks = [1, 10, 100, 1000].map((n) => pMaxMeV - n * width);
  return integrate(spectrum, Math.max(minMeV, 0), Math.min(maxMeV, pMaxMeV), 1e-10, breaks);
}

/** 4 f_K² V_us² G_F² / (32 M³ (2π)³ Γ) in terms of BR(μν), eqs. (13) and (16). */
function normalisation({ kaon2, muon2 }: Kinematics, constants: PhysicsConstants): number {
  const kaon3 = constants.kaonMassMeV ** 3;
  const fermi = (4 * Math.PI * kaon3) / (muon2 * (kaon2 - muon2) ** 2);
  return (constants.branchingRatioMuNu * 4 * fermi) / (32 * kaon3 * (2 * Math.PI) ** 3);
}

function density(p: number, a: number, above: number, element: MatrixElement, k: Kinematics): number {
  return element.integral(a, limitsOfU(p, a, above, k), k);
}

/** a − m_X² without cancellation near pMax: 2M (E_max − E) = 2M (pMax² − p²)/(E_max + E). */
function excess(p: number, pMax: number, { kaon2, muon2 }: Kinematics): number {
  const energies = Math.sqrt(muon2 + pMax * pMax) + Math.sqrt(muon2 + p * p);
  return (2 * Math.sqrt(kaon2) * (pMax - p) * (pMax + p)) / energies;
}
