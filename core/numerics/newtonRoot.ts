import { ConvergenceError } from '../errors.ts';

/** A function of one variable with its slope, at one point. */
export interface ValueAndSlope {
  readonly value: number;
  readonly slope: number;
}

/**
 * The x > low at which a function that rises with x crosses zero, by Newton steps kept inside a bracket; a step that
 * would leave it, or has no slope to go by, is replaced by halving (or, while no upper end is known, by doubling).
 * The last step is below `relative` and quadratically small, so the result is better than that by far.
 *
 * @param low a point at or below the crossing, with `start` above it
 * @throws ConvergenceError where there is no crossing below 1e300, or none is found in 200 evaluations
 */
export function solveRisingByNewton(
  f: (x: number) => ValueAndSlope,
  low: number,
  start: number,
  relative = 1e-6,
): number {
  let [below, above] = [low, Infinity];
  let x = start;
  for (let i = 0; i < 200; i++) {
    const { value, slope } = f(x);
    if (value === 0) return x;
    if (value < 0) below = x;
    else above = x;
    const next = x - value / slope;
    if (Math.abs(next - x) <= relative * Math.abs(x) && next > below - Math.abs(x) && next < above + Math.abs(x))
      return next;
    if (above < Infinity && above - below <= 1e-13 * Math.abs(above)) return x;
    x = inside(next, below, above, low);
    if (!(x < 1e300)) break;
  }
  throw new ConvergenceError(`no crossing found above ${low}`);
}

function inside(next: number, below: number, above: number, low: number): number {
  if (above === Infinity) {
    const far = below + 4 * Math.max(below - low, Number.MIN_VALUE);
    return next > below && next < far ? next : below === low ? NaN : Math.min(far, 2 * below - low + (below - low));
  }
  return next > below && next < above ? next : (below + above) / 2;
}
