import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { CallInput, CallName, CallOutput, JobState, StudyDocument, StudyState } from '../../../core/contract.ts';
import type { ErrorData } from '../../../core/errors.ts';
import type { TaskMessage, TaskRequest } from '../../../core/messages.ts';
import { openStore } from '../../../data/store/open.ts';
import { createBackend, type Backend, type BackendOptions } from '../../../electron/backend/backend.ts';
import { launchNodeWorker } from '../../../electron/backend/nodeWorker.ts';
import type { ComputeProcess, ProcessExit, WorkerLauncher } from '../../../electron/backend/worker.ts';

/** A folder of its own, removed after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'kaon-reach-test-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** A backend with real compute processes on a store of its own, closed after the test. */
export function temporaryBackend(
  options: Partial<BackendOptions> & { readonly folder?: string } = {},
): Backend & { readonly folder: string } {
  const { folder = temporaryFolder(), ...rest } = options;
  const store = openStore({ folder });
  const backend = createBackend({
    store,
    launcher: launchNodeWorker,
    host: 'cli',
    version: '9.9.9',
    workers: 2,
    ...rest,
  });
  onTestFinished(() => {
    backend.close();
  });
  return { ...backend, folder };
}

/** The value of a call that must succeed. */
export async function ask<Name extends CallName>(
  backend: Backend,
  name: Name,
  input: CallInput<Name>,
  client?: string,
): Promise<CallOutput<Name>> {
  const reply = await backend.call(name, input, client);
  if (!reply.ok) throw new Error(`${name} failed: ${reply.error.message}`);
  return reply.value;
}

/** The error of a call that must fail; it must be plain data without a stack. */
export async function refusal(backend: Backend, name: unknown, input: unknown): Promise<ErrorData> {
  const reply = await backend.call(name, input);
  if (reply.ok) throw new Error(`${String(name)} succeeded`);
  const stack = /\n\s+at |file:\/\/|node_modules/;
  if (stack.test(JSON.stringify(reply.error))) throw new Error(`a stack leaked: ${JSON.stringify(reply.error)}`);
  return reply.error;
}

/** Resolves with the first job event that fits. */
export function jobEvent(backend: Backend, fits: (job: JobState) => boolean): Promise<JobState> {
  return new Promise((resolve) => {
    const stop = backend.on('job', (job) => {
      if (!fits(job)) return;
      stop();
      resolve(job);
    });
  });
}

/** Resolves when no job of the backend is queued or running. */
export async function settled(backend: Backend): Promise<JobState[]> {
  const busy = ({ state }: JobState): boolean => state === 'queued' || state === 'running';
  for (;;) {
    const ended = jobEvent(backend, (job) => !busy(job));
    const jobs = await ask(backend, 'jobs.list', {});
    if (!jobs.some(busy)) return [...jobs];
    await ended;
  }
}

export const firstId = '0b8f6f3e-6f0a-4a39-9c56-0d6a3b1c2d01';
export const secondId = '0b8f6f3e-6f0a-4a39-9c56-0d6a3b1c2d02';

export function documentWith(
  scenarios: readonly Record<string, unknown>[],
  patch: Partial<StudyDocument> = {},
): StudyDocument {
  return {
    name: 'A study',
    notes: '',
    constants: 'paper',
    masses: { minMeV: 10, maxMeV: 200, points: 6, spacing: 'log' },
    landscape: { gMinus2: 'ibe-2017', constraints: [] },
    baseline: null,
    scenarios: scenarios.map((scenario, i) => ({
      id: i === 0 ? firstId : secondId,
      colour: i,
      visible: true,
      binned: false,
      scenario: { name: `Scenario ${i}`, preset: 'e949', ...scenario },
    })),
    ...patch,
  };
}

/** A study with this document, on a fresh study of the backend's. */
export async function saved(backend: Backend, document: StudyDocument): Promise<StudyState> {
  const { id, revision } = await ask(backend, 'studies.create', { name: 'x', from: 'empty' });
  return ask(backend, 'study.save', { id, base: revision, document, label: 'Test' });
}

/** Ten million toys per mass: seconds of work at each. */
export const slow = { analysis: { bands: 'toys', toys: 1e7 } };

/** A compute process that answers only when the test says so. */
export class FakeProcess implements ComputeProcess {
  readonly requests: TaskRequest[] = [];
  killed = false;
  #message: (message: TaskMessage) => void = () => undefined;
  #exit: (exit: ProcessExit) => void = () => undefined;

  post(request: TaskRequest): void {
    this.requests.push(request);
  }
  onMessage(listener: (message: TaskMessage) => void): void {
    this.#message = listener;
  }
  onExit(listener: (exit: ProcessExit) => void): void {
    this.#exit = listener;
  }
  kill(): void {
    this.killed = true;
  }
  /** Answers the newest request, and lets everything that follows happen. */
  async answer(output: unknown): Promise<void> {
    this.#message({ id: this.requests.length, output: output as never });
    await new Promise(setImmediate);
  }
  async progress(fraction: number): Promise<void> {
    this.#message({ id: this.requests.length, fraction });
    await new Promise(setImmediate);
  }
  async fail(error: ErrorData): Promise<void> {
    this.#message({ id: this.requests.length, error });
    await new Promise(setImmediate);
  }
  async die(exit: ProcessExit): Promise<void> {
    this.#exit(exit);
    await new Promise(setImmediate);
  }
}

/** Launches fakes and keeps them in the order of their start. */
export function fakes(): { readonly launcher: WorkerLauncher; readonly started: FakeProcess[] } {
  const started: FakeProcess[] = [];
  const launcher = (): FakeProcess => {
    const process = new FakeProcess();
    started.push(process);
    return process;
  };
  return { launcher, started };
}
