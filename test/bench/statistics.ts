/** Timings of the statistical engine. */
import { Fitter } from '../../core/statistics/fit/fit.ts';
import { hypotest } from '../../core/statistics/inference/hypotest.ts';
import { planToys, profileToyBlock, throwToyBlock } from '../../core/statistics/inference/toys.ts';
import { upperLimit } from '../../core/statistics/inference/upperLimit.ts';
import { compileWorkspace, type ReadWorkspace } from '../../core/statistics/model/read.ts';
import type { Modifier, Workspace } from '../../core/statistics/model/workspace.ts';
import { pyhfReferences } from '../fixtures/pyhf/references.ts';

interface Timing {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
}

/** A falling background with one γ per bin, and some systematics of norm and shape. */
export function benchWorkspace(bins: number, norms: number, shapes: number): Workspace {
  const each = (f: (i: number) => number): number[] => Array.from({ length: bins }, (_, i) => f(i));
  const nominal = each((i) => 60 * Math.exp((-2 * i) / bins) + 5);
  const norm = (i: number): Modifier => ({
    name: `norm${i}`,
    type: 'normsys',
    data: { hi: 1.05 + 0.01 * i, lo: 0.96 - 0.01 * i },
  });
  const shape = (k: number): Modifier => ({
    name: `shape${k}`,
    type: 'histosys',
    data: {
      hi_data: nominal.map((n, i) => n * (1 + 0.05 * Math.sin(((k + 1) * i * 3) / bins))),
      lo_data: nominal.map((n, i) => n * (1 - 0.04 * Math.sin(((k + 1) * i * 3) / bins))),
    },
  });
  const stat: Modifier = { name: 'stat', type: 'staterror', data: nominal.map((n) => 0.3 * Math.sqrt(n)) };
  return {
    version: '1.0.0',
    channels: [
      {
        name: 'w',
        samples: [
          {
            name: 's',
            data: each((i) => 8 * Math.exp(-(((i + 0.5) / bins - 0.4) ** 2) * 30)),
            modifiers: [{ name: 'mu', type: 'normfactor', data: null }, norm(0)],
          },
          {
            name: 'b',
            data: nominal,
            modifiers: [
              ...Array.from({ length: norms - 1 }, (_, i) => norm(i + 1)),
              ...Array.from({ length: shapes }, (_, k) => shape(k)),
              stat,
            ],
          },
        ],
      },
    ],
    observations: [
      { name: 'w', data: nominal.map((n, i) => Math.round(n + 1.5 * Math.sin(7 * i) * Math.sqrt(n) * 0.5)) },
    ],
    measurements: [{ name: 'm', config: { poi: 'mu', parameters: [] } }],
  };
}

/** Seconds of one call: the best of five runs of at least 40 ms. */
function seconds(call: () => unknown): number {
  let times = 1;
  let best = Infinity;
  for (let run = 0; run < 5;) {
    const start = performance.now();
    for (let i = 0; i < times; i++) call();
    const took = (performance.now() - start) / 1000;
    if (took < 0.04) times *= 2;
    else {
      best = Math.min(best, took / times);
      run++;
    }
  }
  return best;
}

function fitsPerSecond({ model, data }: ReadWorkspace): number {
  const fitter = new Fitter(model, data);
  const start = Float64Array.from(model.parameters, ({ init }) => init);
  return (
    1 /
    seconds(() => {
      fitter.startAt(start);
      fitter.free();
    })
  );
}

function toysPerSecond({ model, data }: ReadWorkspace): number {
  const plan = planToys(model, data, 1, profileToyBlock, 1);
  return (2 * profileToyBlock) / seconds(() => throwToyBlock(model, plan, 0));
}

function all(name: string, read: ReadWorkspace): Timing[] {
  const { model, data } = read;
  return [
    { name: `${name}: fits`, value: fitsPerSecond(read), unit: 'fits/s' },
    { name: `${name}: hypotests`, value: 1 / seconds(() => hypotest(model, data, 1)), unit: 'hypotests/s' },
    {
      name: `${name}: upper limit with five bands`,
      value: 1000 * seconds(() => upperLimit(model, data, 0.95)),
      unit: 'ms',
    },
    { name: `${name}: toys, two profile fits each`, value: toysPerSecond(read), unit: 'toys/s' },
  ];
}

function growth(): Timing[] {
  const limit = (name: string, workspace: Workspace): Timing => {
    const { model, data } = compileWorkspace(workspace);
    return { name: `upper limit, ${name}`, value: 1000 * seconds(() => upperLimit(model, data, 0.95)), unit: 'ms' };
  };
  return [
    ...[10, 30, 100, 300, 1000].map((bins) => limit(`${bins} bins, ${bins + 3} nuisances`, benchWorkspace(bins, 2, 1))),
    ...[2, 5, 10, 20].map((n) => limit(`20 bins, ${n + 1} global nuisances`, benchWorkspace(20, n, 1))),
  ];
}

export function statistics(): Timing[] {
  return [
    ...pyhfReferences.flatMap(({ name, workspace }) => all(name, compileWorkspace(workspace))),
    ...all('6 bins, 9 nuisances', compileWorkspace(benchWorkspace(6, 2, 1))),
    ...all('40 bins, 41 nuisances', compileWorkspace(benchWorkspace(40, 1, 0))),
    ...growth(),
  ];
}
