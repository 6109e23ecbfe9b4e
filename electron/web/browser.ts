import { spawn } from 'node:child_process';

interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
}

/** The command that shows an address in the person's browser, or null where nobody would see it. */
export function browserCommand(url: string, { env, platform }: Surroundings): readonly [string, ...string[]] | null {
  const isSet = (name: string): boolean => (env[name] ?? '') !== '';
  if (isSet('KAON_REACH_NO_OPEN')) return null;
  if (platform === 'darwin') return ['open', url];
  if (platform === 'win32') return ['cmd', '/c', 'start', '', url];
  return isSet('DISPLAY') || isSet('WAYLAND_DISPLAY') ? ['xdg-open', url] : null;
}

/** Opens the address where there is a display; where that fails, the printed address remains. */
export function openInBrowser(url: string): void {
  const command = browserCommand(url, process);
  if (command === null) return;
  const [program, ...args] = command;
  const child = spawn(program, args, { detached: true, stdio: 'ignore' });
  child.on('error', () => undefined);
  child.unref();
}
