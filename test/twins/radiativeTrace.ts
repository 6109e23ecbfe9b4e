import type { PhysicsConstants } from '../../core/physics/constants.ts';
import {
  addVectors,
  bar,
  dot,
  gamma,
  identity,
  indices,
  metric,
  plus,
  scale,
  slash,
  times,
  trace,
  gamma5,
  type Complex,
  type FourVector,
  type Matrix,
} from './dirac.ts';

/**
 * Σ|M|² of K⁺(P) → μ⁺(p) ν(k) γ(q) by explicit traces: inner bremsstrahlung from the kaon and the muon line, and the
 * structure-dependent tensor H^{αβ} with form factors F_V, F_A (Bijnens, Ecker, Gasser, hep-ph/9208204), in units of
 * e² G_F² V_us² /2 with f_K ≈ 156 MeV.
 */
export function radiativeTrace(x: number, y: number, sum: number, difference: number, c: PhysicsConstants): number {
  const { P, p, k, q } = momenta(x, y, c);
  const [fv, fa] = [(sum + difference) / 2, (sum - difference) / 2];
  const amplitude = indices.map((alpha) =>
    plus(bremsstrahlung(alpha, P, p, q, c), structure(alpha, P, q, fv, fa, c.kaonMassMeV)),
  );
  const muon = plus(slash(p), scale(-c.muonMassMeV, identity));
  return indices.reduce<number>((total, alpha) => {
    const vertex = amplitude[alpha] ?? identity;
    return total - metric[alpha] * trace(times(slash(k), vertex, muon, bar(vertex))).re;
  }, 0);
}

const right = plus(identity, gamma5);

/** f_K m_μ (1 + γ₅) [P^α/(P·q) − (2p^α + q̸γ^α)/(2p·q)]. */
function bremsstrahlung(alpha: number, P: FourVector, p: FourVector, q: FourVector, c: PhysicsConstants): Matrix {
  const direct = (P[alpha] ?? 0) / dot(P, q) - (p[alpha] ?? 0) / dot(p, q);
  const magnetic = scale(-1 / (2 * dot(p, q)), times(slash(q), gamma[alpha] ?? identity));
  return scale(c.kaonDecayConstantMeV * c.muonMassMeV, times(right, plus(scale(direct, identity), magnetic)));
}

/**
 * −γ_β (1 − γ₅) H^{αβ}/M, H^{αβ} = F_A (P·q g^{αβ} − P^α q^β) + i F_V ε^{αβστ} q_σ P_τ. The overall sign against inner
 * bremsstrahlung is PDG's convention for the form factors: F_V − F_A > 0 interferes destructively.
 */
function structure(alpha: number, P: FourVector, q: FourVector, fv: number, fa: number, mass: number): Matrix {
  const left = plus(identity, scale(-1, gamma5));
  const tensor = indices.map((beta): Complex => {
    const axial = (alpha === beta ? metric[alpha] * dot(P, q) : 0) - (P[alpha] ?? 0) * q[beta];
    const vector = indices.reduce<number>(
      (total, s) =>
        total +
        indices.reduce<number>((inner, t) => inner + leviCivita([alpha, beta, s, t]) * lower(q, s) * lower(P, t), 0),
      0,
    );
    return { re: fa * axial, im: fv * vector };
  });
  const lowered = indices.map((beta) => scale(metric[beta], gamma[beta] ?? identity));
  return scale(
    -1 / mass,
    times(plus(...indices.map((beta) => scale(tensor[beta] ?? { re: 0, im: 0 }, lowered[beta] ?? identity))), left),
  );
}

function lower(v: FourVector, index: (typeof indices)[number]): number {
  return metric[index] * v[index];
}

/** ε^{0123} = +1 (the sign goes with γ₅ = iγ⁰γ¹γ²γ³ of this representation). */
function leviCivita(order: readonly number[]): number {
  return order.reduce((sign, x, i) => order.slice(i + 1).reduce((s, y) => s * Math.sign(y - x), sign), 1);
}

function momenta(
  x: number,
  y: number,
  { kaonMassMeV: M, muonMassMeV: m }: PhysicsConstants,
): Record<'P' | 'p' | 'k' | 'q', FourVector> {
  const [photon, muonEnergy] = [(x * M) / 2, (y * M) / 2];
  const muon = Math.sqrt(muonEnergy ** 2 - m * m);
  const neutrino = M - photon - muonEnergy;
  const cosine = (neutrino ** 2 - photon ** 2 - muon ** 2) / (2 * photon * muon);
  const sine = Math.sqrt(Math.max(0, 1 - cosine * cosine));
  const P: FourVector = [M, 0, 0, 0];
  const p: FourVector = [muonEnergy, 0, 0, muon];
  const q: FourVector = [photon, photon * sine * 0.6, photon * sine * 0.8, photon * cosine];
  return { P, p, q, k: addVectors(P, [-p[0], -p[1], -p[2], -p[3]], [-q[0], -q[1], -q[2], -q[3]]) };
}
