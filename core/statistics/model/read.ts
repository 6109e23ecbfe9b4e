import { InputError, type ErrorData } from '../../errors.ts';
import { isObject } from '../../merge.ts';
import { joined, throwIssues } from '../../study/issues.ts';
import { compile, type Interpolation } from './compile.ts';
import { nominalAuxiliary, type Data, type Model } from './model.ts';
import { placeOf } from './parameterSets.ts';
import { workspaceSchema, type Channel, type Workspace } from './workspace.ts';

/** A workspace as the inference takes it. */
export interface ReadWorkspace {
  readonly model: Model;
  readonly data: Data;
  readonly measurement: string;
}

/**
 * Reads a pyhf JSON workspace (schema 1.0.0) with its first measurement.
 *
 * @throws InputError naming place, value and what is allowed, for all that is wrong
 */
export function readWorkspace(text: string, interpolation?: Interpolation): ReadWorkspace {
  const workspace = parseWorkspace(text);
  return compileWorkspace(workspace, interpolation);
}

/** The model and the data of a checked workspace. */
export function compileWorkspace(workspace: Workspace, interpolation?: Interpolation): ReadWorkspace {
  const [measurement] = workspace.measurements;
  if (measurement === undefined) throw new InputError('measurements: is empty; allowed: at least one');
  const model = compile(workspace.channels, measurement, interpolation);
  const observed = new Map(workspace.observations.map(({ name, data }) => [name, data]));
  const counts = Float64Array.from(workspace.channels.flatMap(({ name }) => observed.get(name) ?? []));
  return { model, data: { counts, auxiliary: nominalAuxiliary(model) }, measurement: measurement.name };
}

/** The workspace in a text, checked in full. */
export function parseWorkspace(text: string): Workspace {
  const json = parseJson(text.replace(/^\uFEFF/, ''));
  if (!isObject(json))
    throw new InputError('this is not a workspace; allowed: a JSON object with channels, observations, measurements');
  const parsed = workspaceSchema.safeParse(json);
  if (!parsed.success) throwIssues(parsed.error, json);
  const errors = shapeErrors(parsed.data);
  if (errors.length > 0) throw joined(errors);
  return parsed.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new InputError(`this is not JSON: ${error instanceof Error ? error.message : 'it cannot be read'}`, {
      allowed: 'a pyhf JSON workspace',
    });
  }
}

/** What a schema cannot say: equal lengths, unique names, observations for every channel. */
function shapeErrors({ channels, observations }: Workspace): ErrorData[] {
  const names = channels.map(({ name }) => name);
  return [
    ...repeated(names).map((i) => wrong(`channels[${i}].name`, `is ${JSON.stringify(names[i])}`, 'each name once')),
    ...channels.flatMap((channel, c) => channelErrors(channel, c)),
    ...channels.flatMap((channel) => observationErrors(channel, observations)),
    ...observations.flatMap(({ name }, o) =>
      names.includes(name) ? [] : [wrong(`observations[${o}].name`, `is ${JSON.stringify(name)}`, names.join(', '))],
    ),
  ];
}

function channelErrors({ samples }: Channel, c: number): ErrorData[] {
  const bins = samples[0]?.data.length ?? 0;
  const names = samples.map(({ name }) => name);
  const lengths = samples.flatMap(({ data, modifiers }, s) => [
    ...lengthError(`channels[${c}].samples[${s}].data`, data, bins),
    ...modifiers.flatMap((modifier, m) => {
      const where = `${placeOf(c, s, m)}.data`;
      if (modifier.data === null || modifier.type === 'normsys') return [];
      if (modifier.type !== 'histosys') return lengthError(where, modifier.data, bins);
      const { hi_data: hi, lo_data: lo } = modifier.data;
      return [...lengthError(`${where}.hi_data`, hi, bins), ...lengthError(`${where}.lo_data`, lo, bins)];
    }),
    ...repeated(modifiers.map(({ name, type }) => `${type} ${name}`)).map((m) =>
      wrong(`${placeOf(c, s, m)}.name`, `is ${JSON.stringify(modifiers[m]?.name)}`, 'each modifier once in a sample'),
    ),
  ]);
  const twice = repeated(names).map((s) =>
    wrong(`channels[${c}].samples[${s}].name`, `is ${JSON.stringify(names[s])}`, 'each name once'),
  );
  return [...twice, ...lengths];
}

function observationErrors({ name, samples }: Channel, observations: Workspace['observations']): ErrorData[] {
  const found = observations.flatMap((observation, o) => (observation.name === name ? [{ observation, o }] : []));
  const [first, second] = found;
  if (first === undefined) return [wrong('observations', 'is incomplete', `one entry for each channel, also ${name}`)];
  if (second !== undefined) return [wrong(`observations[${second.o}].name`, `is ${JSON.stringify(name)}`, 'each once')];
  return lengthError(`observations[${first.o}].data`, first.observation.data, samples[0]?.data.length ?? 0);
}

function lengthError(where: string, list: readonly number[], bins: number): ErrorData[] {
  return list.length === bins
    ? []
    : [wrong(where, `has ${list.length} bins`, `${bins}, as the channel's first sample`)];
}

function repeated(names: readonly string[]): number[] {
  return names.flatMap((name, i) => (names.indexOf(name) < i ? [i] : []));
}

function wrong(where: string, what: string, allowed: string): ErrorData {
  return { name: 'InputError', message: `${where}: ${what}; allowed: ${allowed}`, where, allowed };
}
