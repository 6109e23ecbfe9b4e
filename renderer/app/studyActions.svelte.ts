/** What a person can do to whole studies. */
import type { ConstantsSet, MassGrid } from '../../core/contract.ts';
import type { ErrorData } from '../../core/errors.ts';
import { same } from '../study/patch.ts';
import { printExact } from '../words/print.ts';
import type { App } from './app.svelte.ts';
import { chooseFile, download } from './files.ts';

export class StudyActions {
  readonly #app: App;
  /** Why a study file was not taken. */
  importProblem: (ErrorData & { readonly fileName: string }) | null = $state.raw(null);

  constructor(app: App) {
    this.#app = app;
  }

  async create(name: string, from: 'empty' | 'paper'): Promise<void> {
    await this.#leave();
    this.#app.use(await this.#app.client.call('studies.create', { name, from }));
  }

  async open(id: number): Promise<void> {
    await this.#leave();
    await this.#app.open(id);
  }

  async chooseAndImport(): Promise<void> {
    const file = await chooseFile('.json,application/json');
    if (file !== null) await this.import(file.name, await file.text());
  }

  async import(fileName: string, text: string): Promise<void> {
    await this.#leave();
    try {
      this.#app.use(await this.#app.client.call('studies.import', { text, fileName: fileName.slice(0, 255) }));
      this.#app.messages.done(`“${fileName}” is open as a study of its own.`);
    } catch (error) {
      this.importProblem = { ...described(error), fileName };
    }
  }

  async export(format: 'study' | 'csv'): Promise<void> {
    const { session } = this.#app;
    if (session === null) return;
    await session.settled();
    const file = await this.#app.client.call('studies.export', { id: session.id, format });
    download(file.fileName, new Blob([file.text], { type: file.mediaType }));
  }

  rename(name: string): void {
    const { session } = this.#app;
    if (session === null || name === session.document.name) return;
    session.edit({ ...session.document, name }, `Rename the study to “${name}”`);
  }

  setMasses(masses: MassGrid): void {
    const { session } = this.#app;
    if (session === null || same(session.document.masses, masses)) return;
    const { minMeV, maxMeV, points } = masses;
    session.edit(
      { ...session.document, masses },
      `Masses ${printExact(minMeV)} to ${printExact(maxMeV)} MeV, ${points} points`,
    );
  }

  setConstants(constants: ConstantsSet): void {
    const { session } = this.#app;
    if (session === null || constants === session.document.constants) return;
    session.edit({ ...session.document, constants }, `Constants ${session.document.constants} → ${constants}`);
  }

  async duplicate(): Promise<void> {
    const { session } = this.#app;
    if (session === null) return;
    await session.settled();
    this.#app.use(await this.#app.client.call('studies.duplicate', { id: session.id }));
  }

  /** Moves the open study to the bin and shows another one. */
  async bin(): Promise<void> {
    const { session, client } = this.#app;
    if (session === null) return;
    await session.settled();
    const { name } = session.document;
    this.#app.studies = await client.call('studies.bin', { id: session.id });
    this.#app.close();
    await this.#app.openAny();
    this.#app.messages.done(`The study “${name}” is in the bin.`, {
      label: 'Restore',
      run: () => this.#app.attempt(() => this.restore(session.id)),
    });
  }

  async restore(id: number): Promise<void> {
    this.#app.studies = await this.#app.client.call('studies.restore', { id });
    await this.open(id);
  }

  async delete(id: number): Promise<void> {
    this.#app.studies = await this.#app.client.call('studies.delete', { id });
  }

  /** Before another study comes on screen, the edits of this one are saved. */
  async #leave(): Promise<void> {
    const { session } = this.#app;
    await session?.settled();
    if (session?.unsaved === true)
      throw new Error('The open study has edits that are not saved yet. Save or discard them first.');
  }
}

function described(error: unknown): ErrorData {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error) };
  const { where, value, allowed } = error as Partial<ErrorData>;
  return { name: error.name, message: error.message, where, value, allowed };
}
