import { describe, expect, it } from 'vitest';
import { hypotest } from '../../../../core/statistics/inference/hypotest.ts';
import {
  combineToys,
  planToys,
  throwToyBlock,
  toyBlocks,
  toyHypotest,
  type ToyBlock,
} from '../../../../core/statistics/inference/toys.ts';
import { compileWorkspace } from '../../../../core/statistics/model/read.ts';
import { pyhfReferences } from '../../../fixtures/pyhf/references.ts';

const shape = pyhfReferences.find(({ name }) => name === 'shape');
if (shape === undefined) throw new Error('no reference “shape”');
const { model, data } = compileWorkspace(shape.workspace);

/** As `workers` processes would do it: each takes every n-th block; blocks are put in order again. */
function split(workers: number): string {
  const plan = planToys(model, data, 1, 7500, 3);
  const done = new Map<number, ToyBlock>();
  for (let worker = 0; worker < workers; worker++)
    for (let block = worker; block < toyBlocks(plan); block += workers)
      done.set(block, throwToyBlock(model, plan, block));
  const ordered = [...done].sort(([a], [b]) => a - b).map(([, block]) => block);
  return JSON.stringify(combineToys(plan, ordered));
}

describe('toys with profile fits', () => {
  it('agree with asymptotic CLs where many events are expected, within their error', () => {
    const { CLsObserved, CLsError, CLsExpected, failed } = toyHypotest(model, data, 1, 20_000, 1);
    const asymptotic = hypotest(model, data, 1);
    expect(failed).toBe(0);
    // 78 expected events: asymptotics are good to 5%.
    expect(Math.abs(CLsObserved - asymptotic.CLsObserved)).toBeLessThan(4 * CLsError + 0.05 * asymptotic.CLsObserved);
    expect(Math.abs(CLsExpected[2] - asymptotic.CLsExpected[2])).toBeLessThan(0.015);
  });
  it('are the same bits for 1, 2 and 7 workers', () => {
    const one = split(1);
    expect(split(2)).toBe(one);
    expect(split(7)).toBe(one);
  });
  it('differ by seed, and say when they are too few for the digits', () => {
    const [few, other] = [toyHypotest(model, data, 1, 100, 1), toyHypotest(model, data, 1, 100, 2)];
    expect(few.CLsExpected).not.toEqual(other.CLsExpected);
    expect(few.warnings.join()).toContain('more toys are needed');
  });
});
