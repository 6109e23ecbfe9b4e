import type { PhysicsConstants } from '../physics/constants.ts';
import { invisibleFraction } from '../physics/invisible.ts';
import { signal } from '../physics/signal.ts';
import type { Scenario } from '../scenario.ts';
import { acceptanceAt, acceptanceKnots } from './acceptance.ts';
import { foldIntoBin, type Bin } from './resolution.ts';

/**
 * Signal events per bin of reconstructed momentum at g = 1: N_K × invisible fraction × (1 − accidental loss) ×
 * ∫ dp A(p) dBR/dp × P(bin | p), with the acceptance edge that the scenario names.
 */
export function expectedSignal(
  scenario: Scenario,
  massMeV: number,
  bins: readonly Bin[],
  constants: PhysicsConstants,
): number[] {
  const { acceptance, resolution, exposure, photonVeto, boson } = scenario;
  const { spectrum, pMaxMeV } = signal(boson.kind, massMeV, constants);
  const knots = acceptanceKnots(acceptance);
  // A light boson's spectrum rises over m_X²/2M below its end.
  const peak = massMeV ** 2 / (2 * constants.kaonMassMeV);
  const kinks = [...knots, ...[1, 10, 100].map((n) => pMaxMeV - n * peak)];
  const density = (p: number): number => acceptanceAt(acceptance, acceptance.signal, p) * spectrum(p);
  const factor = exposure.stoppedKaons * invisibleFraction(boson, massMeV, constants) * (1 - photonVeto.accidentalLoss);
  const top = Math.min(knots.at(-1) ?? 0, pMaxMeV);
  return bins.map((bin) => factor * foldIntoBin(density, bin, resolution.sigmaMeV, knots[0] ?? 0, top, kinks));
}
