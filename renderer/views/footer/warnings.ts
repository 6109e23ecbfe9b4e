import type { App } from '../../app/app.svelte.ts';

export interface Warning {
  readonly scenario: string;
  readonly text: string;
}

/** What a referee would ask about the scenarios on screen. */
export function warningsIn(app: App): Warning[] {
  const shown = app.selected === undefined || app.selected.visible ? app.visible : [...app.visible, app.selected];
  return shown.flatMap(({ id, scenario }) =>
    (app.reaches.get(id)?.result?.warnings ?? []).map((text) => ({ scenario: scenario.name, text })),
  );
}
