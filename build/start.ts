/** `npm start`: the desktop app, or, where Electron cannot run, the same app in the browser. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buildStale, electron, renderer } from './build.ts';
import { electronBinary, failedRecently, installElectron } from './electronBinary.ts';
import { root } from './paths.ts';

/** An Electron that ends with an error this soon never showed its window. */
const neverOpenedMs = 8_000;
/** The store could not be opened: the app has said so, and a second host would meet the same. */
const storeFailed = 2;

/** Runs a program in the foreground and resolves to its exit code. */
function run(command: string, args: readonly string[]): Promise<number> {
  // Terminals inside Electron apps pass this on, and Electron would then open no window.
  const { ELECTRON_RUN_AS_NODE: _none, ...env } = process.env;
  const child = spawn(command, args, { cwd: root, env, stdio: 'inherit' });
  const pass = (signal: NodeJS.Signals): boolean => child.kill(signal);
  // Ctrl+C reaches the child by itself; a second signal would end it before it has closed the store.
  process
    .on('SIGTERM', pass)
    .on('SIGHUP', pass)
    .on('SIGINT', () => undefined);
  return new Promise((resolve) => {
    child.on('error', () => {
      resolve(127);
    });
    child.on('exit', (code, signal) => {
      resolve(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1));
    });
  });
}

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return ['DISPLAY', 'WAYLAND_DISPLAY'].some((name) => (process.env[name] ?? '') !== '');
}

async function serve(reason: string): Promise<number> {
  console.log(`${reason}; the app is served to the browser instead.`);
  await buildStale([renderer]);
  return run(process.execPath, [join(root, 'electron/web/main.ts'), ...process.argv.slice(2)]);
}

/** Chromium refuses its sandbox under root. */
const rootArgs = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

async function openWindow(binary: string): Promise<number> {
  await buildStale([renderer, electron]);
  const startedAt = Date.now();
  const code = await run(binary, [...rootArgs, root]);
  const opened = code === 0 || code === storeFailed || Date.now() - startedAt > neverOpenedMs;
  return opened ? code : serve(`Electron could not start (exit code ${code})`);
}

async function start(): Promise<number> {
  const installed = electronBinary();
  if (!hasDisplay())
    return serve(installed ? 'There is no display' : "Electron's binary is not installed and there is no display");
  const binary = installed ?? (failedRecently() ? undefined : installElectron());
  if (binary === undefined) return serve("Electron's binary could not be installed");
  return openWindow(binary);
}

process.exitCode = await start();
