import type { Modifier, Workspace } from '../../../../core/statistics/model/workspace.ts';

/** Everything at once: shared names, two γ in one bin, a control channel, a lumi. Signal 3 to 6 per bin. */
export function busyWorkspace(bins = 4): Workspace {
  const each = (f: (i: number) => number): number[] => Array.from({ length: bins }, (_, i) => f(i));
  const signal: Modifier[] = [
    { name: 'mu', type: 'normfactor', data: null },
    { name: 'acc', type: 'normsys', data: { hi: 1.12, lo: 0.9 } },
    { name: 'lumi', type: 'lumi', data: null },
    { name: 'scale', type: 'histosys', data: { hi_data: each((i) => 3.5 + i), lo_data: each((i) => 2.4 + i) } },
  ];
  const background: Modifier[] = [
    { name: 'k', type: 'normfactor', data: null },
    { name: 'scale', type: 'histosys', data: { hi_data: each((i) => 22 + i), lo_data: each((i) => 19 - 0.3 * i) } },
    { name: 'scale', type: 'normsys', data: { hi: 0.96, lo: 1.05 } },
    { name: 'stat', type: 'staterror', data: each((i) => 1.5 + 0.1 * i) },
  ];
  const other: Modifier[] = [
    { name: 'shape', type: 'shapesys', data: each((i) => 2 + 0.2 * i) },
    { name: 'stat', type: 'staterror', data: each(() => 0.8) },
    { name: 'acc', type: 'normsys', data: { hi: 1.03, lo: 0.96 } },
  ];
  return {
    version: '1.0.0',
    channels: [
      {
        name: 'sr',
        samples: [
          { name: 's', data: each((i) => 3 + i), modifiers: signal },
          { name: 'b', data: each((i) => 20 + i), modifiers: background },
          { name: 'o', data: each((i) => 9 - 0.5 * i), modifiers: other },
        ],
      },
      { name: 'cr', samples: [{ name: 'b', data: [150], modifiers: background.slice(0, 1) }] },
    ],
    observations: [
      { name: 'sr', data: each((i) => 29 + ((i * 7) % 11)) },
      { name: 'cr', data: [161] },
    ],
    measurements: [
      {
        name: 'm',
        config: {
          poi: 'mu',
          parameters: [{ name: 'lumi', auxdata: [1], sigmas: [0.03], bounds: [[0.5, 1.5]], inits: [1] }],
        },
      },
    ],
  };
}
