import type { ConstantsSet } from '../../core/contract.ts';
import { InputError } from '../../core/errors.ts';
import { fields } from '../../core/fields.ts';
import type { BosonKind } from '../../core/physics/signal.ts';

/** Bounds of a number on the command line, and how they are said. */
interface Bounds {
  readonly min: number;
  readonly max: number;
  readonly integer?: boolean;
  readonly unit?: string;
}

/** A parser of one number for an option: names the option, the text and what is allowed. */
export function numberOption(option: string, bounds: Bounds): (text: string) => number {
  const unit = bounds.unit === undefined ? '' : ` ${bounds.unit}`;
  const allowed = `${bounds.integer === true ? 'whole numbers ' : ''}${String(bounds.min)} to ${String(bounds.max)}${unit}`;
  return (text) => {
    const value = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(text.trim()) ? Number(text) : NaN;
    const fits = value >= bounds.min && value <= bounds.max && (bounds.integer !== true || Number.isInteger(value));
    if (!fits)
      throw new InputError(`${option}: is ${JSON.stringify(text)}; allowed: ${allowed}`, {
        where: option,
        value: text,
        allowed,
      });
    return value;
  };
}

/** A parser of one word of several. */
export function choiceOption<const Choice extends string>(
  option: string,
  choices: readonly Choice[],
): (text: string) => Choice {
  return (text) => {
    const found = choices.find((choice) => choice === text);
    if (found !== undefined) return found;
    const allowed = choices.join(', ');
    throw new InputError(`${option}: is ${JSON.stringify(text)}; allowed: ${allowed}`, {
      where: option,
      value: text,
      allowed,
    });
  };
}

/** `130:160` as a momentum window [MeV/c]. */
export function windowOption(text: string): { minMeV: number; maxMeV: number } {
  const edge = numberOption('--window', { min: 0, max: 236, unit: 'MeV/c' });
  const [from, to, ...more] = text.split(':');
  const window = { minMeV: edge(from ?? ''), maxMeV: edge(to ?? '') };
  if (more.length === 0 && window.maxMeV > window.minMeV) return window;
  const allowed = 'two momenta, the lower first, as in 130:160';
  throw new InputError(`--window: is ${JSON.stringify(text)}; allowed: ${allowed}`, {
    where: '--window',
    value: text,
    allowed,
  });
}

/** `80,135` as momenta [MeV/c]. */
export function momentaOption(text: string): number[] {
  return text.split(',').map(numberOption('--at', { min: 0, max: 300, unit: 'MeV/c' }));
}

export const massOption = numberOption('--mass', { min: 0.1, max: 1e6, unit: 'MeV' });
/** Up to where K⁺ → μ⁺ ν X is open, as in a study's mass grid. */
export const decayMassOption = numberOption('--mass', { min: 0.1, max: fields['masses.maxMeV'].max, unit: 'MeV' });
export const levelOption = numberOption('--cl', { min: 0.5, max: 0.9999 });
export const bosonOption = choiceOption<BosonKind>('--boson', ['vector', 'scalar']);
export const constantsOption = choiceOption<ConstantsSet>('--constants', ['paper', 'today']);
