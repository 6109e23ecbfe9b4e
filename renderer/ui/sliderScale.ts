/** From a slider's whole steps to the values of a field and back. */
import type { Field } from '../../core/fields.ts';

export type SliderRange = NonNullable<Field['slider']>;

const stepsPerDecade = 100;

export function stepCount({ min, max, scale, step }: SliderRange): number {
  if (scale === 'log') return Math.round(Math.log10(max / min) * stepsPerDecade);
  return Math.round((max - min) / (step ?? (max - min) / 200));
}

/** The value at a step, rounded so that it reads well: three digits on a logarithmic slider. */
export function valueAtStep(range: SliderRange, step: number): number {
  const fraction = step / stepCount(range);
  if (range.scale === 'log') return Number((range.min * (range.max / range.min) ** fraction).toPrecision(3));
  return Number((range.min + fraction * (range.max - range.min)).toPrecision(6));
}

/** The step nearest to a value; values beyond the slider stand at its ends. */
export function stepAtValue(range: SliderRange, value: number): number {
  const { min, max, scale } = range;
  const fraction =
    scale === 'log' ? Math.log(Math.max(value, min) / min) / Math.log(max / min) : (value - min) / (max - min);
  return Math.round(Math.min(1, Math.max(0, fraction)) * stepCount(range));
}
