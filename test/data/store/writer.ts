import { openStore } from '../../../data/store/open.ts';
import type { StudyDocument } from '../../../core/contract.ts';

/** Run as a process of its own: saves revisions and tells each one's name once the store has answered. */
const [folder = '', mode] = process.argv.slice(2);
const store = openStore({ folder });

const document = (n: number): StudyDocument => ({
  name: `revision ${String(n)}`,
  notes: 'x'.repeat(5000),
  constants: 'paper',
  masses: { minMeV: 5, maxMeV: 300, points: 60, spacing: 'log' },
  landscape: { gMinus2: 'ibe-2017', constraints: [] },
  baseline: null,
  scenarios: [],
});

let state = store.documents.create(document(0), 'New study');
process.send?.(state.document.name);

function next(n: number): void {
  state = store.documents.save(state.id, state.revision, document(n), 'Save');
  process.send?.(state.document.name);
  setImmediate(() => {
    next(n + 1);
  });
}
if (mode === 'forever') next(1);
else setInterval(() => undefined, 60_000); // hold the store until killed
