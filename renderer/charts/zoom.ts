/** Zooming: new ranges for an axis. */
import { valueAtFraction, type Axis } from './axis.ts';

export interface Range {
  readonly min: number;
  readonly max: number;
}

/** The range with everything between two fractions of the axis. */
export function between(axis: Axis, a: number, b: number): Range {
  return { min: valueAtFraction(axis, Math.min(a, b)), max: valueAtFraction(axis, Math.max(a, b)) };
}

/** The range widened or narrowed by a factor about a fixed fraction, within the limits. */
export function zoomedAt(axis: Axis, fraction: number, factor: number, limits: Range): Range {
  const next = between(axis, fraction - fraction * factor, fraction + (1 - fraction) * factor);
  const range = { min: Math.max(next.min, limits.min), max: Math.min(next.max, limits.max) };
  return wideEnough(axis, range) ? range : { min: axis.min, max: axis.max };
}

/** Narrower than this nothing can be read. */
function wideEnough({ scale }: Axis, { min, max }: Range): boolean {
  return scale === 'log' ? max / min > 1.02 : max - min > 1e-12 * Math.max(Math.abs(max), Math.abs(min)) && max > min;
}
