import type { ConstantsSet } from '../../../core/contract.ts';
import { InputError } from '../../../core/errors.ts';
import { deltaAmuPerCoupling2, gMinus2Couplings } from '../../../core/physics/gMinus2.ts';
import type { BosonKind } from '../../../core/physics/signal.ts';
import { physicsConstants } from '../../../data/reference/constants.ts';
import { findGMinus2Input, gMinus2Inputs } from '../../../data/reference/gMinus2.ts';
import { number, printResult, table, type Output } from '../output.ts';

export interface GMinus2Options {
  readonly mass: number;
  readonly boson: BosonKind;
  readonly coupling?: number;
  readonly input: string;
  readonly constants: ConstantsSet;
  readonly json: boolean;
}

/** δa_μ at a coupling, and the couplings that the measurement favours. */
export function gMinus2Command(options: GMinus2Options, output: Output): void {
  const { mass, boson, coupling } = options;
  const input = findGMinus2Input(options.input);
  if (input === undefined) {
    const allowed = gMinus2Inputs.map(({ id }) => id).join(', ');
    throw new InputError(`--input: is ${JSON.stringify(options.input)}; allowed: ${allowed}`, {
      where: '--input',
      allowed,
    });
  }
  const constants = physicsConstants(options.constants);
  const perCoupling2 = deltaAmuPerCoupling2(boson, mass, constants);
  const { central, low1, high1, low2, high2 } = gMinus2Couplings(boson, mass, input, constants);
  const result = {
    massMeV: mass,
    deltaAmu: coupling === undefined ? null : perCoupling2 * coupling ** 2,
    deltaAmuPerCoupling2: perCoupling2,
    input: { id: input.id, value: input.value, uncertainty: input.uncertainty },
    coupling: { central, low1, high1, low2, high2 },
  };
  printResult(output, options.json, result, () => {
    const value = coupling === undefined ? '' : `, δa_μ = ${number(result.deltaAmu, 6)} at g = ${number(coupling)}`;
    const title = `${boson}, m = ${number(mass)} MeV: δa_μ / g² = ${number(perCoupling2, 8)}${value}`;
    const rows = Object.entries(result.coupling).map(([edge, g]) => [edge, number(g, 6)]);
    return [
      title,
      `input ${input.id}: ${input.label}, (${number(input.value * 1e11)} ± ${number(input.uncertainty * 1e11)})e-11`,
      '',
      table(['edge', 'g'], rows),
    ].join('\n');
  });
}
