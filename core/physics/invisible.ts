import type { Boson } from '../scenario.ts';
import type { PhysicsConstants } from './constants.ts';

/**
 * Fraction of X that decays unseen. Vector: 1 up to 2 m_μ, above it neutrinos against muon pairs,
 * 1/(1 + (1 + 2m²/z)√(1 − 4m²/z)), z = m_X² (two neutrino flavours against one muon). Scalar: as the scenario says.
 */
export function invisibleFraction(boson: Boson, massMeV: number, constants: PhysicsConstants): number {
  if (boson.kind === 'scalar') return boson.invisibleFraction;
  const ratio = (constants.muonMassMeV / massMeV) ** 2;
  if (ratio >= 0.25) return 1;
  return 1 / (1 + (1 + 2 * ratio) * Math.sqrt(1 - 4 * ratio));
}
