import type { EventLimit, ScenarioEvents } from '../results.ts';
import type { Scenario } from '../scenario.ts';

/** Highest window edge [MeV/c] up to which the Kμ2 line at 235.5 MeV/c, which is not part of the background, stays out. */
const lineFreeUpTo = 225;

/** What a referee would ask about a scenario, in sentences. */
export function warningsOf(scenario: Scenario, background: number, events: ScenarioEvents): string[] {
  const { window, acceptance, resolution, backgrounds } = scenario;
  const support = { from: acceptance.points[0]?.pMeV ?? 0, to: acceptance.points.at(-1)?.pMeV ?? 0 };
  return [
    ...undercoverage('observed', events.observedLimit, scenario),
    ...undercoverage('median expected', events.medianLimit, scenario),
    ...when(backgrounds.length === 0, 'No background is switched on: the reach is that of an ideal experiment.'),
    ...when(
      backgrounds.length > 0 && background === 0,
      'The background in the window is zero: all photons are vetoed or nothing is accepted.',
    ),
    ...when(
      window.maxMeV + 3 * resolution.sigmaMeV > lineFreeUpTo,
      `The window comes within 3σ of ${String(lineFreeUpTo)} MeV/c: the K⁺ → μ⁺ν line at 235.5 MeV/c is not part of the background.`,
    ),
    ...when(
      window.maxMeV <= support.from || window.minMeV >= support.to,
      'The window lies outside the acceptance table, where the acceptance is zero.',
    ),
    ...when(
      resolution.sigmaMeV > (window.maxMeV - window.minMeV) / 2,
      'The momentum resolution is broader than half the window.',
    ),
    ...when(scenario.boson.kind === 'scalar', scalarAssumption(scenario)),
  ];
}

function undercoverage(which: string, limit: EventLimit | null, { analysis }: Scenario): string[] {
  if (limit === null || limit.coverage >= analysis.confidenceLevel - 1e-9) return [];
  const nominal = percent(analysis.confidenceLevel);
  return [
    `For the ${which} count the ${nominal} limit covers only ${percent(limit.coverage)}: so few events are below what the statistic's χ² approximation allows.`,
  ];
}

function scalarAssumption({ boson }: Scenario): string {
  return boson.kind === 'scalar'
    ? `The scalar is taken to be invisible in a fraction ${String(boson.invisibleFraction)} of its decays.`
    : '';
}

function percent(fraction: number): string {
  return `${(100 * fraction).toFixed(1)}%`;
}

function when(condition: boolean, text: string): string[] {
  return condition ? [text] : [];
}
