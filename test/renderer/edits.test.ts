import { describe, expect, it } from 'vitest';
import { added, binned, freeColour, freeName, movedBefore, movedBy, restored } from '../../renderer/study/edits.ts';
import { changeLabel, fieldName, shortened } from '../../renderer/study/labels.ts';
import { differsAt, effectiveAt, problemsOf, same, withField, withoutField } from '../../renderer/study/patch.ts';
import { displayName, presetOf } from '../../renderer/study/presets.ts';
import { document, ids, presetInfo, presetScenario } from './fixture.ts';

const file = { name: 'A', preset: 'round@1' };
const names = (of: ReturnType<typeof document>): string[] => of.scenarios.map((s) => s.scenario.name);

describe('a field of a scenario on a preset', () => {
  it('is kept in the patch only while it differs', () => {
    const changed = withField(file, presetScenario, 'exposure.stoppedKaons', 5e12);
    expect(changed).toEqual({ ...file, exposure: { stoppedKaons: 5e12 } });
    expect(differsAt(changed, 'exposure.stoppedKaons')).toBe(true);
    expect(withField(changed, presetScenario, 'exposure.stoppedKaons', 1e12)).toEqual(file);
    expect(withoutField(changed, 'exposure.stoppedKaons')).toEqual(file);
  });

  it('has the preset’s value until it is changed', () => {
    expect(effectiveAt(file, presetScenario, 'window.maxMeV')).toBe(160);
    expect(effectiveAt(withField(file, presetScenario, 'window.maxMeV', 170), presetScenario, 'window.maxMeV')).toBe(
      170,
    );
  });

  it('replaces tables whole', () => {
    const rows = [
      { energyMeV: 100, value: 1e-3 },
      { energyMeV: 200, value: 2e-3 },
    ];
    expect(withField(file, presetScenario, 'photonVeto.reducible', rows)).toEqual({
      ...file,
      photonVeto: { reducible: rows },
    });
    expect(withField(file, presetScenario, 'photonVeto.reducible', [{ value: 1e-3, energyMeV: 100 }])).toEqual(file);
  });
});

describe('what is wrong with a scenario', () => {
  it('is nothing for a preset, with or without a change that drops its counts', () => {
    expect(problemsOf(file, presetScenario)).toEqual([]);
    expect(problemsOf(withField(file, presetScenario, 'window.bins', 3), presetScenario)).toEqual([]);
  });

  it('names the place of an empty window, a crossing band, and counts that do not fit', () => {
    const paths = (path: string, value: never): string[] =>
      problemsOf(withField(file, presetScenario, path, value), presetScenario).map((p) => p.path);
    expect(paths('window.minMeV', 170 as never)).toEqual(['window.maxMeV']);
    expect(
      paths('acceptance.points', [
        { pMeV: 1, low: 1, central: 0, high: 1 },
        { pMeV: 2, low: 0, central: 0, high: 0 },
      ] as never),
    ).toEqual(['acceptance.points.0']);
    expect(paths('observed', { counts: [1, 2], source: '' } as never)).toEqual(['observed.counts']);
  });
});

describe('the list', () => {
  const three = document({ name: 'A' }, { name: 'B' }, { name: 'C' });

  it('moves scenarios by steps and to places, and stays as it is at its ends', () => {
    expect(names(movedBy(three, ids[0], 1))).toEqual(['B', 'A', 'C']);
    expect(names(movedBy(three, ids[2], -1))).toEqual(['A', 'C', 'B']);
    expect(movedBy(three, ids[0], -1)).toBe(three);
    expect(names(movedBefore(three, ids[2], ids[0]))).toEqual(['C', 'A', 'B']);
    expect(names(movedBefore(three, ids[0], null))).toEqual(['B', 'C', 'A']);
  });

  it('steps over scenarios in the bin', () => {
    expect(names(movedBy(binned(three, ids[1]), ids[0], 1)).indexOf('A')).toBe(2);
  });

  it('gives a new scenario a free colour and name, below the one that it copies', () => {
    expect(freeColour(three)).toBe(3);
    expect(freeColour(binned(three, ids[1]))).toBe(1);
    expect([
      freeName(three, 'D'),
      freeName(three, 'A'),
      freeName(document({ name: 'A' }, { name: 'A 2' }), 'A 2'),
    ]).toEqual(['D', 'A 2', 'A 3']);
    expect(names(added(three, { name: 'X' }, ids[0], '00000000-0000-4000-8000-000000000009'))).toEqual([
      'A',
      'X',
      'B',
      'C',
    ]);
  });

  it('forgets the baseline with its scenario, and shows what comes back from the bin', () => {
    const gone = binned({ ...three, baseline: ids[1] }, ids[1]);
    expect([gone.baseline, gone.scenarios[1]?.binned]).toEqual([null, true]);
    expect(restored(gone, ids[1]).scenarios[1]).toMatchObject({ binned: false, visible: true });
  });
});

describe('words for undo', () => {
  it('tell field, old and new value', () => {
    expect(changeLabel('exposure.stoppedKaons', 1.7e12, 5e12)).toBe('Stopped kaons 1.7 × 10¹² → 5 × 10¹²');
    expect(changeLabel('analysis.method', 'conservative', 'counting')).toBe('Method conservative → counting');
    expect(changeLabel('acceptance.points', [], [])).toBe('Acceptance table edited');
    expect(fieldName('photonVeto.scale')).toBe('Photon rejection εγ scale');
  });

  it('fit into a revision’s label', () => expect(shortened('x'.repeat(300))).toHaveLength(120));
});

describe('presets', () => {
  it('are found with their version, or the newest without', () => {
    const all = [presetInfo('round@1'), presetInfo('round@10'), presetInfo('round@9')];
    expect(presetOf({ name: 'A', preset: 'round@9' }, all)?.id).toBe('round@9');
    expect(presetOf({ name: 'A', preset: 'round' }, all)?.id).toBe('round@10');
    expect(presetOf({ name: 'A' }, all)).toBeNull();
  });

  it('say that they are calibrated with the name', () => {
    expect(displayName(file, [presetInfo('round@1')])).toBe('A (calibrated)');
    expect(displayName(file, [presetInfo('round@1', false)])).toBe('A');
  });
});

it('compares JSON whatever the order of keys', () => {
  expect(same({ a: 1, b: [{ c: 2, d: null }] }, { b: [{ d: null, c: 2 }], a: 1 })).toBe(true);
  expect(same({ a: 1 }, { a: 1, b: undefined })).toBe(true);
  expect(same([1, 2], [2, 1])).toBe(false);
});
