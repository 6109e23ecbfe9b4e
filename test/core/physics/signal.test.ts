import { describe, expect, it } from 'vitest';
import { branchingRatio, signal, windowBranchingRatio, type BosonKind } from '../../../core/physics/signal.ts';
import { physicsConstants } from '../../../data/reference/constants.ts';
import { scalarReference, spectrumMomenta, vectorReference } from '../../fixtures/scipy/signal.ts';
import { scalarFromTrace } from '../../twins/decayTrace.ts';
import { eq11, simpson, slowSpectrum } from '../../twins/eq11.ts';

const paper = physicsConstants('paper');
const relative = (value: number, reference: number): number =>
  reference === 0 ? Math.abs(value) : Math.abs(value / reference - 1);

describe('the vector signal agrees with scipy to 1e-8', () => {
  it.each(vectorReference)('m_X = $massMeV MeV', (row) => {
    const { spectrum, pMaxMeV } = signal('vector', row.massMeV, paper);
    expect(relative(pMaxMeV, row.pMaxMeV)).toBeLessThan(1e-12);
    expect(relative(branchingRatio('vector', row.massMeV, paper).value, row.branchingRatio)).toBeLessThan(1e-8);
    expect(
      relative(windowBranchingRatio('vector', row.massMeV, 130, 160, paper).value, row.window130to160),
    ).toBeLessThan(1e-8);
    expect(
      relative(windowBranchingRatio('vector', row.massMeV, 140, 200, paper).value, row.window140to200),
    ).toBeLessThan(1e-8);
    spectrumMomenta.forEach((p, i) => {
      expect(relative(spectrum(p), row.spectrum[i] ?? NaN)).toBeLessThan(1e-8);
    });
  });
});

describe('the scalar signal agrees with scipy to 1e-8', () => {
  it.each(scalarReference)('m_X = $massMeV MeV', (row) => {
    expect(relative(branchingRatio('scalar', row.massMeV, paper).value, row.branchingRatio)).toBeLessThan(1e-8);
    expect(
      relative(windowBranchingRatio('scalar', row.massMeV, 130, 160, paper).value, row.window130to160),
    ).toBeLessThan(1e-8);
  });
});

describe('the closed form equals the slow integral of the matrix element', () => {
  const shares = [0.02, 0.1, 0.3, 0.5, 0.7, 0.9, 0.98];
  it.each([1, 10, 50, 100, 200, 250, 300, 350])('vector from eq. (11), m_X = %d MeV', (massMeV) => {
    const { spectrum, pMaxMeV } = signal('vector', massMeV, paper);
    for (const share of shares)
      expect(relative(spectrum(share * pMaxMeV), slowSpectrum(share * pMaxMeV, massMeV, paper, eq11))).toBeLessThan(
        1e-9,
      );
  });
  it.each([1, 10, 50, 100, 200, 300])(
    'scalar from its trace, m_X = %d MeV',
    (massMeV) => {
      const { spectrum, pMaxMeV } = signal('scalar', massMeV, paper);
      const slow = (p: number): number => slowSpectrum(p, massMeV, paper, (a, b, k) => scalarFromTrace(a, b, k, 60));
      for (const share of [0.1, 0.5, 0.9])
        expect(relative(spectrum(share * pMaxMeV), slow(share * pMaxMeV))).toBeLessThan(1e-9);
    },
    60_000,
  );
  it('and its integral over p is the total branching ratio', () => {
    for (const massMeV of [50, 150, 300]) {
      const { pMaxMeV } = signal('vector', massMeV, paper);
      // p = pMax (1 − s²) takes the steep end away from Simpson's rule.
      const slow = simpson(
        (s) => slowSpectrum(pMaxMeV * (1 - s * s), massMeV, paper) * 2 * s * pMaxMeV,
        1e-9,
        1 - 1e-9,
        1000,
      );
      expect(relative(branchingRatio('vector', massMeV, paper).value, slow)).toBeLessThan(1e-6);
    }
  });
});

describe('towards both ends of the spectrum', () => {
  // mpmath, 50 digits: the closed form of the b integral, whose cancellations do not matter there.
  const ends: [BosonKind, number, number, number][] = [
    ['vector', 1, 0.0001, 4.5289156411421125e-12],
    ['vector', 1, 0.999999, 0.29960575173733791],
    ['vector', 50, 0.0001, 3.9292377017126843e-12],
    ['vector', 50, 0.999999, 2.991890352080448e-11],
    ['vector', 300, 0.0001, 5.7549866688251849e-14],
    ['vector', 300, 0.999999, 5.1648795687299871e-17],
    ['scalar', 1, 0.0001, 9.0578115006868074e-12],
    ['scalar', 1, 0.999999, 6.1188581768370478e-6],
    ['scalar', 50, 0.0001, 7.8232160034504739e-12],
    ['scalar', 50, 0.999999, 1.3363668318753249e-12],
    ['scalar', 300, 0.0001, 1.351084370062289e-13],
    ['scalar', 300, 0.999999, 7.57348075681049e-17],
  ];
  it.each(ends)('%s, m_X = %d MeV at p/pMax = %d', (boson, massMeV, share, reference) => {
    const { spectrum, pMaxMeV } = signal(boson, massMeV, paper);
    // The spectrum falls as (1 − p/pMax)²: rounding p and pMax to doubles alone moves it by 4ε/(1 − p/pMax).
    expect(relative(spectrum(share * pMaxMeV), reference)).toBeLessThan(1e-11 + (4 * Number.EPSILON) / (1 - share));
  });
  it('is zero outside the open range and where the decay is closed', () => {
    const { spectrum, pMaxMeV } = signal('vector', 100, paper);
    expect([spectrum(0), spectrum(-1), spectrum(pMaxMeV), spectrum(236)]).toEqual([0, 0, 0, 0]);
    expect(signal('vector', 388.02, paper).pMaxMeV).toBe(0);
    expect(branchingRatio('vector', 388.02, paper)).toEqual({ value: 0, error: 0 });
  });
});

it('states an error that covers the true one', () => {
  for (const { massMeV, branchingRatio: reference } of vectorReference) {
    const { value, error } = branchingRatio('vector', massMeV, paper);
    expect(error / value).toBeLessThan(1e-10);
    expect(Math.abs(value - reference)).toBeLessThan(error + 1e-9 * reference);
  }
});

it('refuses a mass that is none, naming it', () => {
  for (const mass of [0, -1, NaN, Infinity])
    expect(() => signal('vector', mass, paper)).toThrow(`mass m_X is ${String(mass)}; allowed: above 0 MeV`);
});
