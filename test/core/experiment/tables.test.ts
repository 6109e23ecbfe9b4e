import { describe, expect, it } from 'vitest';
import { acceptanceAt } from '../../../core/experiment/acceptance.ts';
import { photonLoss } from '../../../core/experiment/photonVeto.ts';
import { binProbability, equalBins } from '../../../core/experiment/resolution.ts';

describe('acceptance', () => {
  const table = {
    signal: 'low' as const,
    points: [
      { pMeV: 100, low: 0.1, central: 0.2, high: 0.3 },
      { pMeV: 200, low: 0.3, central: 0.6, high: 0.9 },
    ],
  };
  it('is linear between points and zero outside the table', () => {
    expect(acceptanceAt(table, 'low', 150)).toBeCloseTo(0.2, 15);
    expect(acceptanceAt(table, 'high', 125)).toBeCloseTo(0.45, 15);
    expect([99.99, 200.01].map((p) => acceptanceAt(table, 'central', p))).toEqual([0, 0]);
  });
  it('is the table at its points, ends included', () => {
    expect([100, 200].map((p) => acceptanceAt(table, 'central', p))).toEqual([0.2, 0.6]);
  });
});

describe('photon loss', () => {
  const veto = {
    reducible: [
      { energyMeV: 10, value: 1e-2 },
      { energyMeV: 1000, value: 1e-4 },
    ],
    scale: 0.5,
    floor: [{ energyMeV: 50, value: 2e-5 }],
    accidentalLoss: 0,
  };
  it('is scale × reducible + floor, log–log between points', () => {
    expect(photonLoss(veto, 100)).toBeCloseTo(0.5 * 1e-3 + 2e-5, 12);
  });
  it('is held at the ends and never above one', () => {
    expect(photonLoss(veto, 1)).toBeCloseTo(0.5e-2 + 2e-5, 12);
    expect(photonLoss(veto, 5000)).toBeCloseTo(0.5e-4 + 2e-5, 12);
    expect(photonLoss({ ...veto, scale: 1e4 }, 10)).toBe(1);
  });
});

describe('bins', () => {
  it('share a Gaussian completely', () => {
    const total = equalBins(0, 300, 60).reduce((sum, bin) => sum + binProbability(150, bin, 2.3), 0);
    expect(total).toBeCloseTo(1, 13);
  });
  it('hold half of it on either side of an edge', () => {
    expect(binProbability(130, { minMeV: 130, maxMeV: 160 }, 2.3)).toBeCloseTo(0.5, 13);
  });
  it('are closed below and open above for perfect resolution', () => {
    expect([129.9, 130, 159.9, 160].map((p) => binProbability(p, { minMeV: 130, maxMeV: 160 }, 0))).toEqual([
      0, 1, 1, 0,
    ]);
  });
  it('end exactly where the range ends', () => {
    expect(equalBins(0.1, 0.7, 3).at(-1)?.maxMeV).toBe(0.7);
  });
});
