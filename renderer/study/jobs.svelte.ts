import { SvelteMap } from 'svelte/reactivity';
import type { JobState } from '../../core/contract.ts';
import type { Client } from '../client/client.ts';

/** Stopped or failed, and not merely replaced by a newer question. */
function endedWithout({ state, error }: JobState): boolean {
  return state === 'failed' || (state === 'cancelled' && error?.name !== 'Superseded');
}

/** The backend's computations, as they go on. */
export class Jobs {
  readonly #client: Client;
  readonly #all = new SvelteMap<number, JobState>();

  constructor(client: Client) {
    this.#client = client;
    client.on('job', (job) => this.#all.set(job.id, job));
  }

  readonly running: readonly JobState[] = $derived(
    [...this.#all.values()].filter((job) => job.state === 'queued' || job.state === 'running'),
  );

  /** Jobs that ended without a result, the newest of each scenario, unless another one is on its way or done. */
  readonly ended: readonly JobState[] = $derived.by(() => {
    const newest = Object.fromEntries(
      [...this.#all.values()].toSorted((a, b) => a.id - b.id).map((job) => [job.scenarioId, job]),
    );
    return Object.values(newest).filter(endedWithout);
  });

  of(studyId: number): { readonly running: readonly JobState[]; readonly ended: readonly JobState[] } {
    const mine = (job: JobState): boolean => job.studyId === studyId;
    return { running: this.running.filter(mine), ended: this.ended.filter(mine) };
  }

  async refresh(): Promise<void> {
    this.#replace(await this.#client.call('jobs.list', {}));
  }

  async cancel(jobId: number): Promise<void> {
    this.#replace(await this.#client.call('jobs.cancel', { jobId }));
  }

  /** Computes again what was cancelled or failed. */
  async runAgain(studyId: number): Promise<void> {
    this.#replace(await this.#client.call('jobs.run', { id: studyId }));
  }

  #replace(jobs: readonly JobState[]): void {
    this.#all.clear();
    for (const job of jobs) this.#all.set(job.id, job);
  }
}
