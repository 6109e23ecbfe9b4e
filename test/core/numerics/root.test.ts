import { expect, it } from 'vitest';
import { ConvergenceError } from '../../../core/errors.ts';
import { solveRising } from '../../../core/numerics/root.ts';

it('finds a crossing to rounding, however far away', () => {
  for (const root of [0.1, 1, 12345.678, 1e12])
    expect(Math.abs(solveRising((x) => x - root, 0, 0.5) / root - 1)).toBeLessThan(3e-16);
});

it('throws when the function never rises above zero', () => {
  expect(() => solveRising(() => -1, 0, 1)).toThrow(ConvergenceError);
});
