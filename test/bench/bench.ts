/** Timings of what a person waits for: `npm run bench`, or with `-- --json` as one JSON array of { name, value, unit }. */
import { expectedBackground } from '../../core/experiment/background.ts';
import { equalBins } from '../../core/experiment/resolution.ts';
import { branchingRatio, signal } from '../../core/physics/signal.ts';
import type { Scenario } from '../../core/scenario.ts';
import { massesOf } from '../../core/study/masses.ts';
import { runTask } from '../../core/tasks.ts';
import { presets } from '../../data/presets/index.ts';
import { paperStudy } from '../../data/presets/paperStudy.ts';
import { physicsConstants } from '../../data/reference/constants.ts';
import { launchNodeWorker } from '../../electron/backend/nodeWorker.ts';
import { PreviewWorker } from '../../electron/backend/preview.ts';
import { statistics } from './statistics.ts';

interface Timing {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
}

const constants = physicsConstants('paper');
const massesMeV = massesOf(paperStudy.masses);
const still = (): void => undefined;
const far = presetScenario('e949-10x-veto100@1');

function presetScenario(id: string): Scenario {
  const preset = presets.find((p) => p.id === id);
  if (preset === undefined) throw new Error(`no preset ${id}`);
  return preset.scenario;
}

/** Median seconds of a call, after a warm-up. */
async function median(call: (i: number) => unknown, times = 21): Promise<number> {
  const seconds: number[] = [];
  for (let i = 0; i < times + 3; i++) {
    const start = performance.now();
    await call(i);
    if (i >= 3) seconds.push((performance.now() - start) / 1000);
  }
  return seconds.sort((a, b) => a - b)[Math.floor(times / 2)] ?? NaN;
}

/** A scenario that nobody computed before, as a moving slider gives it. */
const moved = (i: number): Scenario => ({ ...far, exposure: { stoppedKaons: 1.7e13 * (1 + 0.01 * i) } });

async function physics(): Promise<Timing[]> {
  const { spectrum } = signal('vector', 50, constants);
  const point = await median(() => {
    for (let i = 0; i < 10_000; i++) spectrum(80 + 0.01 * i);
  });
  const ms = async (name: string, call: (i: number) => unknown): Promise<Timing> => ({
    name,
    value: 1000 * (await median(call)),
    unit: 'ms',
  });
  return [
    { name: 'vector spectrum', value: 10_000 / point, unit: 'points/s' },
    await ms('total branching ratio', (i) => branchingRatio('vector', 1 + i, constants)),
    await ms('radiative background of the window', (i) =>
      expectedBackground(moved(i), equalBins(130, 160, 1), constants),
    ),
    await ms('reach, 60 masses, exact bands', (i) =>
      runTask('reach', { scenario: moved(i), constants, massesMeV }, still),
    ),
    await ms('spectrum in 5 MeV bins', (i) =>
      runTask('spectrum', { scenario: moved(i), constants, massMeV: 50, coupling: 1e-3, binMeV: 5 }, still),
    ),
  ];
}

async function toys(): Promise<Timing> {
  const scenario = { ...far, analysis: { ...far.analysis, bands: 'toys' as const, toys: 100_000 } };
  const seconds = await median((i) => runTask('reach', { scenario, constants, massesMeV: [50 + i] }, still), 7);
  return { name: 'toys of the paper’s statistic', value: 100_000 / seconds, unit: 'toys/s' };
}

async function preview(): Promise<Timing> {
  const worker = new PreviewWorker(launchNodeWorker);
  const ask = (i: number): unknown => worker.ask('bench', 'reach', { scenario: moved(i), constants, massesMeV });
  const seconds = await median(ask);
  worker.close();
  return { name: 'preview of a moved slider, through the compute process', value: 1000 * seconds, unit: 'ms' };
}

const timings = [...(await physics()), await toys(), await preview(), ...statistics()];
if (process.argv.includes('--json')) console.log(JSON.stringify(timings, null, 2));
else
  for (const { name, value, unit } of timings)
    console.log(`${name.padEnd(58)} ${value.toPrecision(3).padStart(9)} ${unit}`);
