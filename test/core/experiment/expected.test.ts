import { describe, expect, it } from 'vitest';
import { expectedBackground } from '../../../core/experiment/background.ts';
import { equalBins } from '../../../core/experiment/resolution.ts';
import { expectedSignal } from '../../../core/experiment/signal.ts';
import type { Scenario } from '../../../core/scenario.ts';
import { findPreset } from '../../../data/presets/index.ts';
import { physicsConstants } from '../../../data/reference/constants.ts';
import { slowRadiative, slowSignal } from '../../twins/slowExpectation.ts';

const paper = physicsConstants('paper');
const e949 = scenario('e949@1');
const window = [{ minMeV: 130, maxMeV: 160 }];
const relative = (value: number, reference: number): number => Math.abs(value / reference - 1);

function scenario(id: string): Scenario {
  const preset = findPreset(id);
  if (preset === undefined) throw new Error(id);
  return preset.scenario;
}
const signalOf = (s: Scenario, mass = 50): number => expectedSignal(s, mass, window, paper)[0] ?? NaN;
const backgroundOf = (s: Scenario): number => expectedBackground(s, window, paper).total[0] ?? NaN;

describe('events in the window agree with plain sums', () => {
  it.each([5, 50, 150])('signal at m_X = %d MeV', (mass) => {
    expect(relative(signalOf(e949, mass), slowSignal(e949, mass, paper))).toBeLessThan(2e-5);
  });
  it('radiative background', () => {
    const loss = e949.photonVeto.reducible[0]?.value ?? NaN;
    expect(relative(backgroundOf(e949), slowRadiative(e949, loss, paper))).toBeLessThan(2e-4);
  });
});

describe('scaling laws', () => {
  it('signal and background are proportional to the exposure', () => {
    const ten = { ...e949, exposure: { stoppedKaons: 1.7e13 } };
    expect(relative(signalOf(ten), 10 * signalOf(e949))).toBeLessThan(1e-12);
    expect(relative(backgroundOf(ten), 10 * backgroundOf(e949))).toBeLessThan(1e-12);
  });
  it('the photon veto scales the background down to its floor and no further, and never the signal', () => {
    const veto = (scale: number, floor: number): Scenario => ({
      ...e949,
      photonVeto: { ...e949.photonVeto, scale, floor: floor > 0 ? [{ energyMeV: 100, value: floor }] : [] },
    });
    expect(relative(backgroundOf(veto(0.01, 0)), backgroundOf(e949) / 100)).toBeLessThan(1e-12);
    expect(relative(backgroundOf(veto(0, 1e-4)), backgroundOf(e949) * (1e-4 / 7.993085e-4))).toBeLessThan(1e-9);
    expect(backgroundOf(veto(0, 0))).toBe(0);
    expect(signalOf(veto(0.01, 1e-4))).toBe(signalOf(e949));
  });
  it('accidental loss takes signal only', () => {
    const lossy = { ...e949, photonVeto: { ...e949.photonVeto, accidentalLoss: 0.5 } };
    expect(relative(signalOf(lossy), signalOf(e949) / 2)).toBeLessThan(1e-12);
    expect(backgroundOf(lossy)).toBe(backgroundOf(e949));
  });
  it('signal uses the named acceptance edge, background the central curve', () => {
    const high = { ...e949, acceptance: { ...e949.acceptance, signal: 'high' as const } };
    expect(relative(signalOf(high) / signalOf(e949), 0.95 / 0.65)).toBeLessThan(1e-9);
    expect(backgroundOf(high)).toBe(backgroundOf(e949));
  });
  it('the paper’s normalisation raises inner bremsstrahlung by 1.4/1.188', () => {
    const ib = (normalisation: 'paper' | 'calculated'): Scenario => ({
      ...e949,
      backgrounds: [
        { id: 'r', kind: 'radiative', scale: 1, terms: 'innerBremsstrahlung', normalisation, minPhotonMeV: 10 },
      ],
    });
    expect(backgroundOf(ib('paper')) / backgroundOf(ib('calculated'))).toBeCloseTo(1.4e-3 / 1.188267e-3, 5);
  });
  it('two backgrounds of a kind add up', () => {
    const twice = { ...e949, backgrounds: e949.backgrounds.flatMap((b) => [b, { ...b, id: 'again' }]) };
    expect(relative(backgroundOf(twice), 2 * backgroundOf(e949))).toBeLessThan(1e-12);
  });
});

describe('folding with the resolution', () => {
  it('loses nothing: the bins of the whole line sum to the unfolded number', () => {
    const wide = equalBins(60, 300, 24);
    const folded = expectedSignal(e949, 100, wide, paper).reduce((a, b) => a + b, 0);
    const perfect = expectedSignal({ ...e949, resolution: { sigmaMeV: 0 } }, 100, wide, paper).reduce(
      (a, b) => a + b,
      0,
    );
    expect(relative(folded, perfect)).toBeLessThan(1e-8);
  });
  it('is additive: fine bins sum to the coarse one', () => {
    const fine = expectedBackground(e949, equalBins(130, 160, 7), paper).total.reduce((a, b) => a + b, 0);
    expect(relative(fine, backgroundOf(e949))).toBeLessThan(1e-8);
  });
  it('tends to perfect resolution as σ goes to zero', () => {
    const at = (sigmaMeV: number): number => signalOf({ ...e949, resolution: { sigmaMeV } });
    expect(relative(at(1e-4), at(0))).toBeLessThan(1e-6);
  });
});
