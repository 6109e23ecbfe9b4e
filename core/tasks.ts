import type { PhysicsConstants } from './physics/constants.ts';
import type { GMinus2Band, ReachPoint, ScenarioEvents, Spectrum, ValidationRow } from './results.ts';
import type { GMinus2Input, Readout } from './contract.ts';
import type { Scenario } from './scenario.ts';

/** What a compute process can be asked, with what it answers. Plain data both ways. */
export interface Tasks {
  /** The reach of one scenario at some masses. Each mass is independent: any split gives the same bits. */
  readonly reach: {
    readonly input: { readonly scenario: Scenario; readonly constants: PhysicsConstants; readonly massesMeV: readonly number[] };
    readonly output: { readonly events: ScenarioEvents; readonly points: readonly ReachPoint[]; readonly warnings: readonly string[] };
  };
  readonly spectrum: {
    readonly input: {
      readonly scenario: Scenario;
      readonly constants: PhysicsConstants;
      readonly massMeV: number;
      readonly coupling: number;
      readonly binMeV: number;
    };
    readonly output: Spectrum;
  };
  readonly readout: {
    readonly input: {
      readonly boson: 'vector' | 'scalar';
      readonly constants: PhysicsConstants;
      readonly massMeV: number;
      readonly coupling: number;
      readonly scenarios: readonly { readonly id: string; readonly scenario: Scenario }[];
    };
    readonly output: Readout;
  };
  readonly gMinus2: {
    readonly input: {
      readonly input: GMinus2Input;
      readonly boson: 'vector' | 'scalar';
      readonly constants: PhysicsConstants;
      readonly massesMeV: readonly number[];
    };
    readonly output: GMinus2Band;
  };
  readonly validate: {
    readonly input: {
      readonly constants: PhysicsConstants;
      readonly gMinus2Input: GMinus2Input;
      readonly presets: Readonly<Record<'e949' | 'e949TenTimes' | 'e949TenTimesVeto10' | 'e949TenTimesVeto100', Scenario>>;
    };
    readonly output: readonly ValidationRow[];
  };
}

export type TaskName = keyof Tasks;

/** Called with the done fraction, 0 to 1. */
export type Progress = (fraction: number) => void;

/** Runs one task to its end in this process. */
export function runTask<Name extends TaskName>(name: Name, input: Tasks[Name]['input'], progress: Progress): Tasks[Name]['output'] {
  void input;
  void progress;
  throw new Error(`no such task: ${name}`);
}
