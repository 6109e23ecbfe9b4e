import { describe, expect, it } from 'vitest';
import { kinematics } from '../../../core/physics/kinematics.ts';
import { scalarElement, vectorElement } from '../../../core/physics/matrixElement.ts';
import { physicsConstants } from '../../../data/reference/constants.ts';
import { scalarFromTrace, vectorFromTrace } from '../../twins/decayTrace.ts';
import { eq11, limitsOfB } from '../../twins/eq11.ts';

const paper = physicsConstants('paper');

/** Points all over the Dalitz plot, on a fixed irrational lattice so that a failure can be repeated. */
const points = [1, 20, 100, 250, 350].flatMap((massMeV) =>
  Array.from({ length: 12 }, (_, i) => {
    const k = kinematics(massMeV, paper);
    const share = (n: number, step: number): number => 0.02 + 0.96 * ((n * step) % 1);
    const a = k.boson2 + share(i + 1, Math.SQRT2) * ((paper.kaonMassMeV - paper.muonMassMeV) ** 2 - k.boson2);
    const { low, high } = limitsOfB(a, k);
    return { massMeV, k, a, b: low + share(i + 1, Math.sqrt(3)) * (high - low), degrees: 40 * i };
  }),
);

describe.each(points)('m_X = $massMeV MeV, a = $a, b = $b', ({ k, a, b, degrees }) => {
  const u = b - k.muon2;
  it('eq. (11) as printed is the trace of eq. (10)', () => {
    expect(Math.abs(eq11(a, b, k) / vectorFromTrace(a, b, k, degrees) - 1)).toBeLessThan(1e-8);
  });
  it('the short form is eq. (11)', () => {
    expect(Math.abs(vectorElement.at(a, u, k) / eq11(a, b, k) - 1)).toBeLessThan(1e-10);
  });
  it('the scalar form is its trace', () => {
    expect(Math.abs(scalarElement.at(a, u, k) / scalarFromTrace(a, b, k, degrees) - 1)).toBeLessThan(1e-9);
  });
});
