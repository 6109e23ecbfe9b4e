import * as z from 'zod';
import { fields, type FieldPath } from './fields.ts';

export { allowedRange, fields, type Field, type FieldPath } from './fields.ts';

/** A number within the field's range; the message names the field, the allowed range and the unit. */
function quantity(path: FieldPath): z.ZodNumber {
  const field: (typeof fields)[FieldPath] = fields[path];
  const bounded = z.number().min(field.min).max(field.max);
  return 'integer' in field ? bounded.int() : bounded;
}

/** Text of a person's: any script, no control characters, no bidirectional overrides. */
const text = (max: number): z.ZodString =>
  z
    .string()
    .max(max)
    .regex(/^[^\p{Cc}\u202a-\u202e\u2066-\u2069]*$/u, 'must not contain control characters');
const notes = z.string().max(20_000);
export const nameSchema = text(120).trim().min(1, 'must not be empty');

const bosonSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('vector') }),
  z.strictObject({ kind: z.literal('scalar'), invisibleFraction: quantity('boson.invisibleFraction').default(1) }),
]);

const exposureSchema = z.strictObject({ stoppedKaons: quantity('exposure.stoppedKaons') });

const beamSchema = z.strictObject({ kind: z.literal('stopped') });

const acceptancePointSchema = z
  .strictObject({
    pMeV: quantity('acceptance.points[].pMeV'),
    low: quantity('acceptance.points[].low'),
    central: quantity('acceptance.points[].central'),
    high: quantity('acceptance.points[].high'),
  })
  .refine((p) => p.low <= p.central && p.central <= p.high, {
    error: 'the band crosses; allowed: low ≤ central ≤ high',
  });

/** Signal acceptance against true muon momentum; linear between points, zero outside the table. */
const acceptanceSchema = z.strictObject({
  points: z
    .array(acceptancePointSchema)
    .min(2)
    .max(1000)
    .refine((p) => ascending(p.map((q) => q.pMeV)), { error: 'pMeV must ascend from row to row, without repeats' }),
  signal: z.enum(['low', 'central', 'high']),
});

const resolutionSchema = z.strictObject({ sigmaMeV: quantity('resolution.sigmaMeV') });

function lossTable(
  which: 'reducible' | 'floor',
): z.ZodArray<z.ZodObject<{ energyMeV: z.ZodNumber; value: z.ZodNumber }, z.core.$strict>> {
  return z
    .array(
      z.strictObject({
        energyMeV: quantity(`photonVeto.${which}[].energyMeV`),
        value: quantity(`photonVeto.${which}[].value`),
      }),
    )
    .max(200)
    .refine((p) => ascending(p.map((q) => q.energyMeV)), {
      error: 'energyMeV must ascend from row to row, without repeats',
    });
}

const photonVetoSchema = z.strictObject({
  reducible: lossTable('reducible').min(1),
  scale: quantity('photonVeto.scale').default(1),
  floor: lossTable('floor').default([]),
  accidentalLoss: quantity('photonVeto.accidentalLoss').default(0),
});

const backgroundId = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,31}$/i, 'must be letters, digits and hyphens, at most 32, a letter first');

const radiativeSchema = z.strictObject({
  id: backgroundId,
  kind: z.literal('radiative'),
  scale: quantity('backgrounds[].scale').default(1),
  terms: z.enum(['all', 'innerBremsstrahlung']).default('all'),
  normalisation: z.enum(['calculated', 'paper']).default('calculated'),
  minPhotonMeV: quantity('backgrounds[].minPhotonMeV').default(10),
});

const backgroundsSchema = z
  .array(z.discriminatedUnion('kind', [radiativeSchema]))
  .max(50)
  .refine((list) => new Set(list.map((b) => b.id)).size === list.length, {
    error: 'each background needs an id of its own',
  });

const windowSchema = z
  .strictObject({
    minMeV: quantity('window.minMeV'),
    maxMeV: quantity('window.maxMeV'),
    bins: quantity('window.bins').default(1),
  })
  .refine((w) => w.maxMeV >= w.minMeV + 0.1, {
    path: ['maxMeV'],
    error: 'allowed: maxMeV at least 0.1 MeV/c above minMeV',
  });

const observedSchema = z.strictObject({ counts: z.array(quantity('observed.counts[]')).min(1), source: text(500) });

/** Which statistics each method knows; any other pair is bad input. */
export const statisticsOf = {
  conservative: ['paper', 'cls', 'classical'],
  counting: ['cls'],
} as const;

const analysisSchema = z
  .strictObject({
    method: z.enum(['conservative', 'counting']),
    statistic: z.enum(['paper', 'cls', 'classical']),
    confidenceLevel: quantity('analysis.confidenceLevel').default(0.95),
    calculator: z.literal('exact').default('exact'),
    bands: z.enum(['exact', 'toys']).default('exact'),
    toys: quantity('analysis.toys').default(10_000),
    seed: quantity('analysis.seed').default(1),
  })
  .refine((a) => (statisticsOf[a.method] as readonly string[]).includes(a.statistic), {
    path: ['statistic'],
    error: 'allowed: conservative with paper, cls or classical; counting with cls',
  });

/** A complete scenario, free of presets: what is computed, hashed and exported. */
export const scenarioSchema = z
  .strictObject({
    name: nameSchema,
    notes: notes.optional(),
    boson: bosonSchema,
    exposure: exposureSchema,
    beam: beamSchema,
    acceptance: acceptanceSchema,
    resolution: resolutionSchema,
    photonVeto: photonVetoSchema,
    backgrounds: backgroundsSchema,
    window: windowSchema,
    observed: observedSchema.optional(),
    analysis: analysisSchema,
  })
  .refine((s) => s.observed === undefined || s.observed.counts.length === s.window.bins, {
    path: ['observed', 'counts'],
    error: 'one number per bin of the window',
  });

/** A scenario as it stands in a file: complete, or a JSON Merge Patch on a preset. Checked in full once it is resolved. */
export const scenarioFileSchema = z.looseObject({ name: nameSchema, preset: z.string().max(80).optional() });

export const massGridSchema = z
  .strictObject({
    minMeV: quantity('masses.minMeV'),
    maxMeV: quantity('masses.maxMeV'),
    points: quantity('masses.points'),
    spacing: z.enum(['log', 'linear']),
  })
  .refine((m) => m.maxMeV > m.minMeV, {
    path: ['maxMeV'],
    error: 'the mass grid is empty; allowed: maxMeV above minMeV',
  });

/** The (g−2)_μ inputs that a study may name; data/reference has their numbers. */
export const gMinus2Ids = ['ibe-2017', 'wp2020-fnal2021', 'wp2020-fnal2023', 'wp2025-final'] as const;

/** Which (g−2)_μ input and which existing constraints are drawn. */
export const landscapeSchema = z.strictObject({
  gMinus2: z.enum(gMinus2Ids),
  constraints: z.array(z.string().max(40)).max(100),
});

export const constantsSetSchema = z.enum(['paper', 'today']);

/** A study file. */
export const studySchema = z.strictObject({
  format: z.literal('kaon-reach/study'),
  version: z.literal(1),
  name: nameSchema,
  notes: notes.default(''),
  constants: constantsSetSchema,
  masses: massGridSchema,
  landscape: landscapeSchema,
  scenarios: z.array(scenarioFileSchema).max(200),
});

export type Scenario = z.infer<typeof scenarioSchema>;
export type ScenarioFile = z.infer<typeof scenarioFileSchema>;
export type StudyFile = z.infer<typeof studySchema>;
export type MassGrid = z.infer<typeof massGridSchema>;
export type Landscape = z.infer<typeof landscapeSchema>;
export type ConstantsSet = z.infer<typeof constantsSetSchema>;
export type Boson = Scenario['boson'];
export type Acceptance = Scenario['acceptance'];
export type PhotonVeto = Scenario['photonVeto'];
export type Background = Scenario['backgrounds'][number];
export type Window = Scenario['window'];
export type Analysis = Scenario['analysis'];

function ascending(values: readonly number[]): boolean {
  return values.every((value, i) => i === 0 || value > (values[i - 1] ?? value));
}
