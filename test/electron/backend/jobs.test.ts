import Database from 'better-sqlite3';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { JobState, StoredReach } from '../../../core/contract.ts';
import { storeFileName } from '../../../data/store/location.ts';
import { openStore } from '../../../data/store/open.ts';
import { nodeWorkers, launchNodeWorker } from '../../../electron/backend/nodeWorker.ts';
import type { ComputeProcess, WorkerLauncher } from '../../../electron/backend/worker.ts';
import { ask, documentWith, fakes, firstId, jobEvent, saved, settled, slow, temporaryBackend } from './support.ts';

/** For what ends soon, on a busy machine. */
const patiently = { timeout: 15_000 };

const toys = { analysis: { bands: 'toys', toys: 20_000, seed: 7 } };

/** Real compute processes of which the test keeps hold. */
function watched(launcher: WorkerLauncher = launchNodeWorker): {
  launcher: WorkerLauncher;
  processes: { process: ComputeProcess; masses: number[]; ended: boolean }[];
} {
  const processes: { process: ComputeProcess; masses: number[]; ended: boolean }[] = [];
  return {
    processes,
    launcher: () => {
      const process = launcher();
      const entry = { process, masses: [] as number[], ended: false };
      process.onExit(() => {
        entry.ended = true;
      });
      processes.push(entry);
      const post: ComputeProcess['post'] = (request) => {
        if (request.task === 'reach') entry.masses.push(...request.input.massesMeV);
        process.post(request);
      };
      return { ...process, post };
    },
  };
}

const outcome = ({ state, error }: JobState): string => [state, error?.message].filter(Boolean).join(': ');

test('a save computes what is missing: the job is told from queued to done, the result arrives, and both are stored', async () => {
  const backend = temporaryBackend();
  const told: JobState[] = [];
  const reaches: { studyId: number; reach: StoredReach }[] = [];
  backend.on('job', (job) => told.push(job));
  backend.on('result', (result) => reaches.push(result));
  const { id } = await saved(backend, documentWith([{}]));
  const jobs = await settled(backend);
  expect(jobs.map(outcome)).toEqual(['done']);
  expect(told[0]).toMatchObject({ studyId: id, scenarioId: firstId, state: 'queued', title: 'Reach of “Scenario 0”' });
  expect(told.at(-1)).toMatchObject({ state: 'done', progress: 1 });
  expect(told.map((j) => j.progress)).toEqual(told.map((j) => j.progress).toSorted((a, b) => a - b));
  const stored = await ask(backend, 'results.get', { id });
  expect(reaches).toEqual([{ studyId: id, reach: stored[0] }]);
  expect(stored[0]?.result?.points.map((p) => p.massMeV)).toHaveLength(6);
});

test('results are the same bits for 1, 2 and 3 workers', async () => {
  const texts = [];
  for (const workers of [1, 2, 3]) {
    const backend = temporaryBackend({ workers });
    const { id } = await saved(backend, documentWith([toys, { ...toys, exposure: { stoppedKaons: 3e13 } }]));
    await settled(backend);
    texts.push(JSON.stringify(await ask(backend, 'results.get', { id })));
    backend.close();
  }
  expect(texts[0]).toContain('"minus2"');
  expect(texts[1]).toBe(texts[0]);
  expect(texts[2]).toBe(texts[0]);
});

test('the same physics is computed once: not again under another name, in another study or after a restart', async () => {
  const { launcher, processes } = watched();
  const first = temporaryBackend({ launcher });
  await saved(first, documentWith([{}, { name: 'Twin' }]));
  await settled(first);
  const masses = (): number[] => processes.flatMap((p) => p.masses);
  expect(new Set(masses()).size).toBe(6);
  expect(masses()).toHaveLength(6);
  await saved(first, documentWith([{ name: 'Other', notes: 'n' }], { name: 'Another study' }));
  await settled(first);
  first.close();
  const second = temporaryBackend({ folder: first.folder, launcher });
  const { id } = await ask(second, 'studies.open', { id: 1 });
  expect((await ask(second, 'results.get', { id })).map((r) => r.result?.points.length)).toEqual([6, 6]);
  expect(masses()).toHaveLength(6);
});

test('a new mass grid computes only the masses that are new', async () => {
  const { launcher, processes } = watched();
  const backend = temporaryBackend({ launcher });
  const document = documentWith([{}], { masses: { minMeV: 10, maxMeV: 50, points: 5, spacing: 'linear' } });
  const { id, revision } = await saved(backend, document);
  await settled(backend);
  const wider = { ...document, masses: { ...document.masses, maxMeV: 60, points: 6 } };
  await ask(backend, 'study.save', { id, base: revision, document: wider, label: 'Wider' });
  await settled(backend);
  expect(processes.flatMap((p) => p.masses).toSorted((a, b) => a - b)).toEqual([10, 20, 30, 40, 50, 60]);
});

test('cancel kills the processes that work on the job, keeps what is done, and the job is not started again by itself', async () => {
  const { launcher, processes } = watched();
  const backend = temporaryBackend({ launcher, workers: 1 });
  const { id } = await saved(backend, documentWith([slow]));
  const running = await jobEvent(backend, (j) => j.progress > 0.17);
  const [cancelled] = await ask(backend, 'jobs.cancel', { jobId: running.id });
  expect(cancelled).toMatchObject({ state: 'cancelled', error: { name: 'CancelledError' } });
  await expect.poll(() => processes.every((p) => p.ended), patiently).toBe(true);
  await ask(backend, 'results.get', { id });
  await ask(backend, 'studies.open', { id });
  expect((await ask(backend, 'jobs.list', {})).map((j) => j.state)).toEqual(['cancelled']);

  const begun = new Set(processes.flatMap((p) => p.masses));
  const done = begun.size - 1;
  expect(done).toBeGreaterThanOrEqual(1);
  const again = await ask(backend, 'jobs.run', { id });
  expect(again.map((j) => j.state)).toEqual(['cancelled', 'queued']);
  expect(again[1]?.progress).toBeCloseTo(done / 6, 12);
});

test('cancelling what has ended, or never was, changes nothing', async () => {
  const backend = temporaryBackend();
  await saved(backend, documentWith([{}]));
  const before = await settled(backend);
  expect(await ask(backend, 'jobs.cancel', { jobId: before[0]?.id ?? 0 })).toEqual(before);
  expect(await ask(backend, 'jobs.cancel', { jobId: 4711 })).toEqual(before);
});

test('a newer revision of the scenario replaces its job; a new name does not', async () => {
  const backend = temporaryBackend({ launcher: fakes().launcher });
  const one = await saved(backend, documentWith([{}]));
  const renamed = documentWith([{ name: 'Renamed' }]);
  const two = await ask(backend, 'study.save', { id: one.id, base: one.revision, document: renamed, label: 'Name' });
  expect((await ask(backend, 'jobs.list', {})).map((j) => j.id)).toEqual([1]);
  const ended = jobEvent(backend, (j) => j.state === 'cancelled');
  const document = documentWith([{ exposure: { stoppedKaons: 1e14 } }]);
  await ask(backend, 'study.save', { id: one.id, base: two.revision, document, label: 'Kaons' });
  expect(await ended).toMatchObject({ id: 1, error: { name: 'Superseded' } });
  expect((await ask(backend, 'jobs.list', {})).map(({ id, state }) => ({ id, state }))).toEqual([
    { id: 2, state: 'running' },
  ]);
});

test('a scenario or study that goes to the bin stops being computed', async () => {
  const backend = temporaryBackend({ launcher: fakes().launcher });
  const document = documentWith([{}, { exposure: { stoppedKaons: 1e14 } }]);
  const { id, revision } = await saved(backend, document);
  expect(await ask(backend, 'jobs.list', {})).toHaveLength(2);
  const binned = { ...document, scenarios: document.scenarios.map((s, i) => ({ ...s, binned: i === 0 })) };
  await ask(backend, 'study.save', { id, base: revision, document: binned, label: 'Bin' });
  expect((await ask(backend, 'jobs.list', {})).map((j) => j.title)).toEqual(['Reach of “Scenario 1”']);
  await ask(backend, 'studies.bin', { id });
  expect(await ask(backend, 'jobs.list', {})).toEqual([]);
});

test('a process that is killed fails its job with a reason, and the next job gets a new process', async () => {
  const { launcher, processes } = watched();
  const backend = temporaryBackend({ launcher, workers: 2 });
  const { id } = await saved(backend, documentWith([slow]));
  await jobEvent(backend, (j) => j.progress > 0);
  processes[0]?.process.kill();
  const [failed] = await settled(backend);
  expect(failed).toMatchObject({ state: 'failed', error: { name: 'WorkerError' } });
  expect(failed?.error?.message).toMatch(/SIGKILL.*run again/);
  await ask(backend, 'study.save', {
    id,
    base: (await ask(backend, 'studies.open', { id })).revision,
    document: documentWith([{}]),
    label: 'Exact',
  });
  expect((await settled(backend)).map((j) => j.state)).toEqual(['failed', 'done']);
});

test('a process that runs out of memory says so, and the program goes on', async () => {
  const greedy = path.join(import.meta.dirname, 'greedyWorker.ts');
  const backend = temporaryBackend({
    workers: 1,
    launcher: nodeWorkers({ file: greedy, execArgv: ['--max-old-space-size=24'] }),
  });
  await saved(backend, documentWith([{}]));
  const [job] = await settled(backend);
  expect(job).toMatchObject({ state: 'failed', error: { name: 'WorkerError' } });
  expect(job?.error?.message).toContain('needed more memory than there is');
  expect(await ask(backend, 'studies.list', {})).toHaveLength(1);
});

test('what a killed program left unfinished is cancelled with the reason, and queued again when the study opens', async () => {
  const first = temporaryBackend({ launcher: fakes().launcher });
  const { id } = await saved(first, documentWith([{}]));
  first.close();
  const db = new Database(path.join(first.folder, storeFileName));
  db.prepare("UPDATE jobs SET state = 'running', error = NULL, ended_at = NULL").run(); // as kill -9 leaves it
  db.close();

  const second = temporaryBackend({ folder: first.folder });
  expect((await ask(second, 'jobs.list', {})).map(outcome)).toEqual([
    'cancelled: Kaon Reach ended before this was computed.',
  ]);
  await ask(second, 'studies.open', { id });
  expect((await settled(second)).map((j) => j.state)).toEqual(['cancelled', 'done']);
});

test('closing in the middle of a job leaves it cancelled and no process behind', async () => {
  const { launcher, processes } = watched();
  const backend = temporaryBackend({ launcher });
  await saved(backend, documentWith([slow]));
  await jobEvent(backend, (j) => j.state === 'running');
  backend.close();
  await expect.poll(() => processes.every((p) => p.ended), patiently).toBe(true);
  const store = openStore({ folder: backend.folder });
  onTestFinished(() => {
    store.close();
  });
  expect(store.jobs.recent(5).map(outcome)).toEqual(['cancelled: Kaon Reach was closed meanwhile.']);
});

test('a second backend on the store computes and previews but saves nothing, and says so', async () => {
  const writer = temporaryBackend({ launcher: fakes().launcher });
  const { id, revision, document } = await saved(writer, documentWith([{}]));
  const reader = temporaryBackend({ folder: writer.folder });
  await reader.start();
  expect((await ask(reader, 'app.info', {})).readOnly).toContain('another Kaon Reach has');
  for (const [name, input] of [
    ['study.save', { id, base: revision, document: { ...document, name: 'b' }, label: 'b' }],
    ['study.undo', { id }],
    ['studies.create', { name: 'b', from: 'paper' }],
    ['studies.bin', { id }],
  ] as const) {
    const reply = await reader.call(name, input);
    expect(reply).toMatchObject({ ok: false, error: { name: 'StoreError' } });
  }
  await ask(reader, 'studies.open', { id });
  expect((await settled(reader)).map((j) => j.state)).toEqual(['done']);
  expect((await ask(reader, 'results.get', { id }))[0]?.result?.points).toHaveLength(6);
  expect((await ask(writer, 'results.get', { id }))[0]?.result).toBeNull();
});

test('the comparison with the published numbers is computed in a worker', async () => {
  const rows = await ask(temporaryBackend(), 'app.validate', {});
  expect(rows.length).toBeGreaterThan(5);
  expect(rows.filter((row) => row.verdict === 'fails')).toEqual([]);
});
