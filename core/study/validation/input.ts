import type { GMinus2Input } from '../../contract.ts';
import type { TridentTable } from '../../landscape/trident.ts';
import type { PhysicsConstants } from '../../physics/constants.ts';
import type { Scenario } from '../../scenario.ts';

/** What the comparison with the published numbers needs. */
export interface ValidationInput {
  readonly constants: PhysicsConstants;
  /** The paper's own (g−2)_μ input. */
  readonly gMinus2Input: GMinus2Input;
  readonly presets: Readonly<Record<'e949' | 'e949TenTimes' | 'e949TenTimesVeto10' | 'e949TenTimesVeto100', Scenario>>;
  readonly trident: { readonly asPublished: TridentTable; readonly atMeanEnergy: TridentTable };
}
