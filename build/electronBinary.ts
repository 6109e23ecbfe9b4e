/** Electron's binary: where it is, and one brief attempt to install it. Never `require('electron')`, which downloads. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { out, root } from './paths.ts';

const electronModule = join(root, 'node_modules/electron');
const failedMarker = join(out, 'electron-install-failed');
/** Long enough for a download on a good line; short enough to wait for on a bad one. */
const installLimitMs = 20_000;
/** After a failed attempt nothing is tried for this long, so that not every start waits. */
const retryAfterMs = 12 * 3600 * 1000;

/** Path of the executable, or undefined when it is not installed. As in Electron, a folder may be named to be used instead. */
export function electronBinary(
  folder = electronModule,
  override = process.env['ELECTRON_OVERRIDE_DIST_PATH'],
): string | undefined {
  const pathFile = join(folder, 'path.txt');
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8').trim() : undefined;
  const path = override === undefined ? name && join(folder, 'dist', name) : join(override, name ?? 'electron');
  return path !== undefined && existsSync(path) ? path : undefined;
}

/** Whether the last attempt failed so recently that another would only cost time. */
export function failedRecently(marker = failedMarker, now = Date.now()): boolean {
  const stat = statSync(marker, { throwIfNoEntry: false });
  return stat !== undefined && now - stat.mtimeMs < retryAfterMs;
}

/** Runs Electron's own installer, quietly and with a time limit; the binary's path if it is there afterwards. */
export function installElectron(): string | undefined {
  spawnSync(process.execPath, [join(electronModule, 'install.js')], { stdio: 'ignore', timeout: installLimitMs });
  const path = electronBinary();
  rmSync(failedMarker, { force: true });
  if (path === undefined) {
    mkdirSync(dirname(failedMarker), { recursive: true });
    writeFileSync(failedMarker, '');
  }
  return path;
}
