import { describe, expect, it } from 'vitest';
import { integrate } from '../../../core/numerics/quadrature.ts';
import {
  photonRange,
  radiativeBranchingRatio,
  radiativeDensity,
  radiativeSpectrum,
  type RadiativeTerms,
} from '../../../core/physics/radiative.ts';
import { physicsConstants } from '../../../data/reference/constants.ts';
import { radiativeAllTerms, radiativeIntegrals, radiativeReference } from '../../fixtures/scipy/signal.ts';
import { radiativeTrace } from '../../twins/radiativeTrace.ts';

const paper = physicsConstants('paper');
const relative = (value: number, reference: number): number => Math.abs(value / reference - 1);
const open = (terms: RadiativeTerms): Parameters<typeof radiativeSpectrum>[1] => ({
  terms,
  minPhotonMeV: 0.01,
  loss: () => 1,
  kinks: [],
});

describe('inner bremsstrahlung agrees with scipy', () => {
  it.each(radiativeReference)(
    'at $pMeV MeV/c: density and mean photon energy to 1e-8',
    ({ pMeV, density, meanPhotonMeV }) => {
      const spectrum = radiativeSpectrum(pMeV, open('innerBremsstrahlung'), paper);
      const energy = radiativeSpectrum(pMeV, { ...open('innerBremsstrahlung'), loss: (e) => e }, paper);
      expect(relative(spectrum, density)).toBeLessThan(1e-8);
      expect(relative(energy / spectrum, meanPhotonMeV)).toBeLessThan(1e-8);
    },
  );
  it('in its integrals over 130–160 and 140–200 MeV/c to 1e-8', () => {
    expect(
      relative(radiativeBranchingRatio(130, 160, 'innerBremsstrahlung', 0.01, paper), radiativeIntegrals.from130to160),
    ).toBeLessThan(1e-8);
    expect(
      relative(radiativeBranchingRatio(140, 200, 'innerBremsstrahlung', 0.01, paper), radiativeIntegrals.from140to200),
    ).toBeLessThan(1e-8);
  });
});

describe('with structure-dependent and interference terms', () => {
  it.each(radiativeAllTerms)('the density at $pMeV MeV/c is the reference to its six digits', ({ pMeV, density }) => {
    expect(relative(radiativeSpectrum(pMeV, open('all'), paper), density)).toBeLessThan(5e-6);
  });

  const points = [
    [0.3, 0.9],
    [0.5, 0.8],
    [0.7, 0.7],
    [0.8, 0.6],
    [0.2, 0.95],
    [0.6, 0.85],
  ] as const;
  it.each(points)('the density at x = %d, y = %d is the explicit trace', (x, y) => {
    const M = paper.kaonMassMeV;
    const p = Math.sqrt(((y * M) / 2) ** 2 - paper.muonMassMeV ** 2);
    const at = (sum: number, difference: number): { formula: number; trace: number } => {
      const c = { ...paper, formFactorSum: sum, formFactorDifference: difference };
      return { formula: radiativeDensity(p, (x * M) / 2, 'all', c), trace: radiativeTrace(x, y, sum, difference, c) };
    };
    // The normalisation cancels in the ratio to inner bremsstrahlung alone.
    const bare = at(0, 0);
    for (const [sum, difference] of [
      [0.165, 0.153],
      [0.165, 0],
      [0, 0.153],
      [2, -1],
    ] as const) {
      const full = at(sum, difference);
      expect(relative(full.formula / bare.formula, full.trace / bare.trace)).toBeLessThan(1e-10);
    }
  });

  it('and inner bremsstrahlung alone has the shape of its trace', () => {
    const ratio = ([x, y]: readonly [number, number]): number => {
      const p = Math.sqrt(((y * paper.kaonMassMeV) / 2) ** 2 - paper.muonMassMeV ** 2);
      const jacobian = p / (y * paper.kaonMassMeV);
      return (
        radiativeDensity(p, (x * paper.kaonMassMeV) / 2, 'innerBremsstrahlung', paper) /
        jacobian /
        radiativeTrace(x, y, 0, 0, paper)
      );
    };
    for (const point of points) expect(relative(ratio(point), ratio(points[0]))).toBeLessThan(1e-10);
  });
});

describe('phase space', () => {
  it('is empty below the photon range and above the photon cut', () => {
    const { min, max } = photonRange(150, paper);
    expect(radiativeDensity(150, min - 5, 'all', paper)).toBe(0);
    expect(radiativeDensity(150, (min + max) / 2, 'all', paper)).toBeGreaterThan(0);
    expect(radiativeSpectrum(150, { ...open('all'), minPhotonMeV: max + 1 }, paper)).toBe(0);
  });
  it('leaves every photon below 200 MeV/c more than 33 MeV', () => {
    expect(photonRange(200, paper).min).toBeGreaterThan(33.6);
    expect(photonRange(235.53, paper).min).toBeLessThan(0.1);
  });
  it('weights with the photon loss, kinks included', () => {
    const step = { ...open('all'), loss: (e: number) => (e < 100 ? 0 : 1), kinks: [100] };
    const { max } = photonRange(150, paper);
    const above = integrate((e) => radiativeDensity(150, e, 'all', paper), 100, max).value;
    expect(relative(radiativeSpectrum(150, step, paper), above)).toBeLessThan(1e-9);
  });
});
