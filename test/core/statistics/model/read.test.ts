import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { upperLimit } from '../../../../core/statistics/inference/upperLimit.ts';
import { compileWorkspace, parseWorkspace, readWorkspace } from '../../../../core/statistics/model/read.ts';
import { readReferenceCoupling, writeWorkspace } from '../../../../core/statistics/model/write.ts';
import type { Modifier, Workspace } from '../../../../core/statistics/model/workspace.ts';
import { pyhfReferences } from '../../../fixtures/pyhf/references.ts';
import { busyWorkspace } from './workspaces.ts';

const textOf = (change: (workspace: Workspace) => void): string => {
  const workspace = busyWorkspace();
  change(workspace);
  return JSON.stringify(workspace);
};

const sample = (workspace: Workspace, c: number, s: number): { data: number[]; modifiers: Modifier[] } => {
  const found = workspace.channels[c]?.samples[s];
  if (found === undefined) throw new Error('no such sample');
  return found;
};

describe('a workspace', () => {
  it('says what is wrong with place, value and what is allowed', () => {
    const cases: [(workspace: Workspace) => void, string][] = [
      [(w) => sample(w, 0, 1).data.pop(), 'channels[0].samples[1].data: has 3 bins; allowed: 4'],
      [(w) => w.observations.pop(), 'observations: is incomplete; allowed: one entry for each channel, also cr'],
      [(w) => (w.version = '2.0.0' as '1.0.0'), 'version: is "2.0.0"; allowed: "1.0.0"'],
      [
        (w) => w.measurements.forEach(({ config }) => (config.poi = 'nu')),
        'measurements[0].config.poi: is "nu"; allowed: mu, acc, lumi, scale, k',
      ],
      [
        (w) => w.measurements.forEach(({ config }) => config.parameters.pop()),
        'measurements[0].config.parameters: is missing; allowed: an entry for "lumi"',
      ],
      [
        (w) => sample(w, 1, 0).modifiers.push({ name: 'mu', type: 'normsys', data: { hi: 1.1, lo: 0.9 } }),
        'channels[1].samples[0].modifiers[1].name: is "mu"; allowed: another name: free has it',
      ],
      [
        (w) => sample(w, 1, 0).modifiers.push({ name: 'shape', type: 'shapesys', data: [3] }),
        'channels[1].samples[0].modifiers[1].name: is "shape"; allowed: a name used once',
      ],
      [
        (w) => sample(w, 1, 0).modifiers.push({ name: 'x', type: 'normsys', data: { hi: -1, lo: 0.9 } }),
        'channels[1].samples[0].modifiers[1].data.hi: is -1; allowed: above 0',
      ],
    ];
    for (const [change, message] of cases) expect(() => readWorkspace(textOf(change))).toThrow(message);
    expect(() => readWorkspace('{')).toThrow('this is not JSON');
    expect(() => readWorkspace('[]')).toThrow('this is not a workspace');
  });
  it('has pyhf’s parameters: τ = (nominal/σ)² for shapesys, √Σσ²/Σnominal for staterror', () => {
    const { model } = compileWorkspace(busyWorkspace());
    const of = (name: string): unknown => model.parameters.find((p) => p.name === name)?.constraint;
    expect(of('shape[1]')).toEqual({ kind: 'poisson', auxiliary: (8.5 / 2.2) ** 2, factor: (8.5 / 2.2) ** 2 });
    const sigma = Math.sqrt(1.6 ** 2 + 0.8 ** 2) / (21 + 8.5);
    expect(of('stat[1]')).toEqual({ kind: 'normal', auxiliary: 1, sigma });
    expect(of('lumi')).toEqual({ kind: 'normal', auxiliary: 1, sigma: 0.03 });
    expect(of('mu')).toEqual({ kind: 'none' });
  });
  it('with a shapefactor is a free norm in each bin, shared between channels', () => {
    const shapefactor: Modifier = { name: 'f', type: 'shapefactor', data: null };
    const { model, data } = readWorkspace(
      JSON.stringify({
        version: '1.0.0',
        channels: [
          {
            name: 'sr',
            samples: [
              { name: 's', data: [5, 3], modifiers: [{ name: 'mu', type: 'normfactor', data: null }] },
              { name: 'b', data: [10, 10], modifiers: [shapefactor] },
            ],
          },
          { name: 'cr', samples: [{ name: 'b', data: [1e6, 1e6], modifiers: [shapefactor] }] },
        ],
        observations: [
          { name: 'sr', data: [11, 21] },
          { name: 'cr', data: [1e6, 2e6] },
        ],
        measurements: [{ name: 'm', config: { poi: 'mu', parameters: [] } }],
      } satisfies Workspace),
    );
    // The control channel fixes the background to 10 and 20 events.
    const known = structuredClone(pyhfReferences[0]?.workspace) as Workspace;
    known.channels = [
      {
        name: 'w',
        samples: [
          { name: 's', data: [5, 3], modifiers: [{ name: 'mu', type: 'normfactor', data: null }] },
          { name: 'b', data: [10, 20], modifiers: [] },
        ],
      },
    ];
    known.observations = [{ name: 'w', data: [11, 21] }];
    const reference = compileWorkspace(known);
    const limit = upperLimit(reference.model, reference.data, 0.95).observed;
    expect(Math.abs(upperLimit(model, data, 0.95).observed / limit - 1)).toBeLessThan(1e-4);
  });
});

describe('a written workspace', () => {
  const text = writeWorkspace({
    channel: 'window',
    signal: { name: 'signal', events: [3, 5], effects: [{ kind: 'norm', name: 'acceptance', hi: 1.1, lo: 0.9 }] },
    backgrounds: [
      {
        name: 'radiative',
        events: [20, 30],
        effects: [
          { kind: 'shape', name: 'scale', hi: [21, 29], lo: [19, 31] },
          { kind: 'perBin', name: 'perBin', uncertainty: [1, 1.5] },
        ],
      },
    ],
    observed: [22, 28],
    gReference: 1e-3,
  });
  it('is read again, with the coupling at which its signal has strength 1', () => {
    const { model, data, measurement } = readWorkspace(text);
    expect(readReferenceCoupling(measurement)).toBe(1e-3);
    expect(readReferenceCoupling('m')).toBeNull();
    expect(model.parameters.map(({ name }) => name)).toEqual(['mu', 'acceptance', 'scale', 'perBin[0]', 'perBin[1]']);
    expect([...data.counts]).toEqual([22, 28]);
    expect(upperLimit(model, data, 0.95).observed).toBeGreaterThan(0);
  });
});

/** A folder of workspaces to read as well. */
const samples = process.env['KAON_REACH_SAMPLES'];
describe.skipIf(samples === undefined)('workspaces of the samples folder', () => {
  it('are read and have limits', () => {
    const folder = samples ?? '';
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.workspace.json'))) {
      const workspace = parseWorkspace(readFileSync(path.join(folder, name), 'utf8'));
      const { model, data } = compileWorkspace(workspace);
      expect(upperLimit(model, data, 0.95).observed).toBeGreaterThan(0);
    }
  });
});
