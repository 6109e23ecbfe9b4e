import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { TaskMessage, TaskRequest } from '../../../core/messages.ts';
import { massesOf } from '../../../core/study/masses.ts';
import { runTask } from '../../../core/tasks.ts';
import { presets } from '../../../data/presets/index.ts';
import { physicsConstants } from '../../../data/reference/constants.ts';
import { serve, type Port } from '../../../electron/worker/serve.ts';

const scenario = presets[0]?.scenario;
if (scenario === undefined) throw new Error('no preset');
const massesMeV = massesOf({ minMeV: 10, maxMeV: 100, points: 3, spacing: 'log' });
const input = { scenario, constants: physicsConstants('paper'), massesMeV };
const request: TaskRequest = { id: 5, task: 'reach', input };

/** What `serve` posts in answer to requests. */
function posted(...requests: unknown[]): TaskMessage[] {
  const messages: TaskMessage[] = [];
  const port: Port = {
    post: (message) => messages.push(message),
    listen: (take) => {
      for (const asked of requests) take(asked as TaskRequest);
    },
  };
  serve(port);
  return messages;
}

function start(execArgv: string[] = []): ChildProcess {
  const file = path.join(import.meta.dirname, '../../../electron/worker/worker.ts');
  const child = fork(file, [], { serialization: 'advanced', execArgv });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return child;
}

const expected = { id: 5, output: runTask('reach', input, () => undefined) };

test('a task is answered with its number and its output', () => {
  expect(posted(request)).toEqual([expected]);
});

test('a task that fails is answered with plain data, and the next one is served', () => {
  const impossible = { id: 1, task: 'nothing', input: {} };
  const [error, answer] = posted(impossible, request);
  expect(error).toMatchObject({ id: 1, error: { name: 'TypeError' } });
  expect(JSON.stringify(error)).not.toContain('    at ');
  expect(answer).toEqual(expected);
});

test('progress of many blocks is thinned out and never beyond 1', () => {
  const toys = { ...scenario, analysis: { ...scenario.analysis, bands: 'toys' as const, toys: 1_000_000 } };
  const messages = posted({ id: 2, task: 'reach', input: { ...input, scenario: toys } });
  const fractions = messages.flatMap((m) => ('fraction' in m ? [m.fraction] : []));
  expect(fractions.length).toBeLessThan(300 / 2); // of 300 blocks
  expect(fractions.every((f) => f > 0 && f <= 1)).toBe(true);
  expect(messages.filter((m) => 'output' in m)).toHaveLength(1);
});

test('as a child of Node it answers over the IPC channel', async () => {
  const child = start();
  child.send(request);
  expect((await once(child, 'message'))[0]).toEqual(expected);
});

test('as a utility process of Electron it answers over parentPort', async () => {
  const child = start(['--import', path.join(import.meta.dirname, 'parentPort.ts')]);
  child.send(request);
  expect((await once(child, 'message'))[0]).toEqual({ through: 'parentPort', message: expected });
});

test('it ends when its parent is gone', async () => {
  const child = start();
  child.send(request);
  await once(child, 'message');
  child.disconnect();
  expect(await once(child, 'exit')).toEqual([0, null]);
});
