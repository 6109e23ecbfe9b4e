import { describe, expect, it } from 'vitest';
import { ccfrLargestRatio, tridentLimit } from '../../../core/landscape/trident.ts';
import { constants, physicsConstants } from '../../../data/reference/constants.ts';
import { tridentAsPublished, tridentAtMeanEnergy } from '../../../data/reference/trident.ts';

describe.each(['paper', 'today'] as const)('the %s set of constants', (set) => {
  it('gives each constant a value, an uncertainty, a unit and a citation', () => {
    for (const constant of Object.values(constants[set])) {
      expect(constant.value).toBeGreaterThan(0);
      expect(constant.uncertainty).toBeGreaterThan(0);
      expect(constant.source.length).toBeGreaterThan(2);
      expect(constant.unit).toMatch(/^(MeV|s|)$/);
    }
  });
  it('is what the formulas get', () => {
    expect(physicsConstants(set)).toMatchObject({
      set,
      kaonMassMeV: 493.677,
      muonMassMeV: 105.6583755,
      branchingRatioMuNu: 0.6356,
    });
  });
});

it('the two sets differ where the paper and today do', () => {
  expect(constants.paper.kaonLifetime.value).not.toBe(constants.today.kaonLifetime.value);
});

describe('neutrino trident', () => {
  it('gives the couplings that were computed with the table, at its points', () => {
    // g at R < 1.38 from the same calculation, 1 and 10 MeV at both neutrino energies.
    expect(tridentLimit(tridentAtMeanEnergy, 1, ccfrLargestRatio)).toBeCloseTo(8.39471e-4, 8);
    expect(tridentLimit(tridentAsPublished, 10, ccfrLargestRatio)).toBeCloseTo(8.28749e-4, 8);
  });
  it('rises with the mass, between points too', () => {
    const masses = Array.from({ length: 60 }, (_, i) => 1 * 1000 ** (i / 59));
    const limits = masses.map((mass) => tridentLimit(tridentAsPublished, mass, ccfrLargestRatio));
    expect([...limits].sort((a, b) => a - b)).toEqual(limits);
  });
});
