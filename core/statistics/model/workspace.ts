import * as z from 'zod';

/** A pyhf JSON workspace, schema 1.0.0 (https://scikit-hep.org/pyhf/schemas/1.0.0/workspace.json): data, parsed at the door. */

const numbers = z.array(z.number()).min(1);
const positive = z.number().refine((x) => x > 0, { error: 'allowed: above 0' });
const yields = z.array(z.number().refine((x) => x >= 0, { error: 'allowed: 0 or more events' })).min(1);
const name = z.string().min(1);

export const modifierSchema = z.discriminatedUnion('type', [
  z.strictObject({ name, type: z.literal('normfactor'), data: z.null() }),
  z.strictObject({ name, type: z.literal('normsys'), data: z.strictObject({ hi: positive, lo: positive }) }),
  z.strictObject({
    name,
    type: z.literal('histosys'),
    data: z.strictObject({ hi_data: numbers, lo_data: numbers }),
  }),
  z.strictObject({ name, type: z.literal('shapesys'), data: yields }),
  z.strictObject({ name, type: z.literal('staterror'), data: yields }),
  z.strictObject({ name, type: z.literal('shapefactor'), data: z.null() }),
  z.strictObject({ name: z.literal('lumi'), type: z.literal('lumi'), data: z.null() }),
]);

const sampleSchema = z.strictObject({ name, data: numbers, modifiers: z.array(modifierSchema) });

const parameterSchema = z.strictObject({
  name,
  inits: numbers.optional(),
  bounds: z
    .array(z.tuple([z.number(), z.number()]).refine(([low, high]) => low < high, { error: 'allowed: the lower first' }))
    .min(1)
    .optional(),
  auxdata: numbers.optional(),
  factors: z.array(positive).min(1).optional(),
  sigmas: z.array(positive).min(1).optional(),
  fixed: z.boolean().optional(),
});

const measurementSchema = z.strictObject({
  name,
  config: z.strictObject({ poi: name, parameters: z.array(parameterSchema) }),
});

export const workspaceSchema = z.strictObject({
  channels: z.array(z.strictObject({ name, samples: z.array(sampleSchema).min(1) })).min(1),
  measurements: z.array(measurementSchema).min(1),
  observations: z.array(z.strictObject({ name, data: yields })).min(1),
  version: z.literal('1.0.0'),
});

export type Workspace = z.infer<typeof workspaceSchema>;
export type Channel = Workspace['channels'][number];
export type Sample = Channel['samples'][number];
export type Modifier = z.infer<typeof modifierSchema>;
export type Measurement = Workspace['measurements'][number];
export type ParameterConfig = Measurement['config']['parameters'][number];
