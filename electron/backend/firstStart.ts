import type { App } from './app.ts';
import { documentOf } from './documents.ts';
import { massesOf } from '../../core/study/masses.ts';

/** Gives an empty store the paper's study, computed. */
export async function firstStart(app: App): Promise<void> {
  const { store, library, jobs } = app;
  if (store.readOnly === null && store.listStudies().length === 0) {
    const { id, document } = store.documents.create(documentOf(library.paperStudy), 'First start');
    jobs.sync(id, document);
    await jobs.idle();
  }
  warmUp(app);
}

/** The first answer of the preview process is its slowest: it is given before anybody asks. */
function warmUp({ library: { presets, paperStudy, constants }, preview }: App): void {
  const [preset] = presets;
  if (preset === undefined) return;
  const input = { scenario: preset.scenario, constants: constants('paper'), massesMeV: massesOf(paperStudy.masses) };
  // Nobody waits for this answer; a process that cannot be started shows at the first question of a person's.
  preview.ask('warm', 'reach', input).catch(() => undefined);
}
