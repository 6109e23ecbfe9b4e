import type { PhysicsConstants } from '../../core/physics/constants.ts';

/** A constant with its standard uncertainty, unit and where it was read. */
export interface Constant {
  readonly value: number;
  /** One standard deviation; null where it does not matter here (or is exact). */
  readonly uncertainty: number | null;
  readonly unit: string;
  readonly source: string;
}

const paper = 'Ibe, Nakano, Suzuki, arXiv:1611.08460, eq. (15)';
const pdg2024 = 'PDG, Review of Particle Physics 2024 (API release 2025-04-14)';

const kaonMass: Constant = {
  value: 493.677,
  uncertainty: 0.013,
  unit: 'MeV',
  source: 'PDG (S = 2.4); the paper rounds it to 493.7',
};
const muonMass: Constant = { value: 105.6583755, uncertainty: 2.3e-6, unit: 'MeV', source: 'PDG 2024 (CODATA)' };
const alpha: Constant = { value: 1 / 137.035999, uncertainty: 1.2e-12, unit: '', source: 'PDG' };
const decayConstant: Constant = {
  value: 155.7,
  uncertainty: 0.3,
  unit: 'MeV',
  source: 'PDG, f_K⁺ in the convention f_π ≈ 130 MeV',
};
const formFactorSum: Constant = {
  value: 0.165,
  uncertainty: 0.013,
  unit: '',
  source: 'E787, hep-ex/0003019: |F_V + F_A| = 0.165 ± 0.007 ± 0.011',
};
const formFactorDifference: Constant = {
  value: 0.153,
  uncertainty: 0.033,
  unit: '',
  source: 'PDG S010F−M: F_A − F_V = −0.153 ± 0.033',
};

const shared = { kaonMass, muonMass, alpha, decayConstant, formFactorSum, formFactorDifference };

/** The two sets: the paper's numbers, and today's. The kaon lifetime drops out of branching ratios and is kept for the record. */
export const constants = {
  paper: {
    ...shared,
    branchingRatioMuNu: { value: 0.6356, uncertainty: 0.0011, unit: '', source: paper },
    kaonLifetime: { value: 1.238e-8, uncertainty: 2.0e-11, unit: 's', source: paper },
  },
  today: {
    ...shared,
    branchingRatioMuNu: {
      value: 0.6356,
      uncertainty: 0.0011,
      unit: '',
      source: `${pdg2024}: 0.635603, quoted as 0.6356 ± 0.0011`,
    },
    kaonLifetime: { value: 1.2379e-8, uncertainty: 2.1e-11, unit: 's', source: 'PDG (S = 1.9)' },
  },
} as const satisfies Record<PhysicsConstants['set'], Record<string, Constant>>;

/** The set as the formulas take it. */
export function physicsConstants(set: PhysicsConstants['set']): PhysicsConstants {
  const c = constants[set];
  return {
    set,
    kaonMassMeV: c.kaonMass.value,
    muonMassMeV: c.muonMass.value,
    branchingRatioMuNu: c.branchingRatioMuNu.value,
    alpha: c.alpha.value,
    kaonDecayConstantMeV: c.decayConstant.value,
    formFactorSum: c.formFactorSum.value,
    formFactorDifference: c.formFactorDifference.value,
  };
}
