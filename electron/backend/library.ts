import type { ConstantsSet, GMinus2Input, PresetInfo } from '../../core/contract.ts';
import type { PhysicsConstants } from '../../core/physics/constants.ts';
import type { StudyFile } from '../../core/scenario.ts';
import type { PresetLookup } from '../../core/study/resolve.ts';
import type { ValidationInput } from '../../core/study/validation/input.ts';
import { findPreset, presets } from '../../data/presets/index.ts';
import { paperStudy } from '../../data/presets/paperStudy.ts';
import { validationInput } from '../../data/presets/validation.ts';
import { physicsConstants } from '../../data/reference/constants.ts';
import { gMinus2Inputs } from '../../data/reference/gMinus2.ts';

/** What the program brings along: experiments, constants, published numbers. */
export interface Library {
  readonly presets: readonly PresetInfo[];
  readonly findPreset: PresetLookup;
  readonly paperStudy: StudyFile;
  readonly gMinus2Inputs: readonly GMinus2Input[];
  readonly constants: (set: ConstantsSet) => PhysicsConstants;
  readonly validationInput: () => ValidationInput;
}

export const shippedLibrary: Library = {
  presets,
  findPreset,
  paperStudy,
  gMinus2Inputs,
  constants: physicsConstants,
  validationInput,
};
