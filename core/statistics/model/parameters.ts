import { InputError } from '../../errors.ts';
import type { ParameterConfig } from './workspace.ts';

/** How auxiliary data constrain a parameter θ: normal N(auxiliary | θ, sigma), poisson Pois(auxiliary | factor·θ). */
export type Constraint =
  | { readonly kind: 'none' }
  | { readonly kind: 'normal'; readonly auxiliary: number; readonly sigma: number }
  | { readonly kind: 'poisson'; readonly auxiliary: number; readonly factor: number };

/** One scalar parameter; members of a vector are named `name[i]`. */
export interface Parameter {
  readonly name: string;
  readonly init: number;
  readonly min: number;
  readonly max: number;
  readonly fixed: boolean;
  readonly constraint: Constraint;
}

/** A named set of parameters, as a modifier asks for it and before the measurement's own settings. */
export interface ParameterSet {
  readonly name: string;
  readonly kind: 'free' | 'systematic' | 'lumi' | 'staterror' | 'shapesys' | 'shapefactor';
  readonly parameters: Parameter[];
}

const none: Constraint = { kind: 'none' };
/** A multiplicative factor per bin stays positive. */
const smallest = 1e-10;

/** Inits, bounds and constraints of pyhf's parameter sets (pyhf 0.7, `pyhf.modifiers`), one function for each kind. */
export const conventions = {
  normfactor: (name: string): Parameter => ({ name, init: 1, min: 0, max: 10, fixed: false, constraint: none }),
  systematic: (name: string): Parameter => ({
    name,
    init: 0,
    min: -5,
    max: 5,
    fixed: false,
    constraint: { kind: 'normal', auxiliary: 0, sigma: 1 },
  }),
  /** A bin without uncertainty keeps its factor, at a width of 1. */
  staterror: (name: string, sigma: number): Parameter => ({
    name,
    init: 1,
    min: smallest,
    max: 10,
    fixed: !(sigma > 0),
    constraint: { kind: 'normal', auxiliary: 1, sigma: sigma > 0 ? sigma : 1 },
  }),
  shapesys: (name: string, factor: number): Parameter => ({
    name,
    init: 1,
    min: smallest,
    max: 10,
    fixed: false,
    constraint: { kind: 'poisson', auxiliary: factor, factor },
  }),
};

type ListKey = 'inits' | 'bounds' | 'auxdata' | 'sigmas' | 'factors';

/** The measurement's own settings over the conventions; lists have one entry for each parameter of the set. */
export function configured(set: ParameterSet, config: ParameterConfig | undefined, where: string): Parameter[] {
  if (config === undefined) {
    if (set.kind !== 'lumi') return set.parameters;
    throw bad(where, 'is missing', 'an entry for "lumi" with auxdata, sigmas, bounds and inits');
  }
  const keys: readonly ListKey[] = ['inits', 'bounds', 'auxdata', 'sigmas', 'factors'];
  const count = set.parameters.length;
  for (const key of keys) {
    const length = config[key]?.length;
    if (set.kind === 'lumi' && key !== 'factors' && length === undefined)
      throw bad(`${where}.${key}`, 'is missing', 'a list, since the luminosity has no default');
    if (length !== undefined && length !== count)
      throw bad(`${where}.${key}`, `has ${length} entries`, `${count}, one for each parameter of ${set.name}`);
  }
  return set.parameters.map((parameter, i) => merged(parameter, config, i, where));
}

function merged(parameter: Parameter, config: ParameterConfig, i: number, where: string): Parameter {
  const [min, max] = config.bounds?.[i] ?? [parameter.min, parameter.max];
  const init = config.inits?.[i] ?? parameter.init;
  if (!(init >= min && init <= max)) throw bad(`${where}.inits[${i}]`, `is ${init}`, `from ${min} to ${max}`);
  return {
    ...parameter,
    init,
    min,
    max,
    fixed: config.fixed ?? parameter.fixed,
    constraint: constrained(parameter.constraint, config, i, where),
  };
}

function constrained(constraint: Constraint, config: ParameterConfig, i: number, where: string): Constraint {
  const unused: readonly ListKey[] = {
    none: ['auxdata', 'sigmas', 'factors'],
    normal: ['factors'],
    poisson: ['sigmas'],
  }[constraint.kind] as ListKey[];
  const wrong = unused.find((key) => config[key] !== undefined);
  if (wrong !== undefined) throw bad(`${where}.${wrong}`, 'does not fit', `no ${wrong} for a parameter of this kind`);
  if (constraint.kind === 'none') return constraint;
  const auxiliary = config.auxdata?.[i] ?? constraint.auxiliary;
  if (constraint.kind === 'normal') return { kind: 'normal', auxiliary, sigma: config.sigmas?.[i] ?? constraint.sigma };
  if (!(auxiliary >= 0)) throw bad(`${where}.auxdata[${i}]`, `is ${auxiliary}`, '0 or more');
  return { kind: 'poisson', auxiliary, factor: config.factors?.[i] ?? constraint.factor };
}

function bad(where: string, what: string, allowed: string): InputError {
  return new InputError(`${where}: ${what}; allowed: ${allowed}`, { where, allowed });
}
