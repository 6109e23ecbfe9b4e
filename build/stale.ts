/** Whether a build is older than what it was built from. */
import { existsSync, mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The latest change below the paths [ms since 1970]; a folder's own time counts, so that a removed file is noticed. */
export function newestChange(paths: readonly string[]): number {
  return Math.max(0, ...paths.map(changeOf));
}

function changeOf(path: string): number {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, newestChange(readdirSync(path).map((name) => join(path, name))));
}

/** True when the stamp is missing or older than the latest change below `sources`. */
export function isStale(stamp: string, sources: readonly string[]): boolean {
  return !existsSync(stamp) || newestChange(sources) > statSync(stamp).mtimeMs;
}

/** Marks a build as done from the sources as they were at `startedAt`: an edit during the build makes it stale again. */
export function writeStamp(stamp: string, startedAt: Date): void {
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, '');
  utimesSync(stamp, startedAt, startedAt);
}
