import type { DocumentScenario, PresetInfo, ReachResult } from '../../../core/contract.ts';
import type { Json } from '../../../core/merge.ts';
import type { ScenarioFile } from '../../../core/scenario.ts';
import type { App } from '../../app/app.svelte.ts';
import { withScenario } from '../../study/edits.ts';
import { changeLabel, fieldName } from '../../study/labels.ts';
import { complete, differsAt, effectiveAt, problemsOf, same, withField, withoutField } from '../../study/patch.ts';
import { valueAt } from '../../../core/merge.ts';
import { inWords } from './problems.ts';

/** The editor of one scenario: every change is checked whole before it counts, so the last good state stays. */
export class Editing {
  readonly #app: App;
  readonly id: string;

  constructor(app: App, id: string) {
    this.#app = app;
    this.id = id;
  }

  readonly target: DocumentScenario | undefined = $derived.by(() => this.#app.session?.find(this.id));
  readonly file: ScenarioFile = $derived(this.target?.scenario ?? { name: '' });
  readonly presetInfo: PresetInfo | null = $derived.by(() => this.#app.session?.presetInfo(this.file) ?? null);
  /** The newest result, perhaps of the value before the last. */
  readonly result: ReachResult | null = $derived.by(() => this.#app.reaches.get(this.id)?.result ?? null);
  readonly failure: string | null = $derived.by(() => this.#app.reaches.get(this.id)?.error ?? null);

  value(path: string): Json | undefined {
    return effectiveAt(this.file, this.#preset, path);
  }

  number(path: string): number {
    const value = this.value(path);
    return typeof value === 'number' ? value : Number.NaN;
  }

  reference(path: string): Json | undefined {
    return this.#preset === null ? undefined : valueAt(complete({ name: '' }, this.#preset), path);
  }

  referenceNumber(path: string): number | undefined {
    const value = this.reference(path);
    return typeof value === 'number' ? value : undefined;
  }

  differs(path: string): boolean {
    return this.#preset !== null && differsAt(this.file, path);
  }

  /** Under the slider: shown and computed, not yet an edit. What is not allowed is not shown either. */
  drag(path: string, value: Json): void {
    const { session } = this.#app;
    const scenario = withField(this.#committed, this.#preset, path, value);
    if (session !== null && problemsOf(scenario, this.#preset).length === 0) session.draft = { id: this.id, scenario };
  }

  /** Makes the edit, or says why it cannot be. */
  set(path: string, value: Json): string | null {
    const { session } = this.#app;
    if (session === null) return null;
    session.draft = null;
    const before = effectiveAt(this.#committed, this.#preset, path);
    if (same(before, value)) return null;
    const scenario = withField(this.#committed, this.#preset, path, value);
    const problem = problemsOf(scenario, this.#preset)[0];
    if (problem !== undefined) return inWords(problem);
    session.edit(withScenario(session.document, this.id, scenario), changeLabel(path, before, value));
    return null;
  }

  /** Several values that only make sense together, as one edit. */
  setMany(values: Readonly<Record<string, Json>>, label: string): string | null {
    const { session } = this.#app;
    if (session === null) return null;
    const scenario = Object.entries(values).reduce(
      (file, [path, value]) => withField(file, this.#preset, path, value),
      this.#committed,
    );
    const problem = problemsOf(scenario, this.#preset)[0];
    if (problem !== undefined) return inWords(problem);
    session.edit(withScenario(session.document, this.id, scenario), label);
    return null;
  }

  reset(path: string): void {
    const { session } = this.#app;
    if (session === null) return;
    const scenario = withoutField(this.#committed, path);
    const problem = problemsOf(scenario, this.#preset)[0];
    if (problem !== undefined)
      this.#app.messages.problem(new Error(`${fieldName(path)} cannot be reset alone. ${inWords(problem)}`));
    else session.edit(withScenario(session.document, this.id, scenario), `Reset ${fieldName(path)}`);
  }

  /** Takes a value away altogether, also the preset's. */
  clear(path: string, label: string): void {
    const { session } = this.#app;
    if (session === null) return;
    const inherited = this.reference(path) !== undefined;
    const scenario = inherited ? { ...this.#committed, [path]: null } : withoutField(this.#committed, path);
    session.edit(withScenario(session.document, this.id, scenario), label);
  }

  readonly #preset = $derived(this.presetInfo?.scenario ?? null);

  get #committed(): ScenarioFile {
    return this.#app.session?.document.scenarios.find((s) => s.id === this.id)?.scenario ?? this.file;
  }
}
