/** Runs one program with a time limit and gives its exit code and what it printed. */
import { spawn } from 'node:child_process';
import { join, delimiter } from 'node:path';
import { root } from './paths.ts';

export interface Finished {
  /** 124 when the time limit ended it, as `timeout` has it. */
  readonly exitCode: number;
  readonly output: string;
}

const localBin = join(root, 'node_modules/.bin');

/** The program's own children end with it: on a time limit the whole process group is killed. */
export function runProgram(
  command: string,
  args: readonly string[],
  limitMs: number,
  show: boolean,
): Promise<Finished> {
  const env = { ...process.env, PATH: `${localBin}${delimiter}${process.env['PATH'] ?? ''}` };
  const child = spawn(command, args, {
    cwd: root,
    env,
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output.push(chunk);
      if (show) process.stdout.write(chunk);
    });
  }
  return new Promise((resolve) => {
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      killGroup(child.pid);
    }, limitMs);
    const finish = (exitCode: number): void => {
      clearTimeout(timer);
      resolve({ exitCode: late ? 124 : exitCode, output: Buffer.concat(output).toString() });
    };
    child.on('error', (error) => {
      output.push(Buffer.from(error.message));
      finish(127);
    });
    child.on('close', (code) => {
      finish(code ?? 1);
    });
  });
}

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch {
    // It ended by itself in the meantime.
  }
}
