/** Starting, starting twice, ending, coming back, and a store that cannot be opened. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CallReply } from '../../../core/contract.ts';
import { exitCode, spawnApp } from './appProcess.ts';
import { isReal, launch, type RunningApp } from './driver.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kaon-reach-life-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface Page {
  kaonReach: { call: (name: string, input: unknown) => Promise<CallReply> };
}

const studyNames = (app: RunningApp) =>
  app.inPage(async () => {
    const reply = await (globalThis as unknown as Page).kaonReach.call('studies.list', {});
    return reply.ok ? (reply.value as readonly { name: string }[]).map(({ name }) => name) : reply.error.message;
  });

test('a second start shows the first window and ends', { timeout: 60_000 }, async () => {
  const app = await launch(folder);
  await app.inMain(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.minimize();
  });
  expect(await exitCode(spawnApp(folder))).toBe(0);
  const isMinimised = () => app.inMain(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized());
  await expect.poll(isMinimised).toBe(false);
  expect(await app.inMain(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  await app.quit();
});

test('what was made and where the window was are there again after a restart', { timeout: 60_000 }, async () => {
  const bounds = { x: 40, y: 30, width: 1200, height: 760 };
  const first = await launch(folder);
  await first.inPage(() =>
    (globalThis as unknown as Page).kaonReach.call('studies.create', { name: 'Kept', from: 'empty' }),
  );
  await first.inMain(({ BrowserWindow }, wanted) => {
    BrowserWindow.getAllWindows()[0]?.setBounds(wanted);
  }, bounds);
  await first.quit();

  const second = await launch(folder);
  expect(await studyNames(second)).toContain('Kept');
  expect(await second.inMain(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds())).toEqual(
    bounds,
  );
  await second.quit();
});

test('the window is 1440 × 900 at first and never below 1100 × 700', { timeout: 60_000 }, async () => {
  const app = await launch(folder);
  const sizes = await app.inMain(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    return { bounds: window?.getBounds(), smallest: window?.getMinimumSize() };
  });
  expect(sizes).toMatchObject({ bounds: { width: 1440, height: 900 }, smallest: [1100, 700] });
  await app.quit();
});

test('closing the window ends the app and its processes', { timeout: 60_000 }, async () => {
  const app = await launch(folder);
  await app.inMain(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.close();
  });
  expect(await app.ended).toBe(0);
});

// The message blocks real Electron until somebody reads it.
if (!isReal) {
  test('a store that is no database is named, left as it is, and ends the app with 2', async () => {
    const file = join(folder, 'kaon-reach.sqlite');
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, 'not a database, but somebody’s file');
    const child = spawnApp(folder);
    let said = '';
    child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
    expect(await exitCode(child)).toBe(2);
    expect(said).toContain(file);
    expect(said).not.toMatch(/^\s+at /m);
    expect(readFileSync(file, 'utf8')).toBe('not a database, but somebody’s file');
  });

  test('a place where no folder can be made is named, and ends the app with 2', async () => {
    const file = join(folder, 'in-the-way');
    writeFileSync(file, '');
    const child = spawnApp(join(file, 'store'));
    let said = '';
    child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
    expect(await exitCode(child)).toBe(2);
    expect(said).toContain(file);
    expect(said).not.toMatch(/^\s+at /m);
  });

  test('a page that crashed is loaded again, with everything in it', { timeout: 60_000 }, async () => {
    const app = await launch(folder);
    await app.inMain(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 });
    });
    await expect.poll(() => app.inPage(() => document.title)).toContain('Kaon Reach');
    await expect.poll(() => studyNames(app)).toHaveLength(1);
    await app.quit();
  });
}
