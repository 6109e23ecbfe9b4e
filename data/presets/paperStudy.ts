import { studySchema, type StudyFile } from '../../core/scenario.ts';
import { e949Presets } from './e949.ts';

/** The four scenarios of Fig. 4 of arXiv:1611.08460 on one mass grid: what a first start shows. */
export const paperStudy: StudyFile = studySchema.parse({
  format: 'kaon-reach/study',
  version: 1,
  name: 'Muon + invisible at E949 and beyond',
  notes:
    'The scenarios of Fig. 4 of arXiv:1611.08460. The E949-like experiment is calibrated to the paper’s statements.',
  constants: 'paper',
  masses: { minMeV: 5, maxMeV: 300, points: 60, spacing: 'log' },
  landscape: { gMinus2: 'ibe-2017', constraints: [] },
  scenarios: e949Presets.map((preset) => ({ name: preset.label, preset: preset.id })),
});
