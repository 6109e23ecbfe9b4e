import { expect, it } from 'vitest';
import { invisibleFraction } from '../../../core/physics/invisible.ts';
import { physicsConstants } from '../../../data/reference/constants.ts';
import { vectorReference } from '../../fixtures/scipy/signal.ts';

const paper = physicsConstants('paper');

it('agrees with the reference at every mass', () => {
  for (const { massMeV, invisibleFraction: reference } of vectorReference) {
    expect(Math.abs(invisibleFraction({ kind: 'vector' }, massMeV, paper) - reference)).toBeLessThan(1e-12);
  }
});

it('is 1 up to 2 m_μ, continuous there, and tends to one half far above', () => {
  const threshold = 2 * paper.muonMassMeV;
  expect(invisibleFraction({ kind: 'vector' }, threshold, paper)).toBe(1);
  expect(invisibleFraction({ kind: 'vector' }, threshold * (1 + 1e-12), paper)).toBeGreaterThan(0.999);
  expect(invisibleFraction({ kind: 'vector' }, 1e7, paper)).toBeCloseTo(0.5, 6);
});

it('is what the scenario says for a scalar', () => {
  expect(invisibleFraction({ kind: 'scalar', invisibleFraction: 0.3 }, 250, paper)).toBe(0.3);
});
