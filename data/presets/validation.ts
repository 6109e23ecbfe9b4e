import type { ValidationInput } from '../../core/study/validation/input.ts';
import { physicsConstants } from '../reference/constants.ts';
import { gMinus2Inputs } from '../reference/gMinus2.ts';
import { tridentAsPublished, tridentAtMeanEnergy } from '../reference/trident.ts';
import { findPreset } from './index.ts';

/** What is compared with the paper: its constants, its (g−2)_μ input, its four scenarios. */
export function validationInput(): ValidationInput {
  const [gMinus2Input] = gMinus2Inputs;
  if (gMinus2Input === undefined) throw new Error('the paper’s g−2 input is missing');
  return {
    constants: physicsConstants('paper'),
    gMinus2Input,
    presets: {
      e949: scenarioOf('e949@1'),
      e949TenTimes: scenarioOf('e949-10x@1'),
      e949TenTimesVeto10: scenarioOf('e949-10x-veto10@1'),
      e949TenTimesVeto100: scenarioOf('e949-10x-veto100@1'),
    },
    trident: { asPublished: tridentAsPublished, atMeanEnergy: tridentAtMeanEnergy },
  };
}

function scenarioOf(id: string): ValidationInput['presets']['e949'] {
  const preset = findPreset(id);
  if (preset === undefined) throw new Error(`preset ${id} is missing`);
  return preset.scenario;
}
