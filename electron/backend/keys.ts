import { createHash } from 'node:crypto';
import type { PhysicsConstants } from '../../core/physics/constants.ts';
import type { MassGrid, Scenario } from '../../core/scenario.ts';
import { massesOf } from '../../core/study/masses.ts';
import { pointKeyText, scenarioKeyText } from '../../core/study/resultKey.ts';

/** What a reach is asked of. */
export interface ReachQuestion {
  readonly scenario: Scenario;
  readonly constants: PhysicsConstants;
  readonly masses: MassGrid;
}

/** The addresses of a reach's parts. */
export interface ReachKeys {
  /** Of what does not depend on the mass. */
  readonly events: string;
  /** Of each mass point, in the order of the masses. */
  readonly points: readonly { readonly key: string; readonly massMeV: number }[];
  /** The same for two questions exactly when all their keys are. */
  readonly identity: string;
}

const remembered = new Map<string, ReachKeys>();
const most = 300;

/** The addresses of a question's results; remembered, since every save asks for those of all scenarios again. */
export function keysOf(question: ReachQuestion): ReachKeys {
  const { scenario, constants, masses } = question;
  const events = sha256(scenarioKeyText({ scenario, constants }));
  const identity = `${events} ${JSON.stringify([masses.minMeV, masses.maxMeV, masses.points, masses.spacing])}`;
  const known = remembered.get(identity);
  if (known !== undefined) return known;
  const points = massesOf(masses).map((massMeV) => ({
    massMeV,
    key: sha256(pointKeyText({ scenario, constants, massMeV })),
  }));
  const [oldest] = remembered.keys();
  if (remembered.size >= most && oldest !== undefined) remembered.delete(oldest);
  remembered.set(identity, { events, points, identity });
  return { events, points, identity };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
