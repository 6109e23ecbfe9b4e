import type { Kinematics } from '../../core/physics/kinematics.ts';
import {
  addVectors,
  bar,
  dot,
  gamma,
  identity,
  indices,
  leftProjector,
  metric,
  plus,
  scale,
  slash,
  times,
  trace,
  type FourVector,
  type Matrix,
} from './dirac.ts';

/** Momenta of K⁺(ℓ) → μ⁺(p) ν(k) X(q) at given a = (k+q)², b = (p+q)², turned by an angle about the muon's direction. */
export interface Momenta {
  readonly l: FourVector;
  readonly p: FourVector;
  readonly k: FourVector;
  readonly q: FourVector;
}

export function momenta(a: number, b: number, { kaon2, muon2, boson2 }: Kinematics, degrees: number): Momenta {
  const M = Math.sqrt(kaon2);
  const muonEnergy = (kaon2 + muon2 - a) / (2 * M);
  const neutrinoEnergy = (kaon2 - b) / (2 * M);
  const muonMomentum = Math.sqrt(muonEnergy ** 2 - muon2);
  const bosonEnergy = M - muonEnergy - neutrinoEnergy;
  const cosine =
    (bosonEnergy ** 2 - boson2 - muonMomentum ** 2 - neutrinoEnergy ** 2) / (2 * muonMomentum * neutrinoEnergy);
  const sine = Math.sqrt(Math.max(0, 1 - cosine * cosine));
  const phi = (degrees * Math.PI) / 180;
  const k: FourVector = [
    neutrinoEnergy,
    neutrinoEnergy * sine * Math.cos(phi),
    neutrinoEnergy * sine * Math.sin(phi),
    neutrinoEnergy * cosine,
  ];
  const p: FourVector = [muonEnergy, 0, 0, muonMomentum];
  const l: FourVector = [M, 0, 0, 0];
  return { l, p, k, q: [l[0] - p[0] - k[0], -p[1] - k[1], -p[2] - k[2], -p[3] - k[3]] };
}

/** Emission from the muon line: ℓ̸ P_L (m − p̸ − q̸)/u · vertex, for μ⁺ outgoing. */
function fromMuon({ l, p, q }: Momenta, k: Kinematics, vertex: Matrix): Matrix {
  const pq = addVectors(p, q);
  const u = dot(pq, pq) - k.muon2;
  const propagator = plus(scale(Math.sqrt(k.muon2), identity), scale(-1, slash(pq)));
  return scale(1 / u, times(slash(l), leftProjector, propagator, vertex));
}

/** Emission from the neutrino line: γ^α (k̸ + q̸)/a ℓ̸ P_L. */
function fromNeutrino({ l, k, q }: Momenta, vertex: Matrix): Matrix {
  const kq = addVectors(k, q);
  return scale(1 / dot(kq, kq), times(vertex, slash(kq), slash(l), leftProjector));
}

/**
 * Σ|M|²/(4 f_K² V_us² G_F² g²) of eq. (10) of arXiv:1611.08460 by explicit traces, with the polarisation sum −g_αβ + q_α q_β/z.
 */
export function vectorFromTrace(a: number, b: number, k: Kinematics, degrees: number): number {
  const m = momenta(a, b, k, degrees);
  const amplitude = gamma.map((vertex) => plus(fromNeutrino(m, vertex), fromMuon(m, k, vertex)));
  let sum = 0;
  for (const alpha of indices) {
    for (const beta of indices) {
      const lower = metric[alpha] * metric[beta];
      const polarisation = (alpha === beta ? -metric[alpha] : 0) + (lower * m.q[alpha] * m.q[beta]) / k.boson2;
      sum += polarisation * spinSum(m, k, amplitude[alpha] ?? identity, amplitude[beta] ?? identity);
    }
  }
  return sum;
}

/** The same for a scalar emitted by the muon. */
export function scalarFromTrace(a: number, b: number, k: Kinematics, degrees: number): number {
  const m = momenta(a, b, k, degrees);
  const amplitude = fromMuon(m, k, identity);
  return spinSum(m, k, amplitude, amplitude);
}

/** Σ_spins (ū_ν Γ₁ v_μ)(ū_ν Γ₂ v_μ)* = Tr[k̸ Γ₁ (p̸ − m) Γ̄₂], real part. */
function spinSum({ k, p }: Momenta, { muon2 }: Kinematics, first: Matrix, second: Matrix): number {
  const muon = plus(slash(p), scale(-Math.sqrt(muon2), identity));
  return trace(times(slash(k), first, muon, bar(second))).re;
}
