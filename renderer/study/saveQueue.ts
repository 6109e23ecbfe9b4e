/** Saves a study's edits one after another, each as one revision, and loses none of them. */
import type { StudyDocument, StudyState } from '../../core/contract.ts';
import { ConnectionLost } from '../client/transport.ts';
import { same } from './patch.ts';

export interface Edit {
  readonly document: StudyDocument;
  readonly label: string;
}

export type SaveStatus =
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving' }
  /** The connection is lost; tried again until it is back. */
  | { readonly kind: 'waiting' }
  /** Somebody else saved in between. */
  | { readonly kind: 'conflict' }
  /** The backend does not take it. */
  | { readonly kind: 'refused'; readonly why: string };

export interface SavePort {
  readonly save: (base: number, edit: Edit) => Promise<StudyState>;
  /** The study as it is stored now. */
  readonly open: () => Promise<StudyState>;
  readonly isConflict: (error: unknown) => boolean;
  readonly pause: (ms: number) => Promise<void>;
  /** The status changed, and perhaps the stored state. */
  readonly report: (status: SaveStatus, stored: StudyState | null) => void;
}

export class SaveQueue {
  readonly #port: SavePort;
  #base: number;
  #edits: Edit[] = [];
  #running: Promise<void> | null = null;
  #stopped = false;

  constructor(port: SavePort, base: number) {
    this.#port = port;
    this.#base = base;
  }

  get pending(): readonly Edit[] {
    return this.#edits;
  }

  push(edit: Edit): void {
    this.#edits.push(edit);
    if (!this.#stopped) this.#start();
  }

  /** Resolves when nothing is being saved; edits that cannot be saved remain pending. */
  async settled(): Promise<void> {
    while (this.#running !== null) await this.#running;
  }

  /** Tries again what was refused, or saves over what somebody else saved in between. */
  async retry(): Promise<void> {
    if (this.#stopped) this.#base = (await this.#port.open()).revision;
    this.#start();
  }

  /** Gives the unsaved edits up for what is stored. */
  async takeStored(): Promise<void> {
    const stored = await this.#port.open();
    this.#edits = [];
    this.#adopt(stored);
  }

  /** The stored state moved on by an undo or redo. */
  moved(revision: number): void {
    this.#base = revision;
  }

  #start(): void {
    this.#stopped = false;
    this.#running ??= this.#work().finally(() => {
      this.#running = null;
    });
  }

  async #work(): Promise<void> {
    for (let edit = this.#edits[0]; edit !== undefined && !this.#stopped; edit = this.#edits[0]) {
      this.#port.report({ kind: 'saving' }, null);
      try {
        const stored = await this.#port.save(this.#base, edit);
        this.#edits.shift();
        this.#adopt(stored);
      } catch (error) {
        await this.#failed(error, edit);
      }
    }
  }

  async #failed(error: unknown, edit: Edit): Promise<void> {
    if (error instanceof ConnectionLost) {
      this.#port.report({ kind: 'waiting' }, null);
      await this.#port.pause(500);
    } else if (this.#port.isConflict(error)) {
      await this.#compare(edit);
    } else {
      this.#stopped = true;
      this.#port.report({ kind: 'refused', why: error instanceof Error ? error.message : String(error) }, null);
    }
  }

  /** An answer that was lost with the connection looks like a conflict with ourselves: then the edit is saved already. */
  async #compare(edit: Edit): Promise<void> {
    const stored = await this.#port.open().catch(() => null);
    if (stored === null) {
      await this.#port.pause(500);
    } else if (same(stored.document, edit.document)) {
      this.#edits.shift();
      this.#adopt(stored);
    } else {
      this.#stopped = true;
      this.#port.report({ kind: 'conflict' }, null);
    }
  }

  #adopt(stored: StudyState): void {
    this.#base = stored.revision;
    this.#stopped = false;
    this.#port.report(this.#edits.length === 0 ? { kind: 'saved' } : { kind: 'saving' }, stored);
  }
}
