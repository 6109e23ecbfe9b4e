import { integrate } from '../numerics/quadrature.ts';
import type { PhysicsConstants } from './constants.ts';

/** Which terms of K⁺ → μ⁺ ν γ are kept: inner bremsstrahlung alone, or with structure-dependent and interference terms. */
export type RadiativeTerms = 'all' | 'innerBremsstrahlung';

/** Probability that a photon of this energy [MeV] is lost. */
export type PhotonLoss = (energyMeV: number) => number;

/**
 * d²BR/(dp dE_γ) of K⁺ → μ⁺ ν γ [1/(MeV/c · MeV)] at tree level, x = 2E_γ/M, y = 2E_μ/M, r = m_μ²/M², d = x + y − 1 − r.
 *
 * Inner bremsstrahlung BR(μν) α/(2π(1−r)²) f(x, y); structure-dependent and interference terms with PDG's form factors
 * (Bijnens, Ecker, Gasser, hep-ph/9208204, and PDG's note on form factors for radiative kaon decays). Zero outside phase space.
 */
export function radiativeDensity(
  pMeV: number,
  photonMeV: number,
  terms: RadiativeTerms,
  constants: PhysicsConstants,
): number {
  const { kaonMassMeV: kaon, muonMassMeV: muon } = constants;
  const energy = Math.sqrt(muon * muon + pMeV * pMeV);
  const x = (2 * photonMeV) / kaon;
  const y = (2 * energy) / kaon;
  const r = (muon / kaon) ** 2;
  const d = x + y - 1 - r;
  const range = photonRange(pMeV, constants);
  if (!(pMeV > 0 && photonMeV > 0 && photonMeV >= range.min && photonMeV <= range.max)) return 0;
  const jacobian = (2 / kaon) * ((2 * pMeV) / (kaon * energy));
  const norm = (constants.branchingRatioMuNu * constants.alpha) / (2 * Math.PI * (1 - r) ** 2);
  const structure = terms === 'all' ? structureTerms(x, y, r, d, constants) : 0;
  return norm * jacobian * (innerBremsstrahlung(x, y, r, d) + structure);
}

function innerBremsstrahlung(x: number, y: number, r: number, d: number): number {
  return ((1 - y + r) / (x * x * d)) * (x * x + 2 * (1 - x) * (1 - r) - (2 * x * r * (1 - r)) / d);
}

function structureTerms(x: number, y: number, r: number, d: number, c: PhysicsConstants): number {
  const ratio = c.kaonMassMeV / c.kaonDecayConstantMeV;
  const back = 1 - y + r;
  const sdPlus = d * ((x + y - 1) * (1 - x) - r);
  const sdMinus = back * ((1 - x) * (1 - y) + r);
  const intPlus = (back / (x * d)) * ((1 - x) * (1 - x - y) + r);
  const intMinus = (back / (x * d)) * (x * x - (1 - x) * (1 - x - y) - r);
  const sd = ((ratio * ratio) / (4 * r)) * (c.formFactorSum ** 2 * sdPlus + c.formFactorDifference ** 2 * sdMinus);
  return sd - ratio * (c.formFactorSum * intPlus + c.formFactorDifference * intMinus);
}

/** Photon energies [MeV] allowed at muon momentum p [MeV/c]: 1 − (y ± √(y² − 4r))/2 in x. */
export function photonRange(pMeV: number, constants: PhysicsConstants): { readonly min: number; readonly max: number } {
  const { kaonMassMeV: kaon, muonMassMeV: muon } = constants;
  const energy = Math.sqrt(muon * muon + pMeV * pMeV);
  return { min: (kaon - energy - pMeV) / 2, max: (kaon - energy + pMeV) / 2 };
}

/**
 * dBR/dp [1/(MeV/c)] of K⁺ → μ⁺ ν γ weighted with the photon's loss, over photons above `minPhotonMeV`; relative 1e-10.
 *
 * @param kinks photon energies where the loss has a kink
 */
export function radiativeSpectrum(
  pMeV: number,
  options: {
    readonly terms: RadiativeTerms;
    readonly minPhotonMeV: number;
    readonly loss: PhotonLoss;
    readonly kinks: readonly number[];
  },
  constants: PhysicsConstants,
): number {
  const { min, max } = photonRange(pMeV, constants);
  const from = Math.max(min, options.minPhotonMeV);
  // Photons along the muon make a peak in 1/d; it is smooth in ln d, d ∝ E_γ − pole.
  const pole = collinearPole(pMeV, constants);
  const density = (t: number): number => {
    const d = Math.exp(t);
    return d * radiativeDensity(pMeV, pole + d, options.terms, constants) * options.loss(pole + d);
  };
  const kinks = options.kinks.filter((energy) => energy > from).map((energy) => Math.log(energy - pole));
  return integrate(density, Math.log(from - pole), Math.log(max - pole), 1e-10, kinks).value;
}

/** The photon energy [MeV] at which x + y − 1 − r vanishes, below the allowed range. */
function collinearPole(pMeV: number, { kaonMassMeV: kaon, muonMassMeV: muon }: PhysicsConstants): number {
  return (kaon * kaon + muon * muon) / (2 * kaon) - Math.sqrt(muon * muon + pMeV * pMeV);
}

/** BR(K⁺ → μ⁺ ν γ) for muon momenta between two edges [MeV/c] and photons above `minPhotonMeV`. */
export function radiativeBranchingRatio(
  minMeV: number,
  maxMeV: number,
  terms: RadiativeTerms,
  minPhotonMeV: number,
  constants: PhysicsConstants,
): number {
  const options = { terms, minPhotonMeV, loss: () => 1, kinks: [] };
  return integrate((p) => radiativeSpectrum(p, options, constants), minMeV, maxMeV, 1e-9).value;
}
