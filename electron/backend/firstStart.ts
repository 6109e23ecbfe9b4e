import type { App } from './app.ts';
import { documentOf } from './documents.ts';
import { massesOf } from '../../core/study/masses.ts';

/** Gives an empty store the paper's study, computed; and warms the preview process, whose first answer is its slowest. */
export async function firstStart({ store, library, jobs, preview }: App): Promise<void> {
  const { paperStudy, constants, presets } = library;
  const [preset] = presets;
  if (preset !== undefined) {
    const input = { scenario: preset.scenario, constants: constants('paper'), massesMeV: massesOf(paperStudy.masses) };
    // Nobody asked for this answer; a process that cannot be started shows at the first that somebody does.
    preview.ask('warm', 'reach', input).catch(() => undefined);
  }
  if (store.readOnly !== null || store.listStudies().length > 0) return;
  const { id, document } = store.documents.create(documentOf(paperStudy), 'First start');
  jobs.sync(id, document);
  await jobs.idle();
}
