/** Builds what is out of date: the window, and Electron's processes. */
import { join } from 'node:path';
import { electronOut, rendererOut, root } from './paths.ts';
import { isStale, writeStamp } from './stale.ts';

export interface Target {
  readonly name: string;
  /** Newer than every source while the build is up to date. */
  readonly stamp: string;
  readonly sources: readonly string[];
  /** Loads the builder only when there is something to build: a start without is faster. */
  readonly run: () => Promise<void>;
}

const inRoot = (...names: string[]): string[] => names.map((name) => join(root, name));
const logLevel = 'error';

export const renderer: Target = {
  name: 'window',
  stamp: join(rendererOut, '.built'),
  sources: inRoot('renderer', 'core', 'package-lock.json', 'build/vite.config.ts', 'build/paths.ts'),
  run: async () => {
    const { build } = await import('vite');
    await build({ configFile: join(root, 'build/vite.config.ts'), logLevel });
  },
};

export const electron: Target = {
  name: 'Electron processes',
  stamp: join(electronOut, '.built'),
  sources: inRoot('electron', 'core', 'data', 'package-lock.json', 'build/electron.vite.config.ts', 'build/paths.ts'),
  run: async () => {
    const { build } = await import('electron-vite');
    await build({ root, configFile: join(root, 'build/electron.vite.config.ts'), logLevel });
  },
};

export async function buildTarget(target: Target): Promise<void> {
  const startedAt = new Date();
  await target.run();
  writeStamp(target.stamp, startedAt);
}

/** Builds the targets that are older than their sources. */
export async function buildStale(targets: readonly Target[]): Promise<void> {
  for (const target of targets) {
    if (isStale(target.stamp, target.sources)) await buildTarget(target);
  }
}

/** `build.ts [window|electron]`: builds that part, or both, whether stale or not. */
if (import.meta.main) {
  const [wanted] = process.argv.slice(2);
  if (wanted !== 'electron') await buildTarget(renderer);
  if (wanted !== 'window') await buildTarget(electron);
}
