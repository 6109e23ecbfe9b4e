import { InputError } from '../../errors.ts';
import { code4Coefficients, type NormInterpolation, type ShapeInterpolation } from './interpolation.ts';
import { constraintKinds, factorKinds, factorStride, maxLocals, type Model } from './model.ts';
import { configured, type Parameter, type ParameterSet } from './parameters.ts';
import { parameterSets } from './parameterSets.ts';
import type { Channel, Measurement, Modifier, Sample } from './workspace.ts';

export interface Interpolation {
  readonly normsys: NormInterpolation;
  readonly histosys: ShapeInterpolation;
}

/** As pyhf and HistFactory take them today: two derivatives continuous everywhere. */
export const defaultInterpolation: Interpolation = { normsys: 4, histosys: '4p' };

/** A local parameter in one bin: which samples of the channel it multiplies. */
interface Local {
  readonly parameter: Parameter;
  readonly samples: ReadonlySet<number>;
}

/**
 * The model of checked channels and one measurement.
 *
 * @throws InputError where the measurement's settings do not fit the modifiers, or its parameter of interest is none
 */
export function compile(
  channels: readonly Channel[],
  { config }: Measurement,
  interpolation: Interpolation = defaultInterpolation,
  where = 'measurements[0]',
): Model {
  const sets = parameterSets([...channels]);
  const settings = new Map(config.parameters.map((parameter, i) => [parameter.name, { parameter, i }]));
  for (const { parameter, i } of settings.values())
    if (!sets.has(parameter.name)) throw unknown(`${where}.config.parameters[${i}].name`, parameter.name, sets.keys());
  const parameters = new Map<string, Parameter[]>();
  for (const set of sets.values()) {
    const setting = settings.get(set.name);
    const place = `${where}.config.parameters${setting === undefined ? '' : `[${setting.i}]`}`;
    parameters.set(set.name, configured(set, setting?.parameter, place));
  }
  const globals = [...sets.values()].filter(isGlobal).flatMap(({ name }) => parameters.get(name) ?? []);
  const poi = globals.findIndex(({ name }) => name === config.poi);
  if (poi < 0)
    throw unknown(
      `${where}.config.poi`,
      config.poi,
      globals.map(({ name }) => name),
    );
  return assemble(channels, sets, parameters, globals, poi, interpolation);
}

const isGlobal = ({ kind }: ParameterSet): boolean => kind !== 'staterror' && kind !== 'shapesys';

function unknown(where: string, value: string, allowed: Iterable<string>): InputError {
  const names = [...allowed].join(', ');
  return new InputError(`${where}: is ${JSON.stringify(value)}; allowed: ${names}`, { where, value, allowed: names });
}

/** Lists that grow while the channels are walked through, and become the model's flat arrays. */
class Builder {
  readonly regionBins = [0];
  readonly regionEntries = [0];
  readonly regionParameters: Int32Array[] = [];
  readonly entryBins: number[] = [];
  readonly nominal: number[] = [];
  readonly mask: number[] = [];
  readonly entryFactors = [0];
  readonly factorParameter: number[] = [];
  readonly factorKind: number[] = [];
  readonly factorConstants: number[] = [];
  readonly entryShapes = [0];
  readonly shapeParameter: number[] = [];
  readonly shapeBins: number[] = [];
  readonly shapeS: number[] = [];
  readonly shapeA: number[] = [];
  readonly index: ReadonlyMap<string, number>;
  readonly interpolation: Interpolation;

  constructor(globals: readonly Parameter[], interpolation: Interpolation) {
    this.index = new Map(globals.map(({ name }, i) => [name, i]));
    this.interpolation = interpolation;
  }

  /** Bins `from` to `to` of a channel, over which its samples' factors are the same. */
  region(channel: Channel, locals: readonly Local[][], from: number, to: number): void {
    const [factors, shapes] = [this.factorParameter.length, this.shapeParameter.length];
    channel.samples.forEach((sample, s) => {
      this.entry(sample, s, locals, from, to);
    });
    const used = new Set([...this.factorParameter.slice(factors), ...this.shapeParameter.slice(shapes)]);
    this.regionParameters.push(Int32Array.from([...used].sort((a, b) => a - b)));
    this.regionBins.push((this.regionBins.at(-1) ?? 0) + to - from);
    this.regionEntries.push(this.entryBins.length);
  }

  private entry(sample: Sample, s: number, locals: readonly Local[][], from: number, to: number): void {
    this.entryBins.push(this.nominal.length);
    for (let i = from; i < to; i++) {
      this.nominal.push(sample.data[i] ?? 0);
      this.mask.push((locals[i] ?? []).reduce((bits, local, l) => bits | (local.samples.has(s) ? 1 << l : 0), 0));
    }
    for (const modifier of sample.modifiers) this.modifier(modifier, sample.data, from, to);
    this.entryFactors.push(this.factorParameter.length);
    this.entryShapes.push(this.shapeParameter.length);
  }

  private modifier(modifier: Modifier, nominal: readonly number[], from: number, to: number): void {
    const { type, name } = modifier;
    if (type === 'normfactor' || type === 'lumi') this.factor(name, factorKinds.linear, []);
    else if (type === 'shapefactor') this.factor(`${name}[${from}]`, factorKinds.linear, []);
    else if (type === 'normsys') this.normsys(name, modifier.data.hi, modifier.data.lo);
    else if (type === 'histosys') this.shape(name, nominal, modifier.data.hi_data, modifier.data.lo_data, from, to);
  }

  private normsys(name: string, hi: number, lo: number): void {
    const smooth = this.interpolation.normsys === 4;
    const constants = [Math.log(hi), Math.log(lo), ...(smooth ? code4Coefficients(hi, lo) : [])];
    this.factor(name, smooth ? factorKinds.polynomial : factorKinds.exponential, constants);
  }

  private factor(name: string, kind: number, constants: readonly number[]): void {
    this.factorParameter.push(this.index.get(name) ?? -1);
    this.factorKind.push(kind);
    for (let i = 0; i < factorStride; i++) this.factorConstants.push(constants[i] ?? 0);
  }

  private shape(
    name: string,
    nominal: readonly number[],
    hi: readonly number[],
    lo: readonly number[],
    from: number,
    to: number,
  ): void {
    this.shapeParameter.push(this.index.get(name) ?? -1);
    this.shapeBins.push(this.shapeS.length);
    for (let i = from; i < to; i++) {
      const [n, up, down] = [nominal[i] ?? 0, hi[i] ?? 0, lo[i] ?? 0];
      this.shapeS.push((up - down) / 2);
      this.shapeA.push((up + down - 2 * n) / 16);
    }
  }
}

function assemble(
  channels: readonly Channel[],
  sets: ReadonlyMap<string, ParameterSet>,
  parameters: ReadonlyMap<string, readonly Parameter[]>,
  globals: readonly Parameter[],
  poi: number,
  interpolation: Interpolation,
): Model {
  const builder = new Builder(globals, interpolation);
  const locals = localParameters(channels, sets, parameters);
  channels.forEach((channel, c) => {
    const bins = channel.samples[0]?.data.length ?? 0;
    const apart = channel.samples.some(({ modifiers }) => modifiers.some(({ type }) => type === 'shapefactor'));
    const run = apart ? 1 : bins;
    for (let from = 0; from < bins; from += run) builder.region(channel, locals[c] ?? [], from, from + run);
  });
  const kinked = new Uint8Array(globals.length);
  builder.factorParameter.forEach((p, f) => {
    if (builder.factorKind[f] === factorKinds.exponential) kinked[p] = 1;
  });
  if (interpolation.histosys === 0) for (const p of builder.shapeParameter) kinked[p] = 1;
  const all = [...globals, ...locals.flat(2).map(({ parameter }) => parameter)];
  return {
    parameters: all,
    globals: globals.length,
    poi,
    bins: builder.regionBins.at(-1) ?? 0,
    binNames: channels.flatMap(({ name, samples }) => (samples[0]?.data ?? []).map((_, i) => `${name}[${i}]`)),
    regionBins: Int32Array.from(builder.regionBins),
    regionEntries: Int32Array.from(builder.regionEntries),
    regionParameters: builder.regionParameters,
    entryBins: Int32Array.from(builder.entryBins),
    nominal: Float64Array.from(builder.nominal),
    mask: Int32Array.from(builder.mask),
    entryFactors: Int32Array.from(builder.entryFactors),
    factorParameter: Int32Array.from(builder.factorParameter),
    factorKind: Uint8Array.from(builder.factorKind),
    factorConstants: Float64Array.from(builder.factorConstants),
    entryShapes: Int32Array.from(builder.entryShapes),
    shapeParameter: Int32Array.from(builder.shapeParameter),
    shapeSmooth: Uint8Array.from(builder.shapeParameter, () => (interpolation.histosys === '4p' ? 1 : 0)),
    shapeBins: Int32Array.from(builder.shapeBins),
    shapeS: Float64Array.from(builder.shapeS),
    shapeA: Float64Array.from(builder.shapeA),
    kinked,
    binLocals: runningSum(locals.flat().map((bin) => bin.length)),
    constraintKind: Uint8Array.from(all, ({ constraint }) => constraintKinds[constraint.kind]),
    constraintScale: Float64Array.from(all, ({ constraint }) => {
      if (constraint.kind === 'none') return 0;
      return constraint.kind === 'normal' ? 1 / constraint.sigma ** 2 : constraint.factor;
    }),
  };
}

function runningSum(lengths: readonly number[]): Int32Array {
  const sums = new Int32Array(lengths.length + 1);
  lengths.forEach((length, i) => {
    sums[i + 1] = (sums[i] ?? 0) + length;
  });
  return sums;
}

/** The γ of each channel's bins, in the order in which the samples name them. */
function localParameters(
  channels: readonly Channel[],
  sets: ReadonlyMap<string, ParameterSet>,
  parameters: ReadonlyMap<string, readonly Parameter[]>,
): Local[][][] {
  const used = new Map<string, number>();
  return channels.map((channel) => {
    const bins: Local[][] = (channel.samples[0]?.data ?? []).map(() => []);
    const names = new Set(channel.samples.flatMap(({ modifiers }) => modifiers.map((modifier) => modifier.name)));
    for (const name of names) {
      const set = sets.get(name);
      if (set === undefined || isGlobal(set)) continue;
      const samples = new Set(
        channel.samples.flatMap(({ modifiers }, s) => (modifiers.some((m) => m.name === name) ? [s] : [])),
      );
      bins.forEach((bin, i) => {
        if (set.kind === 'shapesys' && !hasUncertainty(channel, samples, name, i)) return;
        const next = used.get(name) ?? 0;
        used.set(name, next + 1);
        const parameter = parameters.get(name)?.[next];
        if (parameter !== undefined) bin.push({ parameter, samples });
        if (bin.length > maxLocals)
          throw new InputError(`${channel.name}[${i}]: more than ${maxLocals} parameters act in this bin alone`);
      });
    }
    return bins;
  });
}

function hasUncertainty({ samples }: Channel, carrying: ReadonlySet<number>, name: string, bin: number): boolean {
  return [...carrying].some((s) => {
    const sample = samples[s];
    const modifier = sample?.modifiers.find((m) => m.name === name);
    return modifier?.type === 'shapesys' && (sample?.data[bin] ?? 0) > 0 && (modifier.data[bin] ?? 0) > 0;
  });
}
