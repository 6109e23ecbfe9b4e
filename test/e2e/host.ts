/** The real web host in a process of its own, on a store of its own. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const entry = fileURLToPath(new URL('../../electron/web/main.ts', import.meta.url));
const patienceMs = 20_000;

export interface Host {
  /** With the session's token. */
  readonly url: string;
  readonly home: string;
  readonly stop: () => Promise<void>;
}

/**
 * @param home an existing store's folder, for a second host on it; without it a new one, removed at the end
 * @param port without it one that is free
 */
export async function startHost(home?: string, port?: string): Promise<Host> {
  const folder = home ?? (await mkdtemp(join(tmpdir(), 'kaon-reach-e2e-')));
  const env = { ...process.env, KAON_REACH_HOME: folder, KAON_REACH_NO_OPEN: '1' };
  const host = spawn(process.execPath, port === undefined ? [entry] : [entry, '--port', port], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const url = await addressOf(host);
  return {
    url,
    home: folder,
    stop: async () => {
      const ended = once(host, 'exit');
      host.kill('SIGTERM');
      await ended;
      if (home === undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}

function addressOf(host: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const fail = (why: string): void => {
      host.kill('SIGKILL');
      reject(new Error(`The web host ${why}. It said: ${said}`));
    };
    const late = setTimeout(() => fail('gave no address in time'), patienceMs);
    const hear = (data: Buffer): void => {
      said += data.toString();
      const url = /http:\/\/\S+#token=\S+/.exec(said)?.[0];
      if (url === undefined) return;
      clearTimeout(late);
      resolve(url);
    };
    host.stdout?.on('data', hear);
    host.stderr?.on('data', hear);
    host.once('exit', () => fail('ended'));
  });
}
