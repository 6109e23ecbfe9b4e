import type { StudyDocument, StudyState, StudySummary } from '../../../core/contract.ts';
import { parseStudyFile } from '../../../core/study/file.ts';
import type { App } from '../app.ts';
import { copyOf, distinctName, documentOf } from '../documents.ts';
import { exportStudy } from '../exports.ts';
import type { Handlers } from '../handlers.ts';
import { resolved, stateOf } from '../resolved.ts';

/** The list of studies: making, opening, binning and carrying them in and out. */
export function studiesCalls(app: App): Handlers<'studies.'> {
  const { store, library, jobs, events } = app;

  const create = (document: StudyDocument, label: string): StudyState => {
    const taken = store.listStudies().map((study) => study.name);
    const named = { ...document, name: distinctName(document.name, taken) };
    const stored = store.documents.create(named, label);
    jobs.sync(stored.id, named);
    events.emit('studies', store.listStudies());
    return stateOf(stored, library);
  };

  const changed = (): readonly StudySummary[] => {
    const studies = store.listStudies();
    events.emit('studies', studies);
    return studies;
  };

  return {
    'studies.list': () => store.listStudies(),
    'studies.open': ({ id }) => {
      const stored = store.documents.load(id);
      jobs.sync(id, stored.document);
      return stateOf(stored, library);
    },
    'studies.create': ({ name, from }) => {
      // Constants of the paper's study also for an empty one: the presets are calibrated with them.
      const scenarios = from === 'paper' ? library.paperStudy.scenarios : [];
      const notes = from === 'paper' ? library.paperStudy.notes : '';
      return create(documentOf({ ...library.paperStudy, name, notes, scenarios }), 'New study');
    },
    'studies.import': ({ text, fileName }) => {
      const file = parseStudyFile(text);
      for (const [i, scenario] of file.scenarios.entries()) resolved(scenario, library, `scenarios[${i}]`);
      return create(documentOf(file), `Import ${fileName}`.slice(0, 120));
    },
    'studies.duplicate': ({ id }) => create(copyOf(store.documents.load(id).document), 'Duplicate'),
    'studies.bin': ({ id }) => {
      store.binStudy(id);
      jobs.drop(id);
      return changed();
    },
    'studies.restore': ({ id }) => {
      store.restoreStudy(id);
      return changed();
    },
    'studies.delete': ({ id }) => {
      store.deleteStudy(id);
      jobs.drop(id);
      return changed();
    },
    'studies.export': ({ id, format }) => exportStudy(app, store.documents.load(id).document, format),
  };
}
