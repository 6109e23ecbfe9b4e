/**
 * Every call and event between the window (or any client) and the backend, declared once.
 * Inputs are parsed with these schemas at the backend's door; outputs are made by the backend and only typed.
 */
import * as z from 'zod';
import type { ErrorData } from './errors.ts';
import { constantsSetSchema, landscapeSchema, massGridSchema, nameSchema, scenarioFileSchema } from './scenario.ts';
import type { ConstantsSet, Landscape, MassGrid, Scenario, ScenarioFile } from './scenario.ts';
import type { GMinus2Band, ReachPoint, ScenarioEvents, Spectrum, ValidationRow } from './results.ts';

const id = z.int().min(1);
const massMeV = z.number().min(0.1).max(388);
const coupling = z.number().gt(0).max(10);

/** One scenario in the window: the file form and how it is shown. `binned` scenarios are in the bin, not in the study. */
export const documentScenarioSchema = z.strictObject({
  /** Stable for the scenario's life; chosen by the client for a new one (crypto.randomUUID()). */
  id: z.uuid(),
  /** Index into the palette of scenario colours. */
  colour: z.int().min(0).max(31),
  visible: z.boolean(),
  binned: z.boolean(),
  scenario: scenarioFileSchema,
});

/** A study as the window edits it; one saved document is one revision. */
export const documentSchema = z.strictObject({
  name: nameSchema,
  notes: z.string().max(20_000),
  constants: constantsSetSchema,
  masses: massGridSchema,
  landscape: landscapeSchema,
  /** id of the scenario with which the others are compared. */
  baseline: z.uuid().nullable(),
  scenarios: z.array(documentScenarioSchema).max(200),
});

export type DocumentScenario = z.infer<typeof documentScenarioSchema>;
export type StudyDocument = z.infer<typeof documentSchema>;

export interface StudySummary {
  readonly id: number;
  readonly name: string;
  readonly scenarioCount: number;
  /** ISO 8601, UTC. */
  readonly modifiedAt: string;
  /** When it was moved to the bin; null for a study in use. */
  readonly binnedAt: string | null;
}

/** What a scenario of a document means once its preset is filled in, or why it means nothing. */
export interface ResolvedScenario {
  readonly id: string;
  readonly scenario: Scenario | null;
  /** The preset without the patch, for “differs from the preset”; null without preset. */
  readonly preset: Scenario | null;
  readonly presetInfo: PresetInfo | null;
  readonly notices: readonly string[];
  readonly errors: readonly ErrorData[];
}

export interface StudyState {
  readonly id: number;
  readonly revision: number;
  readonly document: StudyDocument;
  readonly resolved: readonly ResolvedScenario[];
  /** What undo and redo would do, in words; null when there is nothing. */
  readonly undo: string | null;
  readonly redo: string | null;
}

export interface PresetInfo {
  /** With its version: `e949@1`. */
  readonly id: string;
  readonly label: string;
  readonly summary: string;
  /** True when numbers were calibrated, not measured or published: said wherever the preset is shown. */
  readonly calibrated: boolean;
  /** How well its numbers are known, in one sentence. */
  readonly uncertainty: string;
  /** Source of every number by path, in words. */
  readonly sources: Readonly<Record<string, string>>;
  readonly scenario: Scenario;
}

export interface GMinus2Input {
  readonly id: Landscape['gMinus2'];
  readonly label: string;
  /** a_μ(exp) − a_μ(SM) and its standard deviation, in units of 1. */
  readonly value: number;
  readonly uncertainty: number;
  readonly source: string;
}

export interface AppInfo {
  readonly version: string;
  readonly coreVersion: string;
  readonly host: 'electron' | 'web' | 'cli';
  /** Why nothing can be saved, or null when it can. */
  readonly readOnly: string | null;
  readonly presets: readonly PresetInfo[];
  readonly gMinus2Inputs: readonly GMinus2Input[];
}

/** The reach of one scenario over the mass grid, with what the editor says beside the numbers. */
export interface ReachResult {
  readonly scenario: Scenario;
  readonly notices: readonly string[];
  readonly events: ScenarioEvents;
  readonly points: readonly ReachPoint[];
  readonly warnings: readonly string[];
}

/** Stored reach of a scenario of an open study; null while it has not been computed. */
export interface StoredReach {
  readonly scenarioId: string;
  readonly result: ReachResult | null;
  readonly provenance: Provenance | null;
}

export interface Provenance {
  readonly coreVersion: string;
  readonly constants: ConstantsSet;
  readonly seed: number;
  readonly toyBlockSize: number;
}

export interface Readout {
  readonly massMeV: number;
  readonly coupling: number;
  /** Branching ratio of K⁺ → μ⁺ ν X at this coupling, production only. */
  readonly branchingRatio: number;
  readonly scenarios: readonly {
    readonly id: string;
    /** Signal events in the window; null where the scenario has no sensitivity. */
    readonly signalEvents: number | null;
    /** Whether the expected (asimov) limit lies below this coupling. */
    readonly excludesExpected: boolean;
    /** The expected (asimov) limit at this mass. */
    readonly limit: number | null;
  }[];
}

export interface JobState {
  readonly id: number;
  readonly studyId: number;
  readonly scenarioId: string;
  /** In words: `Toys for “10 × N_K”`. */
  readonly title: string;
  readonly state: 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
  /** 0 to 1. */
  readonly progress: number;
  readonly error: ErrorData | null;
}

/** A file that the client lets the person save; the backend never takes a path from a client. */
export interface FileDownload {
  readonly fileName: string;
  readonly mediaType: string;
  readonly text: string;
}

/** A newer question of the same kind arrived first, so this one was not computed. */
export interface Superseded {
  readonly superseded: true;
}

const empty = z.strictObject({});
const byId = z.strictObject({ id });
const scenarioInput = { scenario: scenarioFileSchema, constants: constantsSetSchema };

/** One call: the schema of its input, and the type of what it answers. */
interface Call<Input extends z.ZodType, Output> {
  readonly input: Input;
  readonly output?: Output;
}

function returns<Output>() {
  return <Input extends z.ZodType>(input: Input): Call<Input, Output> => ({ input });
}

export const calls = {
  'app.info': returns<AppInfo>()(empty),
  'app.validate': returns<readonly ValidationRow[]>()(empty),

  'studies.list': returns<readonly StudySummary[]>()(empty),
  'studies.open': returns<StudyState>()(byId),
  'studies.create': returns<StudyState>()(z.strictObject({ name: nameSchema, from: z.enum(['empty', 'paper']) })),
  /** Text of a study file; refused as a whole, with the place, when anything in it is wrong. */
  'studies.import': returns<StudyState>()(
    z.strictObject({ text: z.string().max(20_000_000), fileName: z.string().max(255) }),
  ),
  'studies.duplicate': returns<StudyState>()(byId),
  'studies.bin': returns<readonly StudySummary[]>()(byId),
  'studies.restore': returns<readonly StudySummary[]>()(byId),
  /** For good; only a study that is in the bin. */
  'studies.delete': returns<readonly StudySummary[]>()(byId),
  'studies.export': returns<FileDownload>()(z.strictObject({ id, format: z.enum(['study', 'csv', 'results']) })),

  /** Saves a new revision. `base` is the revision that was edited; another one in between is an error, never overwritten. */
  'study.save': returns<StudyState>()(
    z.strictObject({ id, base: id, document: documentSchema, label: z.string().min(1).max(120) }),
  ),
  'study.undo': returns<StudyState>()(byId),
  'study.redo': returns<StudyState>()(byId),

  /** Exact bands at once, whatever the scenario asks for; per `slot` the latest wins. */
  'preview.reach': returns<ReachResult | Superseded>()(
    z.strictObject({ ...scenarioInput, slot: z.string().max(40), masses: massGridSchema }),
  ),
  'preview.spectrum': returns<Spectrum | Superseded>()(
    z.strictObject({ ...scenarioInput, massMeV, coupling, binMeV: z.number().min(0.5).max(50) }),
  ),
  'preview.readout': returns<Readout | Superseded>()(
    z.strictObject({
      massMeV,
      coupling,
      constants: constantsSetSchema,
      boson: z.enum(['vector', 'scalar']),
      scenarios: z.array(z.strictObject({ id: z.uuid(), scenario: scenarioFileSchema })).max(200),
    }),
  ),
  'preview.gMinus2': returns<GMinus2Band | Superseded>()(
    z.strictObject({
      input: z.string().max(40),
      boson: z.enum(['vector', 'scalar']),
      constants: constantsSetSchema,
      masses: massGridSchema,
    }),
  ),

  /** Stored results of the study's scenarios; whatever is missing is queued. */
  'results.get': returns<readonly StoredReach[]>()(byId),
  'jobs.list': returns<readonly JobState[]>()(empty),
  /** Queues again what is not computed, for instance after a cancel. */
  'jobs.run': returns<readonly JobState[]>()(byId),
  'jobs.cancel': returns<readonly JobState[]>()(z.strictObject({ jobId: id })),
} as const;

export type CallName = keyof typeof calls;
export type CallInput<Name extends CallName> = z.input<(typeof calls)[Name]['input']>;
/** An input after it was parsed: defaults filled in, texts trimmed. */
export type ParsedInput<Name extends CallName> = z.output<(typeof calls)[Name]['input']>;
export type CallOutput<Name extends CallName> = NonNullable<(typeof calls)[Name]['output']>;

export interface Events {
  /** A job was queued, moved on, or ended. */
  readonly job: JobState;
  /** A scenario's stored result is new. */
  readonly result: { readonly studyId: number; readonly reach: StoredReach };
  /** The list of studies changed (name, bin, new study). */
  readonly studies: readonly StudySummary[];
}
export type EventName = keyof Events;

/** What travels over IPC and WebSocket as the answer to a call. */
export type CallReply<Name extends CallName = CallName> =
  { readonly ok: true; readonly value: CallOutput<Name> } | { readonly ok: false; readonly error: ErrorData };

export type { ConstantsSet, Landscape, MassGrid, Scenario, ScenarioFile };
export type { GMinus2Band, ReachPoint, ScenarioEvents, Spectrum, ValidationRow } from './results.ts';
