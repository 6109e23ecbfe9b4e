import Papa from 'papaparse';
import { expect, it } from 'vitest';
import { findPreset } from '../../../data/presets/index.ts';
import type { Scenario } from '../../../core/scenario.ts';
import { reachCsv } from '../../../core/exchange/csv.ts';

const e949 = scenario();
function scenario(): Scenario {
  const found = findPreset('e949')?.scenario;
  if (found === undefined) throw new Error('no e949');
  return found;
}
const limit = {
  observed: null,
  asimov: 1e-3,
  median: 1.1e-3,
  minus2: 0.8e-3,
  minus1: 0.9e-3,
  plus1: 1.2e-3,
  plus2: 1.3e-3,
};
const points = [
  { massMeV: 5, signalEventsPerCoupling2: 1e8, branchingRatioPerCoupling2: 0.3, limit },
  {
    massMeV: 300,
    signalEventsPerCoupling2: 0,
    branchingRatioPerCoupling2: 1e-5,
    limit: null,
    reason: 'none, selected',
  },
];

it('has units in its header and one row per scenario and mass, with every digit', () => {
  const { data } = Papa.parse<Record<string, string>>(
    reachCsv('s', [{ scenario: { ...e949, name: 'a, "b"' }, preset: null, points }]),
    { header: true, skipEmptyLines: true },
  );
  expect(data).toHaveLength(2);
  expect(data[0]).toMatchObject({
    scenario: 'a, "b"',
    boson: 'vector',
    invisible_fraction: '',
    method: 'conservative',
    statistic: 'paper',
    bands: 'exact',
    confidence_level: '0.95',
    mass_MeV: '5',
    g_median: '0.0011',
    g_observed: '',
  });
  expect(data[1]).toMatchObject({ g_median: '', reason: 'none, selected' });
});

it('says which preset a scenario stands on, and that it is calibrated', () => {
  const preset = findPreset('e949') ?? null;
  expect(reachCsv('s', [{ scenario: { ...e949, name: 'a' }, preset, points }])).toContain(',e949@1 (calibrated),');
});

it('defuses names that a spreadsheet would compute', () => {
  for (const name of ['=1+1', '+1', '-1', '@x', '\t=1']) {
    expect(reachCsv('s', [{ scenario: { ...e949, name }, preset: null, points }])).toMatch(
      new RegExp(`'\\${name[0] ?? ''}`),
    );
  }
});
