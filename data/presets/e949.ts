import type { PresetInfo } from '../../core/contract.ts';
import { mergePatch, without, type JsonObject } from '../../core/merge.ts';
import { scenarioSchema, type Scenario } from '../../core/scenario.ts';

/*
 * The paper (arXiv:1611.08460) shows E949's acceptance and spectrum as figures only, so this experiment is calibrated to
 * the facts that the paper states, not digitised. A shipped version never changes; a better calibration is a new version.
 */
const uncertainty = 'Within ±35% in events and ±15% in g of each fact that the paper states.';
const calibrated = 'calibrated to the paper’s statements (arXiv:1611.08460), not digitised';

const flat = { low: 0.65e-3, central: 0.8e-3, high: 0.95e-3 };
const none = { low: 0, central: 0, high: 0 };

const e949Scenario: Scenario = scenarioSchema.parse({
  name: 'E949-like',
  boson: { kind: 'vector' },
  exposure: { stoppedKaons: 1.7e12 },
  beam: { kind: 'stopped' },
  acceptance: {
    points: [
      { pMeV: 115, ...none },
      { pMeV: 130, ...flat },
      { pMeV: 200, ...flat },
      { pMeV: 215, ...none },
    ],
    signal: 'low',
  },
  resolution: { sigmaMeV: 2.3 },
  photonVeto: { reducible: [{ energyMeV: 100, value: 7.993085e-4 }], scale: 1, floor: [], accidentalLoss: 0 },
  backgrounds: [{ id: 'radiative', kind: 'radiative' }],
  window: { minMeV: 130, maxMeV: 160, bins: 1 },
  observed: {
    counts: [315],
    source: 'inferred: the count for which the paper’s statements hold together; E949’s own is not published',
  },
  analysis: { method: 'conservative', statistic: 'paper', confidenceLevel: 0.95 },
});

const sources: Readonly<Record<string, string>> = {
  'exposure.stoppedKaons': '1.70e12 stopped kaons: E949, arXiv:1606.09054, as used in arXiv:1611.08460, section III',
  'window.minMeV': 'signal region 130–160 MeV: arXiv:1611.08460, section III',
  'window.maxMeV': 'signal region 130–160 MeV: arXiv:1611.08460, section III',
  'acceptance.points': `“around 1e-3” for 140–200 MeV with a 1σ band; values and shape ${calibrated}`,
  'acceptance.signal': 'lower edge of the 1σ band: arXiv:1611.08460, section III',
  'resolution.sigmaMeV': 'σ_p = 2.3 MeV/c: momentum resolution of E949 near K⁺ → μ⁺ν',
  'photonVeto.reducible': `“around 1e-3”: arXiv:1611.08460; flat, the value for which the background is 315 events, ${calibrated}`,
  'photonVeto.scale': '1: the photon rejection of E949 itself',
  'photonVeto.floor': 'none: the paper’s scenarios have no irreducible loss',
  backgrounds: 'K⁺ → μ⁺νγ alone, as in the paper; computed at tree level with all terms',
  'observed.counts': `315 events: ${calibrated}`,
  analysis: 'no background subtracted, t of eq. (22) against χ²₁: arXiv:1611.08460, section III',
};

const e949: PresetInfo = {
  id: 'e949@1',
  label: 'E949-like',
  summary: 'Stopped kaons, 1.70 × 10¹² of them, 130–160 MeV/c: the paper’s reading of E949.',
  calibrated: true,
  uncertainty,
  sources,
  scenario: e949Scenario,
};

/** A hypothetical variant of the paper: no counts, since nobody has taken them. */
function variant(
  id: string,
  label: string,
  summary: string,
  patch: JsonObject,
  own: Readonly<Record<string, string>>,
): PresetInfo {
  const scenario = scenarioSchema.parse(
    mergePatch(e949Scenario as JsonObject, { name: label, observed: null, ...patch }),
  );
  return { ...e949, id, label, summary, scenario, sources: { ...without(sources, 'observed.counts'), ...own } };
}

const tenTimes = { exposure: { stoppedKaons: 1.7e13 } };
const tenTimesSource = { 'exposure.stoppedKaons': '10 × E949: a future experiment in arXiv:1611.08460, section III' };
const vetoSource = {
  ...tenTimesSource,
  'photonVeto.scale': 'ε_γ/ε_γ(E949) assumed for a future experiment in arXiv:1611.08460, section III',
};

/** The E949-like experiment and the paper's variants of it. */
export const e949Presets: readonly PresetInfo[] = [
  e949,
  variant(
    'e949-10x@1',
    'E949-like, 10 × N_K',
    'Ten times the kaons, everything else as E949-like.',
    tenTimes,
    tenTimesSource,
  ),
  variant(
    'e949-10x-veto10@1',
    'E949-like, 10 × N_K, ε_γ/10',
    'Ten times the kaons, photon rejection ten times better.',
    { ...tenTimes, photonVeto: { scale: 0.1 } },
    vetoSource,
  ),
  variant(
    'e949-10x-veto100@1',
    'E949-like, 10 × N_K, ε_γ/100',
    'Ten times the kaons, photon rejection a hundred times better.',
    { ...tenTimes, photonVeto: { scale: 0.01 } },
    vetoSource,
  ),
];
