import { execFile, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { browserCommand } from '../../../electron/web/browser.ts';
import { rawRequest, sampleRenderer, serve, temporaryFolder, temporaryHost } from './support.ts';

/** For what ends soon, on a busy machine. */
const patiently = { timeout: 15_000 };

const main = path.join(import.meta.dirname, '../../../electron/web/main.ts');
const hostProcess = path.join(import.meta.dirname, 'hostProcess.ts');

async function takenPort(): Promise<number> {
  const server = createServer();
  onTestFinished(() => void server.close());
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function run(
  file: string,
  args: readonly string[],
  env: Record<string, string> = {},
): { child: ChildProcess; ended: Promise<Ended>; said: Promise<string> } {
  const child = spawn(process.execPath, [file, ...args], { env: { ...process.env, KAON_REACH_NO_OPEN: '1', ...env } });
  onTestFinished(() => void child.kill('SIGKILL'));
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, out, err }));
  const said = once(child.stdout, 'data').then(() => out);
  return { child, ended, said };
}

test('a port that is taken is refused in one line with exit code 2 and no stack', async () => {
  const port = await takenPort();
  await expect(serve({ port, home: temporaryFolder(), rendererFolder: sampleRenderer() })).rejects.toMatchObject({
    name: 'InputError',
    where: '--port',
    value: String(port),
  });
  const { code, out, err } = await run(main, ['--port', String(port)], { KAON_REACH_HOME: temporaryFolder() }).ended;
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain(`port ${port} of 127.0.0.1 cannot be used`);
  expect(err.trim().split('\n')).toHaveLength(1);
});

test.each([
  ['--port', '0'],
  ['--port', '70000'],
  ['--port', 'http'],
  ['--port', '49.5'],
  ['--port', ''],
  ['--port'],
  ['--host', '0.0.0.0'],
  ['extra'],
])('bad arguments are exit code 2 without a stack: %s %s', async (...args) => {
  const { code, out, err } = await run(main, args, { KAON_REACH_HOME: temporaryFolder() }).ended;
  expect([code, out]).toEqual([2, '']);
  expect(err).not.toMatch(/\n\s+at |node:internal/);
  expect(err.trim().split('\n').length).toBeLessThanOrEqual(2);
});

test('where the usual port is taken another one is found', async () => {
  const [one, two] = [await temporaryHost(), await temporaryHost()];
  expect(one.port).not.toBe(two.port);
  expect((await rawRequest(two.port, '/')).status).toBe(200);
});

test('without a built window it says how to build it', async () => {
  const rendererFolder = path.join(temporaryFolder(), 'none');
  await expect(serve({ home: temporaryFolder(), rendererFolder })).rejects.toThrow(/not built.*npm start/);
});

test('it prints where it is, and ends cleanly when asked, leaving no compute process behind', async () => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    const host = run(hostProcess, [temporaryFolder(), sampleRenderer()]);
    const line = /^Kaon Reach is at (http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]{43})\n$/.exec(await host.said);
    expect(line).not.toBeNull();
    const children = await childrenOf(host.child.pid ?? 0);
    expect(children.length).toBeGreaterThanOrEqual(1);
    host.child.kill(signal);
    expect(await host.ended).toMatchObject({ code: 0, err: '' });
    await expect.poll(() => children.filter(isAlive), patiently).toEqual([]);
  }
});

test('compute processes end also when the host is killed', async () => {
  const host = run(hostProcess, [temporaryFolder(), sampleRenderer()]);
  await host.said;
  const children = await childrenOf(host.child.pid ?? 0);
  host.child.kill('SIGKILL');
  await host.ended;
  await expect.poll(() => children.filter(isAlive), patiently).toEqual([]);
});

test('a second host on the store says that it cannot save', async () => {
  const home = temporaryFolder();
  const first = await temporaryHost({ home });
  expect(first.readOnly).toBeNull();
  const second = run(hostProcess, [home, sampleRenderer()]);
  expect(await second.said).toContain('Kaon Reach is at');
  second.child.kill('SIGTERM');
  expect((await second.ended).err).toMatch(/Nothing can be saved: another Kaon Reach has .*kaon-reach\.sqlite open/);
});

test('a damaged store is exit code 2, names the file and leaves it as it was', async () => {
  const home = path.join(temporaryFolder(), 'store');
  mkdirSync(home);
  const file = path.join(home, 'kaon-reach.sqlite');
  writeFileSync(file, 'garbage '.repeat(1000));
  const { code, out, err } = await run(hostProcess, [home, sampleRenderer()]).ended;
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain(`${file} is not a database`);
  expect(err).not.toContain('   at ');
  expect(readFileSync(file, 'utf8')).toBe('garbage '.repeat(1000));
});

test('the address is opened only where somebody sees it', () => {
  const url = 'http://127.0.0.1:4949/#token=x';
  const linux = { platform: 'linux' } as const;
  expect(browserCommand(url, { env: {}, ...linux })).toBeNull();
  expect(browserCommand(url, { env: { DISPLAY: ':0' }, ...linux })).toEqual(['xdg-open', url]);
  expect(browserCommand(url, { env: { WAYLAND_DISPLAY: 'wayland-0' }, ...linux })).toEqual(['xdg-open', url]);
  expect(browserCommand(url, { env: { DISPLAY: ':0', KAON_REACH_NO_OPEN: '1' }, ...linux })).toBeNull();
  expect(browserCommand(url, { env: {}, platform: 'darwin' })).toEqual(['open', url]);
  expect(browserCommand(url, { env: {}, platform: 'win32' })?.at(-1)).toBe(url);
});

/** Process ids of a process's children. */
function childrenOf(pid: number): Promise<number[]> {
  return new Promise((resolve) => {
    execFile('ps', ['-o', 'pid=', '--ppid', String(pid)], (_error, out) =>
      resolve(out.split('\n').filter(Boolean).map(Number)),
    );
  });
}

/** Whether the process runs; one that has ended but that its parent never asked about does not. */
function isAlive(pid: number): boolean {
  const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' });
  return stdout.trim() !== '' && !stdout.trim().startsWith('Z');
}
