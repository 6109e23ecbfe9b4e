/** `npm start` with Electron, without it, and with one that cannot run. Small scripts stand for Electron's binary. */
import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { root } from '../../build/paths.ts';

let folder = '';
let started: ChildProcess | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kaon-reach-start-'));
});
afterEach(async () => {
  if (started?.exitCode === null) {
    started.kill('SIGTERM');
    await ended(started);
  }
  rmSync(folder, { recursive: true, force: true });
});

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.once('exit', resolve));
}

/** A program in the place of Electron's. */
function electronThat(script: string): string {
  const dist = join(folder, 'electron');
  mkdirSync(dist);
  writeFileSync(join(dist, 'electron'), `#!/bin/sh\n${script}\n`);
  chmodSync(join(dist, 'electron'), 0o755);
  return dist;
}

interface Surroundings {
  readonly display: string;
  readonly dist: string;
}

function start({ display, dist }: Surroundings): ChildProcess {
  const env = { ...process.env, WAYLAND_DISPLAY: '', DISPLAY: display, ELECTRON_OVERRIDE_DIST_PATH: dist };
  const options = { cwd: root, env: { ...env, KAON_REACH_HOME: folder, KAON_REACH_NO_OPEN: '1' } };
  started = spawn(process.execPath, ['build/start.ts'], options);
  return started;
}

/** The lines that were printed up to the one with the address. */
function untilAddress(child: ChildProcess): Promise<string[]> {
  return new Promise((resolve, reject) => {
    let printed = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      if (/http:.*\n/.test(printed)) resolve(printed.trim().split('\n'));
    });
    child.once('exit', (code) => {
      reject(new Error(`ended with ${code ?? 'a signal'} after: ${printed}`));
    });
  });
}

async function titleAt(line: string | undefined): Promise<string | undefined> {
  const url = /http:\S+/.exec(line ?? '')?.[0];
  const page = url === undefined ? '' : await (await fetch(url)).text();
  return /<title>(.*)<\/title>/.exec(page)?.[1];
}

// Only there is a display a thing of the environment, and a script a program.
if (process.platform === 'linux') {
  describe('on Linux', { timeout: 60_000 }, () => {
    test('without a display and without Electron, one line says so and the app is served', async () => {
      const lines = await untilAddress(start({ display: '', dist: join(folder, 'none') }));
      expect(lines[0]).toBe(
        "Electron's binary is not installed and there is no display; the app is served to the browser instead.",
      );
      expect(lines).toHaveLength(2);
      expect(await titleAt(lines[1])).toBe('Kaon Reach');
    });

    test('an Electron that cannot start gives way to the browser', async () => {
      const lines = await untilAddress(start({ display: ':none', dist: electronThat('exit 127') }));
      expect(lines[0]).toBe('Electron could not start (exit code 127); the app is served to the browser instead.');
      expect(await titleAt(lines[1])).toBe('Kaon Reach');
    });

    test('Electron is given the app, and its end is the end', async () => {
      const child = start({
        display: ':none',
        dist: electronThat('for last; do :; done; test -e "$last/package.json"'),
      });
      expect(await ended(child)).toBe(0);
    });

    test('a store that the desktop app could not open is not tried again in the browser', async () => {
      expect(await ended(start({ display: ':none', dist: electronThat('exit 2') }))).toBe(2);
    });

    test('asked to end, it ends the served app as well', async () => {
      const child = start({ display: '', dist: join(folder, 'none') });
      const lines = await untilAddress(child);
      child.kill('SIGTERM');
      expect(await ended(child)).toBe(0);
      await expect(titleAt(lines[1])).rejects.toThrow('fetch failed');
    });
  });
}
