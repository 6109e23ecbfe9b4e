import type { GMinus2Input, Readout } from './contract.ts';
import type { PhysicsConstants } from './physics/constants.ts';
import { gMinus2Couplings } from './physics/gMinus2.ts';
import type { BosonKind } from './physics/signal.ts';
import type { GMinus2Band, ReachPoint, ScenarioEvents, Spectrum, ValidationRow } from './results.ts';
import type { Scenario } from './scenario.ts';
import { prepare, reachAt } from './study/reach.ts';
import { readoutAt } from './study/readout.ts';
import { spectrumOf } from './study/spectrum.ts';
import { validate } from './study/validate.ts';
import type { ValidationInput } from './study/validation/input.ts';

/** What a compute process can be asked, with what it answers. Plain data both ways. */
export interface Tasks {
  /** The reach of one scenario at some masses. Each mass is independent: any split gives the same bits. */
  readonly reach: {
    readonly input: {
      readonly scenario: Scenario;
      readonly constants: PhysicsConstants;
      readonly massesMeV: readonly number[];
    };
    readonly output: {
      readonly events: ScenarioEvents;
      readonly points: readonly ReachPoint[];
      readonly warnings: readonly string[];
    };
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
      readonly boson: BosonKind;
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
      readonly boson: BosonKind;
      readonly constants: PhysicsConstants;
      readonly massesMeV: readonly number[];
    };
    readonly output: GMinus2Band;
  };
  readonly validate: { readonly input: ValidationInput; readonly output: readonly ValidationRow[] };
}

export type TaskName = keyof Tasks;

/** Called with the done fraction, 0 to 1. */
export type Progress = (fraction: number) => void;

type Runners = {
  readonly [Name in TaskName]: (input: Tasks[Name]['input'], progress: Progress) => Tasks[Name]['output'];
};

const runners: Runners = {
  reach: ({ scenario, constants, massesMeV }, progress) => {
    const prepared = prepare(scenario, constants);
    const points = massesMeV.map((mass, i) =>
      reachAt(prepared, mass, (fraction) => {
        progress((i + fraction) / massesMeV.length);
      }),
    );
    return { events: prepared.events, points, warnings: prepared.warnings };
  },
  spectrum: ({ scenario, constants, massMeV, coupling, binMeV }) =>
    spectrumOf(scenario, massMeV, coupling, binMeV, constants),
  readout: ({ boson, constants, massMeV, coupling, scenarios }) =>
    readoutAt(boson, massMeV, coupling, scenarios, constants),
  gMinus2: ({ input, boson, constants, massesMeV }) => ({
    input: input.id,
    points: massesMeV.map((mass) => gMinus2Couplings(boson, mass, input, constants)),
  }),
  validate,
};

/** Runs one task to its end in this process. */
export function runTask<Name extends TaskName>(
  name: Name,
  input: Tasks[Name]['input'],
  progress: Progress,
): Tasks[Name]['output'] {
  return runners[name](input, progress);
}
