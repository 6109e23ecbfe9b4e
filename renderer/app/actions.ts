/** What a person can do to the scenarios of the open study, each with the words that undo shows. */
import type { Landscape, PresetInfo } from '../../core/contract.ts';
import type { ScenarioFile } from '../../core/scenario.ts';
import { added, binned, deleted, freeName, movedBefore, movedBy, renamed, restored, shown } from '../study/edits.ts';
import { untypeset } from '../words/typeset.ts';
import type { App } from './app.svelte.ts';

export class Actions {
  readonly #app: App;

  constructor(app: App) {
    this.#app = app;
  }

  addFromPreset(preset: PresetInfo): void {
    const { session } = this.#app;
    if (session === null) return;
    const name = freeName(session.document, preset.label);
    this.#add({ name, preset: preset.id }, null, `Add “${name}”`);
  }

  duplicate(id: string | undefined): void {
    const { session } = this.#app;
    const original = session?.document.scenarios.find((s) => s.id === id);
    if (session === null || original === undefined) return;
    const name = freeName(session.document, original.scenario.name);
    this.#add({ ...original.scenario, name }, original.id, `Duplicate “${original.scenario.name}”`);
  }

  bin(id: string): void {
    const { session, messages } = this.#app;
    const name = this.#nameOf(id);
    if (session === null) return;
    session.edit(binned(session.document, id), `Move “${name}” to the bin`);
    messages.done(`“${name}” is in the bin.`, { label: 'Undo', run: () => this.#app.attempt(() => session.undo()) });
  }

  restore(id: string): void {
    const { session } = this.#app;
    if (session === null) return;
    session.edit(restored(session.document, id), `Restore “${this.#nameOf(id)}”`);
    this.#app.selectedId = id;
  }

  delete(id: string): void {
    const { session } = this.#app;
    session?.edit(deleted(session.document, id), `Delete “${this.#nameOf(id)}”`);
  }

  rename(id: string, name: string): void {
    const { session } = this.#app;
    const before = this.#nameOf(id);
    if (session === null || name === before) return;
    session.edit(renamed(session.document, id, name), `Rename “${before}” to “${name}”`);
  }

  show(id: string, visible: boolean): void {
    const { session } = this.#app;
    session?.edit(shown(session.document, id, visible), `${visible ? 'Show' : 'Hide'} “${this.#nameOf(id)}”`);
  }

  move(id: string, step: -1 | 1): void {
    const { session } = this.#app;
    session?.edit(movedBy(session.document, id, step), `Move “${this.#nameOf(id)}” ${step < 0 ? 'up' : 'down'}`);
  }

  moveBefore(id: string, before: string | null): void {
    const { session } = this.#app;
    session?.edit(movedBefore(session.document, id, before), `Move “${this.#nameOf(id)}”`);
  }

  setBaseline(id: string | null): void {
    const { session } = this.#app;
    if (session === null) return;
    const label = id === null ? 'No baseline' : `Baseline “${this.#nameOf(id)}”`;
    session.edit({ ...session.document, baseline: id }, label);
  }

  chooseGMinus2(gMinus2: Landscape['gMinus2'], label: string): void {
    const { session } = this.#app;
    if (session === null || session.document.landscape.gMinus2 === gMinus2) return;
    session.edit(
      { ...session.document, landscape: { ...session.document.landscape, gMinus2 } },
      `g−2 input: ${untypeset(label)}`,
    );
  }

  #add(scenario: ScenarioFile, below: string | null, label: string): void {
    const { session } = this.#app;
    if (session === null) return;
    const id = crypto.randomUUID();
    session.edit(added(session.document, scenario, below, id), label);
    this.#app.selectedId = id;
  }

  #nameOf(id: string): string {
    return this.#app.session?.document.scenarios.find((s) => s.id === id)?.scenario.name ?? '';
  }
}
