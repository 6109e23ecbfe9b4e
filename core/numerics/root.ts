import { ConvergenceError } from '../errors.ts';

/**
 * The x ≥ start at which a function that rises with x crosses zero, to rounding: doubles the step until the sign
 * changes, then bisects. Slow and certain; for the rare places where no closed form exists.
 *
 * @throws ConvergenceError when there is no crossing below `start + 1e300`
 */
export function solveRising(f: (x: number) => number, start: number, step: number): number {
  let low = start;
  let high = start + step;
  while (f(high) < 0) {
    low = high;
    high = start + 2 * (high - start);
    if (!(high < 1e300)) throw new ConvergenceError(`no crossing above ${String(start)}`);
  }
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) return middle;
    if (f(middle) < 0) low = middle;
    else high = middle;
  }
}
