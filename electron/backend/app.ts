import type { AppInfo } from '../../core/contract.ts';
import type { Store } from '../../data/store/store.ts';
import type { Emitter } from './emitter.ts';
import type { Jobs } from './jobs.ts';
import type { Library } from './library.ts';
import type { OneOffTasks } from './oneOff.ts';
import type { PreviewWorker } from './preview.ts';
import type { ResultBook } from './resultBook.ts';

/** All that the calls work with. */
export interface App {
  readonly host: AppInfo['host'];
  readonly version: string;
  readonly library: Library;
  readonly store: Store;
  readonly book: ResultBook;
  readonly jobs: Jobs;
  readonly preview: PreviewWorker;
  readonly tasks: OneOffTasks;
  readonly events: Emitter;
}
