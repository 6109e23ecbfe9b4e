import { describe, expect, it } from 'vitest';
import { hypotest } from '../../../../core/statistics/inference/hypotest.ts';
import { upperLimit } from '../../../../core/statistics/inference/upperLimit.ts';
import { compileWorkspace } from '../../../../core/statistics/model/read.ts';
import { pyhfReferences } from '../../../fixtures/pyhf/references.ts';

const largest = (values: readonly number[], references: readonly number[]): number =>
  Math.max(...values.map((value, i) => Math.abs(value - (references[i] ?? NaN))));

describe.each(pyhfReferences)('“$name” agrees with pyhf', ({ workspace, ...reference }) => {
  const { model, data } = compileWorkspace(workspace);
  it('in CLs at μ = 1 within 1e-5 (pyhf’s optimiser stops there)', () => {
    const { CLsObserved, CLsExpected } = hypotest(model, data, 1);
    expect(Math.abs(CLsObserved - reference.CLsObserved)).toBeLessThan(1e-5);
    expect(largest(CLsExpected, reference.CLsExpected)).toBeLessThan(1e-5);
  });
  it('in the upper limits at 95% CL within 2e-5', () => {
    const { observed, expected } = upperLimit(model, data, 0.95);
    expect(Math.abs(observed - reference.observed)).toBeLessThan(2e-5);
    expect(largest(expected, reference.expected)).toBeLessThan(2e-5);
  });
  it('and its limits are where its own CLs is 5%', () => {
    const { observed, expected } = upperLimit(model, data, 0.95);
    expect(hypotest(model, data, observed).CLsObserved).toBeCloseTo(0.05, 9);
    expected.forEach((mu, i) => expect(hypotest(model, data, mu).CLsExpected[i]).toBeCloseTo(0.05, 9));
  });
});
