import { homedir } from 'node:os';
import path from 'node:path';

/** Names of the files within the store's folder. */
export const storeFileName = 'kaon-reach.sqlite';
export const lockFileName = 'kaon-reach.lock';

interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  readonly home: string;
}

/**
 * The folder that holds a person's studies: KAON_REACH_HOME where it is set,
 * else the platform's folder for application data.
 */
export function storeFolder(
  { env, platform, home }: Surroundings = { env: process.env, platform: process.platform, home: homedir() },
): string {
  const chosen = env['KAON_REACH_HOME'];
  if (chosen !== undefined && chosen !== '') return path.resolve(chosen);
  if (platform === 'win32')
    return path.win32.join(env['APPDATA'] ?? path.win32.join(home, 'AppData', 'Roaming'), 'Kaon Reach');
  if (platform === 'darwin') return path.posix.join(home, 'Library', 'Application Support', 'Kaon Reach');
  const xdg = env['XDG_DATA_HOME'] ?? '';
  // The XDG specification says to ignore a relative path.
  return path.posix.join(path.posix.isAbsolute(xdg) ? xdg : path.posix.join(home, '.local', 'share'), 'kaon-reach');
}
