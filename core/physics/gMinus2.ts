import { integrate } from '../numerics/quadrature.ts';
import type { GMinus2Input } from '../contract.ts';
import type { GMinus2Band } from '../results.ts';
import type { PhysicsConstants } from './constants.ts';
import type { BosonKind } from './signal.ts';

/**
 * One-loop δa_μ / g² (relative 1e-11).
 *
 * Vector: eq. (5) of arXiv:1611.08460, ∫₀¹ dx 2m²x²(1−x)/(x²m² + (1−x)z) / 8π². Scalar: ∫₀¹ dx (1+x)(1−x)²/((1−x)² + x z/m²) / 8π².
 *
 * @param massMeV m_X > 0 [MeV]
 */
export function deltaAmuPerCoupling2(boson: BosonKind, massMeV: number, constants: PhysicsConstants): number {
  const r = (massMeV / constants.muonMassMeV) ** 2;
  const vector = (x: number): number => (2 * x * x * (1 - x)) / (x * x + (1 - x) * r);
  const scalar = (x: number): number => ((1 + x) * (1 - x) ** 2) / ((1 - x) ** 2 + x * r);
  // A light boson changes the integrand near x ~ m_X/m_μ of one end.
  const corner = Math.min(0.5, Math.sqrt(r));
  return integrate(boson === 'vector' ? vector : scalar, 0, 1, 1e-11, [corner, 1 - corner]).value / (8 * Math.PI ** 2);
}

/** Couplings at which δa_μ is the input's value and its ±1σ, ±2σ edges; null where an edge is not positive. */
export function gMinus2Couplings(
  boson: BosonKind,
  massMeV: number,
  input: GMinus2Input,
  constants: PhysicsConstants,
): GMinus2Band['points'][number] {
  const perCoupling2 = deltaAmuPerCoupling2(boson, massMeV, constants);
  const edge = (sigmas: number): number | null => {
    const delta = input.value + sigmas * input.uncertainty;
    return delta > 0 ? Math.sqrt(delta / perCoupling2) : null;
  };
  return { massMeV, central: edge(0), low1: edge(-1), high1: edge(1), low2: edge(-2), high2: edge(2) };
}
