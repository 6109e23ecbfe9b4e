import type { GMinus2Input } from '../contract.ts';
import type { TridentTable } from '../landscape/trident.ts';
import type { PhysicsConstants } from '../physics/constants.ts';
import type { ValidationRow } from '../results.ts';
import type { Scenario } from '../scenario.ts';
import { landscapeRows } from './validation/landscape.ts';
import { reachRows } from './validation/reach.ts';
import { signalRows } from './validation/signal.ts';

/** What the comparison with the published numbers needs. */
export interface ValidationInput {
  readonly constants: PhysicsConstants;
  /** The paper's own (g−2)_μ input. */
  readonly gMinus2Input: GMinus2Input;
  readonly presets: Readonly<Record<'e949' | 'e949TenTimes' | 'e949TenTimesVeto10' | 'e949TenTimesVeto100', Scenario>>;
  readonly trident: { readonly asPublished: TridentTable; readonly atMeanEnergy: TridentTable };
}

/** One row per published number of arXiv:1611.08460, in the paper's order. Only predictions can pass or fail. */
export function validate(input: ValidationInput): ValidationRow[] {
  return [...signalRows(input), ...reachRows(input), ...landscapeRows(input)];
}
