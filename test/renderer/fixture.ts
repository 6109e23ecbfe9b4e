import type { PresetInfo, StudyDocument, StudyState } from '../../core/contract.ts';
import { scenarioSchema, type ScenarioFile } from '../../core/scenario.ts';

/** A preset with round numbers, for tests of the window alone. */
export const presetScenario = scenarioSchema.parse({
  name: 'Round',
  boson: { kind: 'vector' },
  exposure: { stoppedKaons: 1e12 },
  beam: { kind: 'stopped' },
  acceptance: {
    points: [
      { pMeV: 100, low: 0, central: 0, high: 0 },
      { pMeV: 200, low: 1e-3, central: 2e-3, high: 3e-3 },
    ],
    signal: 'low',
  },
  resolution: { sigmaMeV: 2 },
  photonVeto: { reducible: [{ energyMeV: 100, value: 1e-3 }] },
  backgrounds: [{ id: 'rad', kind: 'radiative' }],
  window: { minMeV: 130, maxMeV: 160 },
  observed: { counts: [10], source: 'made up' },
  analysis: { method: 'conservative', statistic: 'paper' },
});

export function presetInfo(id: string, calibrated = true): PresetInfo {
  return { id, label: 'Round', summary: '', calibrated, uncertainty: '', sources: {}, scenario: presetScenario };
}

export const ids = [
  '00000000-0000-4000-8000-000000000001',
  '00000000-0000-4000-8000-000000000002',
  '00000000-0000-4000-8000-000000000003',
] as const;

export function document(...scenarios: readonly ScenarioFile[]): StudyDocument {
  return {
    name: 'Study',
    notes: '',
    constants: 'paper',
    masses: { minMeV: 5, maxMeV: 300, points: 3, spacing: 'log' },
    landscape: { gMinus2: 'ibe-2017', constraints: [] },
    baseline: null,
    scenarios: scenarios.map((scenario, i) => ({
      id: ids[i] ?? ids[0],
      colour: i,
      visible: true,
      binned: false,
      scenario,
    })),
  };
}

export function state(revision: number, of: StudyDocument, undo: string | null = null): StudyState {
  return { id: 1, revision, document: of, resolved: [], undo, redo: null };
}
