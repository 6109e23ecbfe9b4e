import canonicalize from 'canonicalize';
import { without } from '../merge.ts';
import type { PhysicsConstants } from '../physics/constants.ts';
import type { Scenario } from '../scenario.ts';
import { coreVersion, toyBlockSize } from '../version.ts';

/** What one computed question is: everything on which its answer depends, and nothing else. */
interface Question {
  readonly scenario: Scenario;
  readonly constants: PhysicsConstants;
}

/**
 * The text whose SHA-256 addresses the result of one mass point: RFC 8785 canonical JSON of the resolved physics,
 * mass, constants, core version and toy block size. Names, notes and the source of the counts are not physics;
 * number and seed of the toys count only where toys are thrown.
 */
export function pointKeyText(question: Question & { readonly massMeV: number }): string {
  return text({ ...physics(question), massMeV: question.massMeV });
}

/** The same for what does not depend on the mass: events in the window, warnings. */
export function scenarioKeyText(question: Question): string {
  return text(physics(question));
}

function physics({ scenario, constants }: Question): object {
  const { observed, analysis } = scenario;
  const asked = analysis.bands === 'toys' ? { ...analysis, toyBlockSize } : without(analysis, 'toys', 'seed');
  const rest = without(scenario, 'name', 'notes', 'observed');
  return { ...rest, counts: observed?.counts ?? null, analysis: asked, constants, coreVersion };
}

function text(value: object): string {
  return canonicalize(value) ?? '';
}
