import { expect, test } from 'vitest';
import { OneOffTasks } from '../../../electron/backend/oneOff.ts';
import { WorkerPool, type Piece } from '../../../electron/backend/pool.ts';
import { TaskWorker } from '../../../electron/backend/taskWorker.ts';
import { fakes } from './support.ts';

const input = {} as never;

/** A pool over pieces that each run one task, with what became of them. */
function poolOf(size: number, owners: readonly object[]) {
  const { launcher, started } = fakes();
  const pool = new WorkerPool(launcher, size);
  const outcomes: string[] = [];
  const queue = owners.map((owner, i): Piece => ({
    owner,
    work: (worker) =>
      worker.run('reach', input).then(
        () => void outcomes.push(`${i} done`),
        (error: unknown) => void outcomes.push(`${i} ${(error as Error).name}`),
      ),
  }));
  pool.addSource(() => queue.shift() ?? null);
  return { pool, started, outcomes };
}

test('no process is started before there is work, and no more than the pool may have', () => {
  const { pool, started } = poolOf(2, [{}, {}, {}]);
  expect(started).toHaveLength(0);
  pool.poke();
  pool.poke();
  expect(started).toHaveLength(2);
});

test('a process that is free takes the next piece', async () => {
  const { pool, started, outcomes } = poolOf(1, [{}, {}]);
  pool.poke();
  await started[0]?.answer('a');
  expect(started[0]?.requests).toHaveLength(2);
  await started[0]?.answer('b');
  expect(outcomes).toEqual(['0 done', '1 done']);
  expect(started).toHaveLength(1);
});

test('stopping an owner kills its processes alone, and others take their place', async () => {
  const [mine, other] = [{}, {}];
  const { pool, started, outcomes } = poolOf(2, [mine, other, other]);
  pool.poke();
  pool.stop(mine);
  await new Promise(setImmediate);
  expect(started.map(({ killed }) => killed)).toEqual([true, false, false]);
  expect(outcomes).toEqual(['0 CancelledError']);
});

test('a process that dies fails its piece alone and is replaced', async () => {
  const { pool, started, outcomes } = poolOf(1, [{}, {}]);
  pool.poke();
  await started[0]?.die({ code: 134, complaint: 'FATAL ERROR: Reached heap limit - JavaScript heap out of memory' });
  await started[1]?.answer('b');
  expect(outcomes).toEqual(['0 WorkerError', '1 done']);
});

test('an answer that was on its way when the process was killed is dropped', async () => {
  const { launcher, started } = fakes();
  const worker = new TaskWorker(launcher);
  const stopped = expect(worker.run('reach', input)).rejects.toThrow('stopped');
  worker.end(new Error('stopped'));
  await started[0]?.answer('late');
  await stopped;
});

test('a process that cannot be started fails the task, not the program', async () => {
  const pool = new WorkerPool(() => {
    throw new Error('spawn EAGAIN');
  }, 1);
  await expect(new OneOffTasks(pool).run('validate', input)).rejects.toThrow('could not be started');
});

test('errors of a task arrive as what they were, and the process goes on', async () => {
  const { launcher, started } = fakes();
  const worker = new TaskWorker(launcher);
  const answer = worker.run('reach', input);
  const failed = expect(answer).rejects.toMatchObject({ name: 'DomainError', where: 'x', message: 'too large' });
  await started[0]?.fail({ name: 'DomainError', message: 'too large', where: 'x' });
  await failed;
  expect(worker.alive).toBe(true);
});
