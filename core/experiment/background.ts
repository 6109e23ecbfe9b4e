import type { PhysicsConstants } from '../physics/constants.ts';
import { maxMuonMomentum } from '../physics/kinematics.ts';
import { radiativeBranchingRatio, radiativeSpectrum } from '../physics/radiative.ts';
import type { Background, Scenario } from '../scenario.ts';
import { acceptanceAt, acceptanceKnots } from './acceptance.ts';
import { photonLoss, photonLossKinks } from './photonVeto.ts';
import { foldIntoBin, type Bin } from './resolution.ts';

/** Expected background per bin, by kind and summed. */
export interface BinnedBackground {
  readonly total: readonly number[];
  readonly byKind: Readonly<Record<string, readonly number[]>>;
}

/** Expected background events of a scenario per bin of reconstructed momentum; kaon decays use the central acceptance. */
export function expectedBackground(
  scenario: Scenario,
  bins: readonly Bin[],
  constants: PhysicsConstants,
): BinnedBackground {
  const zero = bins.map(() => 0);
  const byKind: Record<string, number[]> = {};
  for (const background of scenario.backgrounds) {
    byKind[background.kind] = add(
      byKind[background.kind] ?? zero,
      radiativeEvents(background, scenario, bins, constants),
    );
  }
  return { total: Object.values(byKind).reduce(add, zero), byKind };
}

/** The paper's own number for BR(K⁺ → μ⁺νγ, 140 < p < 200 MeV), eq. (20) of arXiv:1611.08460. */
const paperRadiativeBR = 1.4e-3;

/** N_K ∫ dp A(p) ∫ dE d²BR/dp dE × loss(E), folded with the resolution (section III of arXiv:1611.08460). */
function radiativeEvents(
  background: Background,
  scenario: Scenario,
  bins: readonly Bin[],
  constants: PhysicsConstants,
): number[] {
  const { acceptance, photonVeto, resolution, exposure } = scenario;
  const { terms, minPhotonMeV } = background;
  const options = {
    terms,
    minPhotonMeV,
    loss: (energy: number) => photonLoss(photonVeto, energy),
    kinks: photonLossKinks(photonVeto),
  };
  const knots = acceptanceKnots(acceptance);
  const top = Math.min(knots.at(-1) ?? 0, maxMuonMomentum(0, constants));
  const density = (p: number): number =>
    acceptanceAt(acceptance, 'central', p) * radiativeSpectrum(p, options, constants);
  const norm =
    background.normalisation === 'paper'
      ? paperRadiativeBR / radiativeBranchingRatio(140, 200, terms, minPhotonMeV, constants)
      : 1;
  const factor = exposure.stoppedKaons * background.scale * norm;
  return bins.map((bin) => factor * foldIntoBin(density, bin, resolution.sigmaMeV, knots[0] ?? 0, top, knots));
}

function add(a: readonly number[], b: readonly number[]): number[] {
  return a.map((value, i) => value + (b[i] ?? 0));
}
