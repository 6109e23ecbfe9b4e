import type { App } from '../../app/app.svelte.ts';
import { displayName } from '../../study/presets.ts';
import { literal } from '../../words/typeset.ts';
import { acceptanceOf, windowOf } from '../editor/shapes.ts';
import { Editing } from '../editor/editing.svelte.ts';
import type { Figure } from '../figure.ts';
import { acceptanceLegend, acceptanceModel, acceptanceTable } from './model.ts';

/** The selected scenario's acceptance at large. */
export class AcceptanceView {
  readonly #app: App;
  tableShown: boolean = $state(false);

  constructor(app: App) {
    this.#app = app;
  }

  readonly figure: Figure | null = $derived.by(() => {
    const { selected, info, theme } = this.#app;
    if (selected === undefined) return null;
    const editing = new Editing(this.#app, selected.id);
    const acceptance = acceptanceOf(editing);
    const name = literal(displayName(selected.scenario, info?.presets ?? []));
    return {
      title: `Acceptance: ${name}`,
      caption: ['Linear between the points, zero outside the table.'],
      plot: {
        model: acceptanceModel(acceptance, windowOf(editing), theme.dark),
        legend: acceptanceLegend(acceptance.signal, theme.dark),
      },
      table: acceptanceTable(acceptance, name),
      stem: 'acceptance-view',
    };
  });
}
