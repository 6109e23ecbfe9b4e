/** The app in real Electron, driven by Playwright. */
import { _electron } from '@playwright/test';
import { electronArgs, environment } from './appProcess.ts';
import type { ElectronModule, RunningApp } from './driver.ts';

type Run = (...given: never[]) => unknown;

export async function launchElectron(executablePath: string, folder: string): Promise<RunningApp> {
  const env = environment(folder) as Record<string, string>;
  const app = await _electron.launch({ executablePath, args: electronArgs, env });
  const child = app.process();
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const page = await app.firstWindow();
  const problems: string[] = [];
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  page.on('pageerror', (error) => problems.push(error.message));
  await page.waitForLoadState();
  return {
    inMain: (run: Run, argument?: unknown) =>
      app.evaluate(run as (electron: ElectronModule, argument: unknown) => never, argument),
    inPage: (run: Run, argument?: unknown) => page.evaluate(run as (argument: unknown) => never, argument),
    problems: () => Promise.resolve(problems),
    ended,
    quit: async () => {
      await app.close();
    },
  };
}
