import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { describe, expect, it } from 'vitest';
import { scenarioSchema } from '../../../core/scenario.ts';
import { prepare } from '../../../core/study/reach.ts';
import { resolveScenario } from '../../../core/study/resolve.ts';
import { findPreset, presets } from '../../../data/presets/index.ts';
import { paperStudy } from '../../../data/presets/paperStudy.ts';
import { physicsConstants } from '../../../data/reference/constants.ts';

describe.each(presets.map((preset) => ({ id: preset.id, preset })))('$id', ({ preset }) => {
  it('is a complete scenario of its label', () => {
    expect(scenarioSchema.parse(preset.scenario)).toEqual(preset.scenario);
    expect(preset.scenario.name).toBe(preset.label);
  });
  it('names the source of every number, or that it is calibrated', () => {
    const leaves = [
      'exposure.stoppedKaons',
      'window.minMeV',
      'window.maxMeV',
      'acceptance.points',
      'acceptance.signal',
      'resolution.sigmaMeV',
      'photonVeto.reducible',
      'photonVeto.scale',
      'photonVeto.floor',
      'backgrounds',
      'analysis',
    ];
    for (const leaf of [...leaves, ...(preset.scenario.observed === undefined ? [] : ['observed.counts'])])
      expect(preset.sources[leaf]?.length ?? 0).toBeGreaterThan(10);
  });
  it('says that it is calibrated, and how well', () => {
    expect(preset.calibrated).toBe(true);
    expect(preset.uncertainty).toContain('±15% in g');
  });
});

it('shipped presets never change: a better one is a new version', () => {
  const digest = (value: unknown): string =>
    createHash('sha256')
      .update(canonicalize(value) ?? '')
      .digest('hex')
      .slice(0, 16);
  expect(Object.fromEntries(presets.map((preset) => [preset.id, digest(preset.scenario)]))).toMatchInlineSnapshot(`
    {
      "e949-10x-veto100@1": "ad7a8af3745c75e2",
      "e949-10x-veto10@1": "c0e598ffa305947a",
      "e949-10x@1": "6482a393bbd4f69a",
      "e949@1": "5f8543751087b19b",
    }
  `);
});

it('the E949-like backgrounds are 315, 3150, 315 and 31.5 events', () => {
  const paper = physicsConstants('paper');
  const backgrounds = presets.map((preset) => prepare(preset.scenario, paper).background);
  expect(backgrounds.map((b) => Math.round(b * 1e4) / 1e4)).toEqual([315, 3150, 315, 31.5]);
});

it('finds the newest version by bare id', () => {
  expect(findPreset('e949')?.id).toBe('e949@1');
  expect(findPreset('e949@2')).toBeUndefined();
  expect(findPreset('__proto__')).toBeUndefined();
});

it('the paper’s study resolves to four scenarios without a complaint', () => {
  const resolved = paperStudy.scenarios.map((scenario) => resolveScenario(scenario, findPreset, 's'));
  expect(resolved.map((r) => r.scenario?.exposure.stoppedKaons)).toEqual([1.7e12, 1.7e13, 1.7e13, 1.7e13]);
  expect(resolved.flatMap((r) => [...r.errors, ...r.notices])).toEqual([]);
});
