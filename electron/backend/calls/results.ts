import type { App } from '../app.ts';
import type { Handlers } from '../handlers.ts';
import { computableOf, storedReach } from '../resolved.ts';

/** Stored results, and the jobs that make them. */
export function resultsCalls({ store, library, book, jobs }: App): Handlers<'results.'> & Handlers<'jobs.'> {
  return {
    'results.get': ({ id }) => {
      const { document } = store.documents.load(id);
      jobs.sync(id, document);
      return computableOf(document, library).map((computable) => storedReach(computable, book));
    },
    'jobs.list': () => jobs.list(),
    'jobs.run': ({ id }) => {
      jobs.runAgain(id, store.documents.load(id).document);
      return jobs.list();
    },
    'jobs.cancel': ({ jobId }) => {
      jobs.cancel(jobId);
      return jobs.list();
    },
  };
}
