import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ConvergenceError } from '../../../../core/errors.ts';
import { upperLimit } from '../../../../core/statistics/inference/upperLimit.ts';
import { fit } from '../../../../core/statistics/fit/fit.ts';
import { compileWorkspace } from '../../../../core/statistics/model/read.ts';
import { Likelihood } from '../../../../core/statistics/model/likelihood.ts';
import type { Workspace } from '../../../../core/statistics/model/workspace.ts';
import { pyhfReferences } from '../../../fixtures/pyhf/references.ts';
import { busyWorkspace } from '../model/workspaces.ts';

const smooth = { normsys: 4, histosys: '4p' } as const;
const kinked = { normsys: 1, histosys: 0 } as const;
const counts = fc.array(fc.integer({ min: 10, max: 70 }), { minLength: 4, maxLength: 4 });
const anywhere = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 5, maxLength: 5 });

describe.each([smooth, kinked])('fits with %o', (codes) => {
  it('converge for whatever is observed, and no random point is better', () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 60, max: 300 }), anywhere, (sr, cr, random) => {
        const workspace = busyWorkspace();
        workspace.observations = [
          { name: 'sr', data: sr },
          { name: 'cr', data: [cr] },
        ];
        const { model, data } = compileWorkspace(workspace, codes);
        const best = fit(model, data);
        expect(best.converged).toBe(true);
        const x = Float64Array.from(model.parameters.slice(0, model.globals), ({ min, max }, p) => {
          const [from, to] = [Math.max(min, -2), Math.min(max, 3)];
          return from + (random[p % 5] ?? 0) * (to - from);
        });
        expect(new Likelihood(model, data).evaluate(x)).toBeGreaterThanOrEqual(best.halfDeviance - 1e-9);
      }),
      { numRuns: 300 },
    );
  });
  it('at fixed μ start anywhere and end in one place', () => {
    const { model, data } = compileWorkspace(busyWorkspace(), codes);
    const values = [0, 0.3, 1, 2, 5, 20].map((mu) => fit(model, data, { mu }));
    expect(values.every(({ converged }) => converged)).toBe(true);
    expect(values.every(({ iterations }) => iterations < 30)).toBe(true);
  });
});

describe('a fit without a minimum inside the model', () => {
  it('says so: a shape at −5σ drives the expectation of an empty bin to 0', () => {
    const workspace = busyWorkspace();
    workspace.observations = [
      { name: 'sr', data: [60, 22, 46, 0] },
      { name: 'cr', data: [299] },
    ];
    const { model, data } = compileWorkspace(workspace);
    expect(fit(model, data)).toMatchObject({ converged: false, atBounds: ['mu', 'scale'] });
    expect(() => upperLimit(model, data, 0.95)).toThrow(ConvergenceError);
  });
});

describe('a minimum on a kink', () => {
  it('is found exactly, and every step away from it goes up', () => {
    const counting = pyhfReferences.find(({ name }) => name === 'counting');
    if (counting === undefined) throw new Error('no reference “counting”');
    // Both variations raise the background, and the data lie below it: α = 0 is best, with a kink there.
    const workspace = structuredClone<Workspace>(counting.workspace);
    const background = workspace.channels[0]?.samples[1];
    if (background === undefined) throw new Error('no background');
    background.modifiers = [{ name: 'bn', type: 'normsys', data: { hi: 1.2, lo: 1.1 } }];
    workspace.observations = [{ name: 'w', data: [40] }];
    const { model, data } = compileWorkspace(workspace, kinked);
    const best = fit(model, data, { mu: 0.2 });
    expect(best.converged).toBe(true);
    expect([...best.parameters]).toEqual([0.2, 0]);
    const likelihood = new Likelihood(model, data);
    for (const alpha of [-1e-6, 1e-6])
      expect(likelihood.evaluate(Float64Array.of(0.2, alpha))).toBeGreaterThan(best.halfDeviance);
  });
});
