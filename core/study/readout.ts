import type { Readout } from '../contract.ts';
import type { PhysicsConstants } from '../physics/constants.ts';
import { branchingRatio, type BosonKind } from '../physics/signal.ts';
import type { Scenario } from '../scenario.ts';
import { prepare, reachAt } from './reach.ts';

/** What the cross-hair says at one point of the (m, g) plane: branching ratio, and what each scenario would see there. */
export function readoutAt(
  boson: BosonKind,
  massMeV: number,
  coupling: number,
  scenarios: readonly { readonly id: string; readonly scenario: Scenario }[],
  constants: PhysicsConstants,
): Readout {
  return {
    massMeV,
    coupling,
    branchingRatio: branchingRatio(boson, massMeV, constants).value * coupling ** 2,
    scenarios: scenarios.map(({ id, scenario }) => ({ id, ...scenarioAt(scenario, massMeV, coupling, constants) })),
  };
}

function scenarioAt(
  scenario: Scenario,
  massMeV: number,
  coupling: number,
  constants: PhysicsConstants,
): Omit<Readout['scenarios'][number], 'id'> {
  const exact = { ...scenario, analysis: { ...scenario.analysis, bands: 'exact' as const } };
  const point = reachAt(prepare(exact, constants), massMeV, () => undefined);
  if (point.limit === null) return { signalEvents: null, excludesExpected: false, limit: null };
  const limit = point.limit.asimov;
  return { signalEvents: point.signalEventsPerCoupling2 * coupling ** 2, excludesExpected: limit < coupling, limit };
}
