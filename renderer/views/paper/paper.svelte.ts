import type { ValidationRow } from '../../../core/contract.ts';
import type { App } from '../../app/app.svelte.ts';
import type { Figure } from '../figure.ts';

/** The published numbers beside what this program makes of them. */
export class PaperView {
  readonly #app: App;
  rows: readonly ValidationRow[] | null = $state.raw(null);
  problem: string | null = $state(null);
  #asked = false;

  constructor(app: App) {
    this.#app = app;
  }

  async load(): Promise<void> {
    if (this.#asked) return;
    this.#asked = true;
    this.problem = null;
    try {
      this.rows = await this.#app.client.call('app.validate', {});
    } catch (error) {
      this.#asked = false;
      this.problem = error instanceof Error ? error.message : String(error);
    }
  }

  readonly figure: Figure | null = $derived.by(() => {
    if (this.rows === null) return null;
    const columns = ['source', 'published', 'computed', 'kind', 'verdict', 'comment'];
    const rows = this.rows.map((row) => [row.source, row.published, row.computed, row.kind, row.verdict, row.comment]);
    return {
      title: 'Published numbers and computed ones',
      caption: [],
      plot: null,
      table: { caption: 'Published numbers and computed ones', columns, rows },
      stem: 'paper-view',
    };
  });
}
