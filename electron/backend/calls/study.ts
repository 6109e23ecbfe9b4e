import type { StudyDocument, StudyState } from '../../../core/contract.ts';
import { InputError } from '../../../core/errors.ts';
import type { StoredDocument } from '../../../data/store/documents.ts';
import type { App } from '../app.ts';
import type { Handlers } from '../handlers.ts';
import { stateOf } from '../resolved.ts';

/** One study: every save is a revision; undo and redo move among them. */
export function studyCalls({ store, library, jobs, events }: App): Handlers<'study.'> {
  const changed = (stored: StoredDocument): StudyState => {
    jobs.sync(stored.id, stored.document);
    events.emit('studies', store.listStudies());
    return stateOf(stored, library);
  };

  return {
    'study.save': ({ id, base, document, label }) => {
      refuseRepeatedIds(document);
      return changed(store.documents.save(id, base, document, label));
    },
    'study.undo': ({ id }) => changed(store.documents.undo(id)),
    'study.redo': ({ id }) => changed(store.documents.redo(id)),
  };
}

function refuseRepeatedIds({ scenarios }: StudyDocument): void {
  const ids = scenarios.map(({ id }) => id);
  const at = ids.findIndex((id, i) => ids.indexOf(id) < i);
  if (at < 0) return;
  const where = `document.scenarios[${at}].id`;
  throw new InputError(`${where} is already the id of another scenario; allowed: an id of its own`, {
    where,
    value: ids[at],
  });
}
