import * as z from 'zod';
import type { JsonObject } from '../merge.ts';
import { isObject, type Json } from '../merge.ts';
import { scenarioSchema, studySchema } from '../scenario.ts';

/** The published JSON Schema (2020-12) of the study file: a scenario is complete, or a merge patch on a preset. */
export function studyJsonSchema(): JsonObject {
  const study = z.toJSONSchema(studySchema, { io: 'input' }) as JsonObject;
  const complete = z.toJSONSchema(scenarioSchema, { io: 'input' }) as JsonObject;
  const { $schema, ...scenario } = complete;
  const properties = study['properties'] as JsonObject;
  const scenarios = { ...(properties['scenarios'] as JsonObject), items: { anyOf: [scenario, patchOf(scenario)] } };
  return { $schema: $schema ?? '', title: 'Kaon Reach study', ...study, properties: { ...properties, scenarios } };
}

/** The schema of a merge patch: nothing but name and preset is required, and null deletes. */
function patchOf(scenario: JsonObject): JsonObject {
  const loose = optional(scenario) as JsonObject;
  const properties = { ...(loose['properties'] as JsonObject), preset: { type: 'string' } };
  return { ...loose, properties, required: ['name', 'preset'] };
}

function optional(schema: Json): Json {
  if (!isObject(schema) || !isObject(schema['properties'])) return schema;
  const entries = Object.entries(schema['properties']).map(([key, value]) => [key, nullable(optional(value))] as const);
  const { required, ...rest } = schema;
  return required === undefined && entries.length === 0 ? schema : { ...rest, properties: Object.fromEntries(entries) };
}

function nullable(schema: Json): Json {
  return { anyOf: [schema, { type: 'null' }] };
}
