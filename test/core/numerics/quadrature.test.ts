import { describe, expect, it } from 'vitest';
import { ConvergenceError } from '../../../core/errors.ts';
import { integrate, integrateSmooth } from '../../../core/numerics/quadrature.ts';

describe('adaptive Gauss–Kronrod quadrature', () => {
  it('is exact for polynomials up to degree 22 in one piece', () => {
    for (const degree of [0, 1, 2, 7, 13, 21, 22]) {
      const exact = (3 ** (degree + 1) - 1) / (degree + 1);
      expect(Math.abs(integrate((x) => x ** degree, 1, 3, 1).value / exact - 1)).toBeLessThan(4e-15);
    }
  });

  it('reaches the accuracy asked for, and its error estimate is an upper bound, on integrands with peaks and ends of infinite slope', () => {
    const cases: [(x: number) => number, number, number, number][] = [
      [(x) => 1 / (1e-6 + x * x), -1, 1, (2 / 1e-3) * Math.atan(1e3)],
      [(x) => Math.sqrt(x), 0, 1, 2 / 3],
      [(x) => Math.exp(-x) * Math.sin(20 * x), 0, 3, (20 - Math.exp(-3) * (Math.sin(60) + 20 * Math.cos(60))) / 401],
    ];
    for (const [f, from, to, exact] of cases) {
      const { value, error } = integrate(f, from, to, 1e-10);
      expect(Math.abs(value - exact)).toBeLessThanOrEqual(error + 1e-15 * Math.abs(exact));
      expect(error).toBeLessThanOrEqual(1e-10 * Math.abs(exact) * 2);
    }
  });

  it('splits at kinks that it is told of, so that a step costs nothing', () => {
    let calls = 0;
    const step = (x: number): number => {
      calls++;
      return x < 0.3 ? 0 : 1;
    };
    expect(integrate(step, 0, 1, 1e-12, [0.3, 5]).value).toBeCloseTo(0.7, 14);
    expect(calls).toBe(30);
  });

  it('is zero over an empty range', () => {
    expect(integrate((x) => x, 2, 1)).toEqual({ value: 0, error: 0 });
  });

  it('throws instead of returning a poorer number', () => {
    expect(() => integrate((x) => 1 / Math.abs(x - 0.123456789), 0, 1, 1e-12)).toThrow(ConvergenceError);
    expect(() => integrate(() => NaN, 0, 1)).toThrow(ConvergenceError);
  });
});

describe('12-point Gauss–Legendre', () => {
  it('is exact to degree 23 and no further', () => {
    const error = (degree: number): number => Math.abs(integrateSmooth((x) => x ** degree, 0, 1) * (degree + 1) - 1);
    for (const degree of [0, 5, 12, 22, 23]) expect(error(degree)).toBeLessThan(4e-15);
    expect(error(24)).toBeGreaterThan(1e-15);
    expect(error(40)).toBeGreaterThan(1e-8);
  });
});
