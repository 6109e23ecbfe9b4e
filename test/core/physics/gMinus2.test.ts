import { describe, expect, it } from 'vitest';
import { deltaAmuPerCoupling2, gMinus2Couplings } from '../../../core/physics/gMinus2.ts';
import { physicsConstants } from '../../../data/reference/constants.ts';
import { findGMinus2Input, gMinus2Inputs } from '../../../data/reference/gMinus2.ts';
import { scalarReference, vectorReference } from '../../fixtures/scipy/signal.ts';

const paper = physicsConstants('paper');
const relative = (value: number, reference: number): number => Math.abs(value / reference - 1);

/** The integral of eq. (5) of arXiv:1611.08460 in closed form, L = m_X²/m_μ²; loses digits as L grows. */
function closedForm(massMeV: number): number {
  const L = (massMeV / paper.muonMassMeV) ** 2;
  const s = Math.sqrt(Math.abs(L * L - 4 * L));
  const [xPlus, xMinus] = [(L + s) / 2, (L - s) / 2];
  const J =
    L < 4
      ? (2 / s) * (Math.atan((2 - L) / s) + Math.atan(L / s))
      : (1 / s) * Math.log(((1 - xPlus) * xMinus) / ((1 - xMinus) * xPlus));
  return (1 - 2 * L + L * (L - 2) * Math.log(L) - L * (L * L - 4 * L + 2) * J) / (8 * Math.PI ** 2);
}

describe('δa_μ / g²', () => {
  it('agrees with scipy to 1e-8, vector and scalar', () => {
    for (const row of vectorReference)
      expect(relative(deltaAmuPerCoupling2('vector', row.massMeV, paper), row.deltaAmu)).toBeLessThan(1e-8);
    for (const row of scalarReference)
      expect(relative(deltaAmuPerCoupling2('scalar', row.massMeV, paper), row.deltaAmu)).toBeLessThan(1e-8);
  });
  it('agrees with the closed form below and above m_X = 2 m_μ', () => {
    for (const mass of [0.5, 5, 50, 105.66, 200, 250, 400])
      expect(relative(deltaAmuPerCoupling2('vector', mass, paper), closedForm(mass))).toBeLessThan(1e-10);
  });
  it('tends to 1/8π² for a massless vector and to m_μ²/(12π² m_X²) for a heavy one', () => {
    expect(relative(deltaAmuPerCoupling2('vector', 1e-4, paper), 1 / (8 * Math.PI ** 2))).toBeLessThan(1e-5);
    const heavy = 1e6;
    expect(
      relative(deltaAmuPerCoupling2('vector', heavy, paper), (paper.muonMassMeV / heavy) ** 2 / (12 * Math.PI ** 2)),
    ).toBeLessThan(1e-5);
  });
});

describe('the band of couplings', () => {
  const input = (id: string): NonNullable<ReturnType<typeof findGMinus2Input>> => {
    const found = findGMinus2Input(id);
    if (found === undefined) throw new Error(id);
    return found;
  };
  it('gives back the input: g² δa_μ is the value and its edges', () => {
    const paperInput = input('ibe-2017');
    const per = deltaAmuPerCoupling2('vector', 50, paper);
    const band = gMinus2Couplings('vector', 50, paperInput, paper);
    const deltas = [band.low2, band.low1, band.central, band.high1, band.high2].map(
      (g) => Math.round((g ?? NaN) ** 2 * per * 1e11 * 1e6) / 1e6,
    );
    expect(deltas).toEqual([120, 200, 280, 360, 440]);
  });
  it('has no lower edge where the input is compatible with zero', () => {
    const band = gMinus2Couplings('vector', 50, input('wp2025-final'), paper);
    expect([band.low2, band.low1]).toEqual([null, null]);
    expect(band.high2).toBeGreaterThan(band.high1 ?? Infinity);
  });
  it('comes from inputs that all name their source', () => {
    for (const { source, uncertainty } of gMinus2Inputs) {
      expect(source).toMatch(/arXiv:\d{4}\.\d{5}/);
      expect(uncertainty).toBeGreaterThan(0);
    }
  });
});
