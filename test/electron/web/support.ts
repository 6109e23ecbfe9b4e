import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, onTestFinished, vi } from 'vitest';
import { WebSocket } from 'ws';
import { serve, type ServeOptions, type WebHost } from '../../../electron/web/serve.ts';

// Svelte's state classes need the 'browser' condition in these tests, under which ws is an empty stub: this is the real one.
// Whoever needs `serve` takes it from here, so that this comes first.
vi.mock('ws', () => {
  const real: string = '../../../node_modules/ws/wrapper.mjs';
  return import(real);
});
export { serve };

/** A folder of its own, removed after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'kaon-reach-test-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** A stand-in for the built window, with something beside it that nobody may read. */
export function sampleRenderer(): string {
  return writtenRenderer(temporaryFolder());
}

function writtenRenderer(parent: string): string {
  const folder = path.join(parent, 'renderer');
  mkdirSync(path.join(folder, 'assets'), { recursive: true });
  writeFileSync(path.join(folder, 'index.html'), '<!doctype html><title>Kaon Reach</title>');
  writeFileSync(path.join(folder, 'assets', 'index-abc.js'), 'export {};');
  writeFileSync(path.join(folder, '.hidden.js'), 'secret');
  writeFileSync(path.join(folder, '..', 'secret.js'), 'secret');
  return folder;
}

/** A host on a store of its own, closed after the test. */
export async function temporaryHost(options: ServeOptions = {}): Promise<WebHost> {
  const host = await serve({ home: temporaryFolder(), rendererFolder: sampleRenderer(), workers: 1, ...options });
  onTestFinished(() => {
    host.close();
  });
  return host;
}

/** One host for all tests of a file that do not change it. */
export function hostForAll(): () => WebHost {
  const folder = mkdtempSync(path.join(tmpdir(), 'kaon-reach-test-'));
  let host: WebHost | undefined;
  beforeAll(async () => {
    host = await serve({ home: path.join(folder, 'store'), rendererFolder: writtenRenderer(folder), workers: 1 });
  });
  afterAll(() => {
    host?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return () => {
    if (host === undefined) throw new Error('the host did not start');
    return host;
  };
}

export function tokenOf({ url }: WebHost): string {
  return new URL(url).hash.replace('#token=', '');
}

/** A request exactly as written: clients such as fetch tidy paths up first. */
export function rawRequest(
  port: number,
  target: string,
  { method = 'GET', headers = {} }: { method?: string; headers?: Record<string, string> } = {},
): Promise<{ status: number; headers: IncomingHttpHeaders; body: string }> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path: target, method, headers }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (text: string) => (body += text));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    });
    asked.on('error', reject);
    asked.end();
  });
}

/** A window's connection, as a test drives it. */
export class Connection {
  readonly socket: WebSocket;
  readonly messages: Record<string, unknown>[] = [];
  /** The code with which the host closed it. */
  readonly closed: Promise<number>;
  /** Opened, or refused with the status of the answer. */
  readonly opened: Promise<'open' | number>;

  constructor(port: number, headers: Record<string, string> = { origin: `http://127.0.0.1:${port}` }, target = '/ws') {
    this.socket = new WebSocket(`ws://127.0.0.1:${port}${target}`, { headers });
    this.socket.on('message', (data: Buffer) =>
      this.messages.push(JSON.parse(data.toString()) as Record<string, unknown>),
    );
    this.closed = new Promise((resolve) => this.socket.on('close', resolve));
    this.opened = new Promise((resolve) => {
      this.socket.on('open', () => resolve('open'));
      this.socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
    });
    this.socket.on('error', () => undefined);
    onTestFinished(() => {
      this.socket.terminate();
    });
  }

  send(message: unknown): void {
    this.socket.send(typeof message === 'string' ? message : JSON.stringify(message));
  }

  /** The first message that fits, when it has come. */
  async message(fits: (message: Record<string, unknown>) => boolean): Promise<Record<string, unknown>> {
    for (;;) {
      const found = this.messages.find(fits);
      if (found !== undefined) return found;
      await new Promise((resolve) => this.socket.once('message', resolve));
    }
  }
}

/** A connection that has shown its token. */
export async function admitted(host: WebHost): Promise<Connection> {
  const connection = new Connection(host.port);
  await connection.opened;
  connection.send({ token: tokenOf(host) });
  return connection;
}
