import type { DocumentScenario, PresetInfo, StudyDocument, StudyState } from '../../core/contract.ts';
import type { Scenario, ScenarioFile } from '../../core/scenario.ts';
import type { Client } from '../client/client.ts';
import { withScenario } from './edits.ts';
import { shortened } from './labels.ts';
import { presetOf } from './presets.ts';
import { SaveQueue, type SaveStatus } from './saveQueue.ts';

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Where the backend says that another revision came in between. */
export function isConflict(error: unknown): boolean {
  return error instanceof Error && 'where' in error && error.where === 'base';
}

/** One open study: what is on screen, what is stored, and the edits on their way between the two. */
export class Session {
  readonly id: number;
  readonly #client: Client;
  readonly #presets: readonly PresetInfo[];
  readonly #queue: SaveQueue;
  /** The newest answer of the backend. */
  stored: StudyState;
  /** With every edit that was made, saved or not. */
  document: StudyDocument;
  /** A scenario under the slider: shown and computed, not yet an edit. */
  draft: { readonly id: string; readonly scenario: ScenarioFile } | null = $state.raw(null);
  status: SaveStatus = $state.raw({ kind: 'saved' });
  #lastLabel: string | null = $state(null);

  constructor(client: Client, presets: readonly PresetInfo[], opened: StudyState) {
    this.id = opened.id;
    this.#client = client;
    this.#presets = presets;
    this.stored = $state.raw(opened);
    this.document = $state.raw(opened.document);
    const id = opened.id;
    const save = (base: number, edit: { document: StudyDocument; label: string }): Promise<StudyState> =>
      client.call('study.save', { id, base, ...edit });
    const open = (): Promise<StudyState> => client.call('studies.open', { id });
    this.#queue = new SaveQueue(
      { save, open, isConflict, pause, report: (status, stored) => this.#report(status, stored) },
      opened.revision,
    );
  }

  /** The document as it is shown, with what is under the slider. */
  readonly shown: StudyDocument = $derived.by(() => {
    const { document, draft } = this;
    return draft === null ? document : withScenario(document, draft.id, draft.scenario);
  });

  readonly scenarios: readonly DocumentScenario[] = $derived(this.shown.scenarios.filter((s) => !s.binned));
  readonly bin: readonly DocumentScenario[] = $derived(this.shown.scenarios.filter((s) => s.binned));
  readonly unsaved: boolean = $derived(this.status.kind !== 'saved');
  readonly undoLabel: string | null = $derived.by(() => this.#lastLabel ?? this.stored.undo);
  readonly redoLabel: string | null = $derived.by(() => (this.#lastLabel === null ? this.stored.redo : null));

  find(id: string | null): DocumentScenario | undefined {
    return this.shown.scenarios.find((s) => s.id === id);
  }

  presetInfo(file: ScenarioFile): PresetInfo | null {
    return presetOf(file, this.#presets);
  }

  preset(file: ScenarioFile): Scenario | null {
    return this.presetInfo(file)?.scenario ?? null;
  }

  /** Makes an edit: on screen at once, saved as one revision. */
  edit(document: StudyDocument, label: string): void {
    this.draft = null;
    if (document === this.document) return;
    this.document = document;
    this.#lastLabel = shortened(label);
    this.#queue.push({ document, label: this.#lastLabel });
  }

  async undo(): Promise<void> {
    await this.#travel('study.undo');
  }

  async redo(): Promise<void> {
    await this.#travel('study.redo');
  }

  /** Everything that was edited is saved, or cannot be. */
  async settled(): Promise<void> {
    await this.#queue.settled();
  }

  async retry(): Promise<void> {
    await this.#queue.retry();
  }

  async takeStored(): Promise<void> {
    await this.#queue.takeStored();
  }

  async #travel(call: 'study.undo' | 'study.redo'): Promise<void> {
    this.draft = null;
    await this.#queue.settled();
    if (this.#queue.pending.length > 0) return;
    const stored = await this.#client.call(call, { id: this.id });
    this.#queue.moved(stored.revision);
    this.#report({ kind: 'saved' }, stored);
  }

  #report(status: SaveStatus, stored: StudyState | null): void {
    this.status = status;
    if (stored === null) return;
    this.stored = stored;
    if (this.#queue.pending.length > 0) return;
    this.document = stored.document;
    this.#lastLabel = null;
  }
}
