/** The built app end to end: a call travels from the page through preload, main process, worker and store and back. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AppInfo, CallReply, ReachResult, StudyState, StudySummary } from '../../../core/contract.ts';
import { runTask } from '../../../core/tasks.ts';
import { massesOf } from '../../../core/study/masses.ts';
import { physicsConstants } from '../../../data/reference/constants.ts';
import { launch, type RunningApp } from './driver.ts';

const masses = { minMeV: 5, maxMeV: 300, points: 8, spacing: 'log' } as const;

let folder = '';
let app: RunningApp;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kaon-reach-app-'));
  app = await launch(folder);
}, 60_000);
afterAll(async () => {
  await app.quit();
  rmSync(folder, { recursive: true });
});

interface Page {
  kaonReach: {
    call: (name: string, input: unknown) => Promise<CallReply>;
    on: (event: string, listener: (data: unknown) => void) => () => void;
    onMenu: (listener: (command: string) => void) => () => void;
    platform: string;
  };
  heard: unknown[];
}

async function call<Value>(name: string, input: unknown): Promise<Value> {
  const reply = await app.inPage(({ name, input }) => (globalThis as unknown as Page).kaonReach.call(name, input), {
    name,
    input,
  });
  if (!reply.ok) throw new Error(reply.error.message);
  return reply.value as Value;
}

test('the page is the window of Kaon Reach, and nothing in it went wrong', async () => {
  expect(await app.inPage(() => document.title)).toContain('Kaon Reach');
  expect(await app.inPage(() => document.getElementById('app')?.childElementCount)).toBeGreaterThan(0);
  expect(await app.problems()).toEqual([]);
});

test('the page learns which host it runs in', async () => {
  expect(await call<AppInfo>('app.info', {})).toMatchObject({ host: 'electron', readOnly: null });
});

test('on first start the paper’s study is there, already computed', async () => {
  const [study] = await call<readonly StudySummary[]>('studies.list', {});
  const stored = await call<readonly { result: unknown }[]>('results.get', { id: study?.id });
  expect(stored).toHaveLength(4);
  expect(stored.map(({ result }) => result)).not.toContain(null);
});

test('a reach that the page asks for is computed by the built worker, to the last bit as by the sources', async () => {
  const { presets } = await call<AppInfo>('app.info', {});
  const scenario = presets[0]?.scenario;
  if (scenario === undefined) throw new Error('no preset');
  const input = { scenario: { name: 'E949', preset: 'e949' }, constants: 'paper', slot: 'test', masses };
  const { points } = await call<ReachResult>('preview.reach', input);
  const expected = runTask(
    'reach',
    { scenario, constants: physicsConstants('paper'), massesMeV: massesOf(masses) },
    () => undefined,
  );
  expect(points).toEqual(expected.points);
});

test('bad input comes back as an error that names the place', async () => {
  const reply = await app.inPage(() => (globalThis as unknown as Page).kaonReach.call('studies.open', { id: 0 }));
  expect(reply).toMatchObject({ ok: false, error: { name: 'InputError', where: 'id' } });
});

test('the bridge has no call beyond the contract’s', async () => {
  const refused = app.inPage(() => (globalThis as unknown as Page).kaonReach.call('constructor', {}));
  await expect(refused).rejects.toThrow('There is no call named constructor');
});

test('an event reaches the page, until it no longer listens', async () => {
  await app.inPage(() => {
    const page = globalThis as unknown as Page;
    page.heard = [];
    const stop = page.kaonReach.on('studies', (studies) => {
      page.heard.push(studies);
      stop();
    });
  });
  await call<StudyState>('studies.create', { name: 'Heard', from: 'empty' });
  const heard = () => app.inPage(() => (globalThis as unknown as Page).heard.length);
  await expect.poll(heard).toBe(1);
  await call<StudyState>('studies.create', { name: 'Not heard', from: 'empty' });
  await app.inPage(() => new Promise((resolve) => setTimeout(resolve, 100)));
  expect(await heard()).toBe(1);
});

test('a command of the native menu reaches the page', async () => {
  await app.inPage(() => {
    const page = globalThis as unknown as Page;
    page.heard = [];
    page.kaonReach.onMenu((command) => page.heard.push(command));
  });
  await app.inMain(({ Menu }) => {
    for (const id of ['view.spectrum', 'openStudyFile', 'undo'])
      Menu.getApplicationMenu()?.getMenuItemById(id)?.click();
  });
  await expect
    .poll(async () => (await app.inPage(() => (globalThis as unknown as Page).heard)).toSorted())
    .toEqual(['openStudyFile', 'undo', 'view.spectrum']);
});

test('the native menu’s help opens the window’s own', async () => {
  const openDialogs = () => app.inPage(() => document.querySelectorAll('dialog[open]').length);
  expect(await openDialogs()).toBe(0);
  await app.inMain(({ Menu }) => {
    Menu.getApplicationMenu()?.getMenuItemById('help')?.click();
  });
  await expect.poll(openDialogs).toBe(1);
});
