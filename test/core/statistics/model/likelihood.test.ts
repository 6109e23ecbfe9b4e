import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Likelihood } from '../../../../core/statistics/model/likelihood.ts';
import { compileWorkspace } from '../../../../core/statistics/model/read.ts';
import type { Workspace } from '../../../../core/statistics/model/workspace.ts';
import { pyhfReferences } from '../../../fixtures/pyhf/references.ts';
import { slowHalfDeviance } from '../../../twins/slowLikelihood.ts';
import { busyWorkspace } from './workspaces.ts';

const smooth = { normsys: 4, histosys: '4p' } as const;
const kinked = { normsys: 1, histosys: 0 } as const;
const cases: [string, Workspace][] = [
  ...pyhfReferences.map(({ name, workspace }): [string, Workspace] => [name, workspace]),
  ['everything at once', busyWorkspace()],
];

/** Global parameters near their inits, moved by a list of small numbers. */
function moved(likelihood: Likelihood, by: readonly number[]): Float64Array {
  const { parameters, globals } = likelihood.model;
  return Float64Array.from(parameters.slice(0, globals), ({ init }, p) => init + (by[p % by.length] ?? 0));
}

function named(likelihood: Likelihood, x: Float64Array): Map<string, number> {
  const all = [...x, ...likelihood.gamma];
  return new Map(likelihood.model.parameters.map(({ name }, p) => [name, all[p] ?? NaN]));
}

/** Derivative along parameter p by the four-point rule: its error is of order h⁴ = 1e-12. */
function slope(likelihood: Likelihood, x: Float64Array, p: number, read: () => number): number {
  const h = 1e-3;
  const at = (shift: number): number => {
    const there = x.slice();
    there[p] = (x[p] ?? 0) + shift;
    likelihood.evaluate(there);
    return read();
  };
  return (8 * (at(h) - at(-h)) - (at(2 * h) - at(-2 * h))) / (12 * h);
}

const relative = (value: number | undefined, reference: number): number =>
  Math.abs((value ?? NaN) - reference) / Math.max(1, Math.abs(reference));

const offsets = fc.array(fc.double({ min: -0.45, max: 0.45, noNaN: true }), { minLength: 5, maxLength: 5 });

describe.each(cases)('the likelihood of “%s”', (_, workspace) => {
  it.each([smooth, kinked])('is that of the readable twin, at its own γ (%o)', (codes) => {
    const { model, data } = compileWorkspace(workspace, codes);
    const likelihood = new Likelihood(model, data);
    fc.assert(
      fc.property(offsets, (by) => {
        const x = moved(likelihood, by);
        const slow = (): number => slowHalfDeviance(workspace, named(likelihood, x), codes);
        expect(likelihood.evaluate(x)).toBeCloseTo(slow(), 10);
      }),
      { numRuns: 50 },
    );
  });
  it('has its γ at the minimum: moving any of them raises the twin', () => {
    const { model, data } = compileWorkspace(workspace, smooth);
    const likelihood = new Likelihood(model, data);
    const x = moved(likelihood, [0.3, -0.2, 0.1]);
    const least = likelihood.evaluate(x);
    const at = named(likelihood, x);
    for (const { name } of model.parameters.slice(model.globals))
      for (const shift of [-1e-3, 1e-3]) {
        const there = new Map(at).set(name, (at.get(name) ?? 0) + shift);
        expect(slowHalfDeviance(workspace, there, smooth)).toBeGreaterThan(least);
      }
  });
  it.each([smooth, kinked])('has the gradient and Hessian of finite differences (%o)', (codes) => {
    const { model, data } = compileWorkspace(workspace, codes);
    const likelihood = new Likelihood(model, data);
    // Away from kinks, which have no second derivative.
    const x = moved(likelihood, [0.31, -0.22, 0.13, 0.4, -0.35]);
    likelihood.evaluate(x);
    const gradient = likelihood.gradient.slice();
    const hessian = likelihood.hessian.slice();
    for (let p = 0; p < model.globals; p++) {
      expect(
        relative(
          gradient[p],
          slope(likelihood, x, p, () => likelihood.value),
        ),
      ).toBeLessThan(1e-8);
      for (let q = 0; q <= p; q++) {
        const difference = slope(likelihood, x, p, () => likelihood.gradient[q] ?? NaN);
        expect(relative(hessian[p * model.globals + q], difference)).toBeLessThan(1e-8);
      }
    }
  });
});
