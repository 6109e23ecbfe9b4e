/** Values that every physics formula takes; made from a set in data/reference. Energies in MeV. */
export interface PhysicsConstants {
  /** Which set: part of a result's provenance. */
  readonly set: 'paper' | 'today';
  readonly kaonMassMeV: number;
  readonly muonMassMeV: number;
  /** BR(K⁺ → μ⁺ ν). */
  readonly branchingRatioMuNu: number;
  /** Fine-structure constant α. */
  readonly alpha: number;
  /** Kaon decay constant f_K in the convention f_K ≈ 156 MeV, for the structure-dependent radiative terms. */
  readonly kaonDecayConstantMeV: number;
  /** |F_V + F_A| and F_V − F_A of K⁺ → μ⁺ ν γ, PDG's convention. */
  readonly formFactorSum: number;
  readonly formFactorDifference: number;
}
