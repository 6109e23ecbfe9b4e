import { availableParallelism } from 'node:os';
import type { AppInfo, CallReply, EventName, Events } from '../../core/contract.ts';
import type { ErrorData } from '../../core/errors.ts';
import type { Store } from '../../data/store/store.ts';
import type { App } from './app.ts';
import { appCalls } from './calls/app.ts';
import { previewCalls } from './calls/previews.ts';
import { resultsCalls } from './calls/results.ts';
import { studiesCalls } from './calls/studies.ts';
import { studyCalls } from './calls/study.ts';
import { dispatcher } from './dispatch.ts';
import { Emitter } from './emitter.ts';
import { firstStart } from './firstStart.ts';
import { JobList, unwrittenJobs } from './jobList.ts';
import { Jobs } from './jobs.ts';
import { shippedLibrary, type Library } from './library.ts';
import { MemoryResults } from './memoryResults.ts';
import { OneOffTasks } from './oneOff.ts';
import { WorkerPool } from './pool.ts';
import { PreviewWorker } from './preview.ts';
import { ReachQueue } from './reachQueue.ts';
import { ResultBook } from './resultBook.ts';
import type { WorkerLauncher } from './worker.ts';

export interface BackendOptions {
  /** The backend's own from now on: closed with it. */
  readonly store: Store;
  readonly launcher: WorkerLauncher;
  readonly host: AppInfo['host'];
  /** Of the program. */
  readonly version: string;
  /** Compute processes for jobs; all cores but one, unless told. */
  readonly workers?: number | undefined;
  readonly library?: Library;
}

/** The application without its host: whoever shows it makes calls and listens to events. */
export interface Backend {
  /** Why nothing can be saved, or null. */
  readonly readOnly: string | null;
  /** To be awaited before the first window: a first start computes the paper's study. */
  start(): Promise<void>;
  /** Answers a call from outside; never throws. `client` tells windows apart. */
  call(name: unknown, input: unknown, client?: string): Promise<CallReply>;
  on<Name extends EventName>(event: Name, listener: (data: Events[Name]) => void): () => void;
  /** Ends all compute processes and closes the store. */
  close(): void;
}

const left: ErrorData = { name: 'CancelledError', message: 'Kaon Reach ended before this was computed.' };

export function createBackend(options: BackendOptions): Backend {
  const { store, launcher, host, version, library = shippedLibrary } = options;
  const { workers = Math.max(1, availableParallelism() - 1) } = options;
  const writable = store.readOnly === null;
  if (writable) store.jobs.cancelUnfinished(left);

  const events = new Emitter();
  const pool = new WorkerPool(launcher, workers);
  const tasks = new OneOffTasks(pool);
  const book = new ResultBook(writable ? store.results : new MemoryResults(store.results));
  const list = new JobList(writable ? store.jobs : unwrittenJobs(), events, writable ? store.jobs.recent(50) : []);
  const jobs = new Jobs({ library, book, queue: new ReachQueue(pool, book), list, events });
  const preview = new PreviewWorker(launcher);
  const app: App = { host, version, library, store, book, jobs, preview, tasks, events };

  return {
    readOnly: store.readOnly,
    start: () => firstStart(app),
    call: dispatcher({
      ...appCalls(app),
      ...studiesCalls(app),
      ...studyCalls(app),
      ...previewCalls(app),
      ...resultsCalls(app),
    }),
    on: (event, listener) => events.on(event, listener),
    close: () => {
      jobs.close();
      pool.close();
      preview.close();
      store.close();
    },
  };
}
