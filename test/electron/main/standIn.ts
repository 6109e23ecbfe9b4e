/** The app in plain Node against the stand-in, driven over the process's own channel. */
import type { ChildProcess } from 'node:child_process';
import { exitCode, spawnApp } from './appProcess.ts';
import type { RunningApp } from './driver.ts';

interface Answer {
  readonly id: number;
  readonly value?: unknown;
  readonly error?: string;
}

/** How often it is asked whether the window is there [ms]. */
const pollMs = 50;

export async function launchStandIn(folder: string): Promise<RunningApp> {
  const child = spawnApp(folder);
  child.stdout?.resume();
  child.stderr?.pipe(process.stderr);
  const ended = exitCode(child);
  const ask = orders(child, ended);
  const app: RunningApp = {
    inMain: (run: unknown, argument?: unknown) => ask('main', String(run), argument),
    inPage: (run: unknown, argument?: unknown) => ask('page', String(run), argument),
    problems: () => ask('problems', '', undefined),
    ended,
    quit: async () => {
      await ask('main', '({ app }) => app.quit()', undefined).catch(() => undefined);
      await ended;
    },
  };
  await windowIsShown(app);
  return app;
}

/** Numbers the orders and resolves each with its answer; the end of the process refuses those that are open. */
function orders(child: ChildProcess, ended: Promise<number | null>) {
  const open = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>();
  let lastId = 0;
  child.on('message', ({ id, value, error }: Answer) => {
    if (error === undefined) open.get(id)?.resolve(value as never);
    else open.get(id)?.reject(new Error(error));
    open.delete(id);
  });
  void ended.then((code) => {
    for (const { reject } of open.values()) reject(new Error(`the app ended with code ${code ?? 'none'}`));
  });
  return (where: 'main' | 'page' | 'problems', source: string, argument: unknown): Promise<never> =>
    new Promise((resolve, reject) => {
      const id = ++lastId;
      open.set(id, { resolve, reject });
      child.send({ id, where, source, argument });
    });
}

async function windowIsShown(app: RunningApp): Promise<void> {
  const isShown = () => app.inMain(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible() === true);
  while (!(await isShown())) await new Promise((resolve) => setTimeout(resolve, pollMs));
}
