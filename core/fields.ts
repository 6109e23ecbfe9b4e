/** One numeric field of a study file: what it is called, its unit, and which values are allowed. */
export interface Field {
  readonly label: string;
  /** Unit as shown beside the value; empty for a pure number. */
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  readonly integer?: boolean;
  /** Range and scale of the slider, where one helps; typed values may go beyond it, up to min and max. */
  readonly slider?: {
    readonly min: number;
    readonly max: number;
    readonly scale: 'log' | 'linear';
    readonly step?: number;
  };
}

/**
 * Every numeric field by its path in the scenario or study (`[]` stands for any index).
 * The schema is built from these, so the editor and the file can never disagree.
 */
export const fields = {
  'boson.invisibleFraction': {
    label: 'Invisible fraction',
    unit: '',
    min: 1e-6,
    max: 1,
    slider: { min: 0, max: 1, scale: 'linear', step: 0.01 },
  },
  'exposure.stoppedKaons': {
    label: 'Stopped kaons',
    unit: 'K⁺',
    min: 1,
    max: 1e20,
    slider: { min: 1e10, max: 1e16, scale: 'log' },
  },
  'acceptance.points[].pMeV': { label: 'Muon momentum', unit: 'MeV/c', min: 0, max: 300 },
  'acceptance.points[].low': { label: 'Acceptance, low edge', unit: '', min: 0, max: 1 },
  'acceptance.points[].central': { label: 'Acceptance, central', unit: '', min: 0, max: 1 },
  'acceptance.points[].high': { label: 'Acceptance, high edge', unit: '', min: 0, max: 1 },
  'resolution.sigmaMeV': {
    label: 'Momentum resolution σ',
    unit: 'MeV/c',
    min: 0,
    max: 50,
    slider: { min: 0, max: 20, scale: 'linear', step: 0.1 },
  },
  'photonVeto.reducible[].energyMeV': { label: 'Photon energy', unit: 'MeV', min: 0.1, max: 500 },
  'photonVeto.reducible[].value': { label: 'Photon loss probability', unit: '', min: 1e-15, max: 1 },
  'photonVeto.floor[].energyMeV': { label: 'Photon energy', unit: 'MeV', min: 0.1, max: 500 },
  'photonVeto.floor[].value': { label: 'Irreducible photon loss', unit: '', min: 1e-15, max: 1 },
  'photonVeto.scale': {
    label: 'Photon rejection ε_γ scale',
    unit: '× reducible loss',
    min: 0,
    max: 1e4,
    slider: { min: 1e-4, max: 10, scale: 'log' },
  },
  'photonVeto.accidentalLoss': {
    label: 'Accidental loss of signal',
    unit: '',
    min: 0,
    max: 1,
    slider: { min: 0, max: 1, scale: 'linear', step: 0.01 },
  },
  'backgrounds[].scale': {
    label: 'Background scale',
    unit: '×',
    min: 0,
    max: 1e6,
    slider: { min: 0.01, max: 100, scale: 'log' },
  },
  'backgrounds[].minPhotonMeV': { label: 'Least photon energy', unit: 'MeV', min: 0.1, max: 200 },
  'window.minMeV': {
    label: 'Window from',
    unit: 'MeV/c',
    min: 0,
    max: 236,
    slider: { min: 50, max: 235, scale: 'linear', step: 1 },
  },
  'window.maxMeV': {
    label: 'Window to',
    unit: 'MeV/c',
    min: 0,
    max: 236,
    slider: { min: 50, max: 235, scale: 'linear', step: 1 },
  },
  'window.bins': { label: 'Bins', unit: '', min: 1, max: 200, integer: true },
  'observed.counts[]': { label: 'Observed events', unit: 'events', min: 0, max: 1e12, integer: true },
  'analysis.confidenceLevel': { label: 'Confidence level', unit: '', min: 0.5, max: 0.9999 },
  'analysis.toys': { label: 'Toys per mass', unit: '', min: 100, max: 1e7, integer: true },
  'analysis.seed': { label: 'Seed', unit: '', min: 0, max: 4294967295, integer: true },
  'masses.minMeV': { label: 'Lowest mass', unit: 'MeV', min: 0.1, max: 388 },
  'masses.maxMeV': { label: 'Highest mass', unit: 'MeV', min: 0.1, max: 388 },
  'masses.points': { label: 'Mass points', unit: '', min: 2, max: 1000, integer: true },
} as const satisfies Record<string, Field>;

export type FieldPath = keyof typeof fields;

/** The allowed range of a field in words, as errors and the editor show it. */
export function allowedRange(field: Field): string {
  const unit = field.unit ? ` ${field.unit}` : '';
  return `${field.integer ? 'whole numbers ' : ''}${plain(field.min)} to ${plain(field.max)}${unit}`;
}

/** 1e20 rather than twenty zeros. */
function plain(value: number): string {
  return value >= 1e7 ? value.toExponential().replace('e+', 'e') : String(value);
}
