/** The built app as a process: which program, which arguments, on which store. */
import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { electronBinary } from '../../../build/electronBinary.ts';
import { root } from '../../../build/paths.ts';

const main = join(root, 'build/out/electron/main.js');
const standIn = join(root, 'test/fixtures/electron/register.ts');

export function environment(folder: string): NodeJS.ProcessEnv {
  const { ELECTRON_RUN_AS_NODE: _none, NODE_OPTIONS: _vitest, ...env } = process.env;
  return { ...env, KAON_REACH_HOME: folder };
}

/** Arguments of real Electron: as root, Chromium refuses its sandbox. */
export const electronArgs = [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), main];

/** Starts the app and leaves it to itself. */
export function spawnApp(folder: string): ChildProcess {
  const binary = electronBinary();
  const options = {
    env: environment(folder),
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'] as ['ignore', 'pipe', 'pipe', 'ipc'],
  };
  if (binary !== undefined) return spawn(binary, electronArgs, options);
  return spawn(process.execPath, ['--import', standIn, main], options);
}

export function exitCode(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => {
    child.once('exit', resolve);
  });
}
