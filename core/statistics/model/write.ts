import { workspaceSchema, type Channel, type Modifier, type Workspace } from './workspace.ts';

/** A systematic's effect on one sample: a factor at ±1σ, a shape at ±1σ, or an uncertainty of each bin alone. */
export type Effect =
  | { readonly kind: 'norm'; readonly name: string; readonly hi: number; readonly lo: number }
  | { readonly kind: 'shape'; readonly name: string; readonly hi: readonly number[]; readonly lo: readonly number[] }
  | { readonly kind: 'perBin'; readonly name: string; readonly uncertainty: readonly number[] };

export interface SampleDescription {
  readonly name: string;
  /** Expected events per bin; the signal's at strength 1. */
  readonly events: readonly number[];
  readonly effects: readonly Effect[];
}

/** One channel with a signal of strength μ = (g/gReference)², and its backgrounds. */
export interface ModelDescription {
  readonly channel: string;
  readonly signal: SampleDescription;
  readonly backgrounds: readonly SampleDescription[];
  readonly observed: readonly number[];
  /** The coupling at which the signal was computed. */
  readonly gReference: number;
}

/**
 * A pyhf workspace (schema 1.0.0). The schema has no room for metadata, so the name of the measurement says what the
 * parameter of interest means; `readReferenceCoupling` finds it there again.
 */
export function workspaceOf(description: ModelDescription): Workspace {
  const { channel, signal, backgrounds, observed, gReference } = description;
  const strength: Modifier = { name: 'mu', type: 'normfactor', data: null };
  return workspaceSchema.parse({
    channels: [{ name: channel, samples: [sampleOf(signal, [strength]), ...backgrounds.map((b) => sampleOf(b, []))] }],
    measurements: [{ name: `${prefix}${gReference})^2`, config: { poi: 'mu', parameters: [] } }],
    observations: [{ name: channel, data: [...observed] }],
    version: '1.0.0',
  });
}

const prefix = 'mu = (g / ';

/** The same as text, indented, with a final newline. */
export function writeWorkspace(description: ModelDescription): string {
  return `${JSON.stringify(workspaceOf(description), null, 2)}\n`;
}

/** g_ref of a measurement's name, or null where a workspace is not one of ours. */
export function readReferenceCoupling(measurement: string): number | null {
  const value = measurement.startsWith(prefix) ? Number.parseFloat(measurement.slice(prefix.length)) : NaN;
  return value > 0 ? value : null;
}

function sampleOf(
  { name, events, effects }: SampleDescription,
  first: readonly Modifier[],
): Channel['samples'][number] {
  return { name, data: [...events], modifiers: [...first, ...effects.map(modifierOf)] };
}

function modifierOf(effect: Effect): Modifier {
  const { kind, name } = effect;
  if (kind === 'norm') return { name, type: 'normsys', data: { hi: effect.hi, lo: effect.lo } };
  if (kind === 'shape') return { name, type: 'histosys', data: { hi_data: [...effect.hi], lo_data: [...effect.lo] } };
  return { name, type: 'shapesys', data: [...effect.uncertainty] };
}
