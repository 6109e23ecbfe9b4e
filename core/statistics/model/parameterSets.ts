import { InputError } from '../../errors.ts';
import { conventions, type Parameter, type ParameterSet } from './parameters.ts';
import type { Channel, Modifier, Workspace } from './workspace.ts';

/** Where a modifier stands, for messages. */
export const placeOf = (channel: number, sample: number, modifier: number): string =>
  `channels[${channel}].samples[${sample}].modifiers[${modifier}]`;

const kindOf = {
  normfactor: 'free',
  normsys: 'systematic',
  histosys: 'systematic',
  lumi: 'lumi',
  staterror: 'staterror',
  shapesys: 'shapesys',
  shapefactor: 'shapefactor',
} as const satisfies Record<Modifier['type'], ParameterSet['kind']>;

/**
 * The parameter sets that a workspace's modifiers ask for, by name. Modifiers of one name and kind share their
 * parameters; normsys and histosys are of one kind.
 */
export function parameterSets(channels: Workspace['channels']): Map<string, ParameterSet> {
  const sets = new Map<string, ParameterSet>();
  channels.forEach((channel, c) => {
    channel.samples.forEach((sample, s) => {
      sample.modifiers.forEach((modifier, m) => {
        addTo(sets, modifier, channel, sample.data, placeOf(c, s, m));
      });
    });
    addStatErrors(sets, channel);
  });
  return sets;
}

function addTo(
  sets: Map<string, ParameterSet>,
  modifier: Modifier,
  { samples: [first] }: Channel,
  nominal: readonly number[],
  where: string,
): void {
  const kind = kindOf[modifier.type];
  const known = sets.get(modifier.name);
  const parameters = wanted(modifier, nominal);
  if (known === undefined) sets.set(modifier.name, { name: modifier.name, kind, parameters });
  else if (known.kind !== kind || kind === 'shapesys')
    throw reused(where, modifier.name, kind === 'shapesys' ? 'a name used once' : `another name: ${known.kind} has it`);
  else if (kind === 'shapefactor' && known.parameters.length !== first?.data.length)
    throw reused(where, modifier.name, `channels of ${known.parameters.length} bins`);
}

function wanted(modifier: Modifier, nominal: readonly number[]): Parameter[] {
  const { name, type } = modifier;
  if (type === 'normfactor') return [conventions.normfactor(name)];
  if (type === 'shapefactor') return nominal.map((_, i) => conventions.normfactor(`${name}[${i}]`));
  if (type === 'shapesys') return shapeParameters(name, nominal, modifier.data);
  return type === 'staterror' ? [] : [conventions.systematic(name)];
}

/** τ = (nominal/uncertainty)² in bins where both are positive; other bins have no parameter. */
function shapeParameters(name: string, nominal: readonly number[], uncertainty: readonly number[]): Parameter[] {
  return nominal
    .map((n, i) => ({ n, sigma: uncertainty[i] ?? 0 }))
    .filter(({ n, sigma }) => n > 0 && sigma > 0)
    .map(({ n, sigma }, i) => conventions.shapesys(`${name}[${i}]`, (n / sigma) ** 2));
}

/** Relative width √(Σσ²)/Σnominal per bin over the samples that carry it; a name in more channels has all their bins. */
function addStatErrors(sets: Map<string, ParameterSet>, channel: Channel): void {
  const sums = new Map<string, { nominal: number; square: number }[]>();
  for (const { data, modifiers } of channel.samples) {
    for (const modifier of modifiers) {
      if (modifier.type !== 'staterror') continue;
      const sum = sums.get(modifier.name) ?? data.map(() => ({ nominal: 0, square: 0 }));
      sums.set(modifier.name, sum);
      sum.forEach((bin, i) => {
        bin.nominal += data[i] ?? 0;
        bin.square += (modifier.data[i] ?? 0) ** 2;
      });
    }
  }
  for (const [name, bins] of sums) {
    const parameters = sets.get(name)?.parameters ?? [];
    for (const { nominal, square } of bins)
      parameters.push(
        conventions.staterror(`${name}[${parameters.length}]`, nominal > 0 ? Math.sqrt(square) / nominal : 0),
      );
  }
}

function reused(where: string, name: string, allowed: string): InputError {
  return new InputError(`${where}.name: is ${JSON.stringify(name)}; allowed: ${allowed}`, {
    where: `${where}.name`,
    value: name,
    allowed,
  });
}
