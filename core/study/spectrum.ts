import { acceptanceAt } from '../experiment/acceptance.ts';
import { expectedBackground } from '../experiment/background.ts';
import { equalBins, type Bin } from '../experiment/resolution.ts';
import { expectedSignal } from '../experiment/signal.ts';
import { maxMuonMomentum } from '../physics/kinematics.ts';
import type { PhysicsConstants } from '../physics/constants.ts';
import type { Spectrum } from '../results.ts';
import type { Scenario } from '../scenario.ts';

/** Signal over background per bin of reconstructed momentum, from zero to past the endpoint, at a chosen mass and coupling. */
export function spectrumOf(
  scenario: Scenario,
  massMeV: number,
  coupling: number,
  binMeV: number,
  constants: PhysicsConstants,
): Spectrum {
  const bins = displayBins(scenario, binMeV, constants);
  const window = [{ minMeV: scenario.window.minMeV, maxMeV: scenario.window.maxMeV }];
  const signal = expectedSignal(scenario, massMeV, bins, constants);
  const background = expectedBackground(scenario, bins, constants);
  return {
    massMeV,
    coupling,
    windowMeV: [scenario.window.minMeV, scenario.window.maxMeV],
    bins: bins.map((bin, i) => ({
      ...bin,
      signal: (signal[i] ?? 0) * coupling ** 2,
      background: background.total[i] ?? 0,
      byKind: Object.fromEntries(Object.entries(background.byKind).map(([kind, counts]) => [kind, counts[i] ?? 0])),
      acceptance: acceptanceIn(scenario, bin),
    })),
    signalInWindow: (expectedSignal(scenario, massMeV, window, constants)[0] ?? 0) * coupling ** 2,
    backgroundInWindow: expectedBackground(scenario, window, constants).total[0] ?? 0,
  };
}

/** Bins on multiples of the width over the acceptance's support and the window, so that they stay put while a slider moves. */
function displayBins({ acceptance, window, resolution }: Scenario, binMeV: number, constants: PhysicsConstants): Bin[] {
  const endpoint = maxMuonMomentum(0, constants);
  const low = Math.min(window.minMeV, acceptance.points[0]?.pMeV ?? 0) - 2 * resolution.sigmaMeV;
  const high =
    Math.max(window.maxMeV, Math.min(endpoint, acceptance.points.at(-1)?.pMeV ?? 0)) + 2 * resolution.sigmaMeV;
  const first = Math.max(0, Math.floor(low / binMeV));
  const last = Math.ceil(high / binMeV);
  return equalBins(first * binMeV, last * binMeV, last - first);
}

function acceptanceIn(
  { acceptance }: Scenario,
  { minMeV, maxMeV }: Bin,
): { low: number; central: number; high: number } {
  const middle = (minMeV + maxMeV) / 2;
  return {
    low: acceptanceAt(acceptance, 'low', middle),
    central: acceptanceAt(acceptance, 'central', middle),
    high: acceptanceAt(acceptance, 'high', middle),
  };
}
