/** `npm run dist`: packages for this platform, or for the ones named (`npm run dist -- --win --mac`). */
import { build, Platform } from 'electron-builder';
import { buildStale, electron, renderer } from './build.ts';
import { packages } from './electronBuilder.ts';
import { root } from './paths.ts';

const flags = new Map([
  ['--linux', Platform.LINUX],
  ['--win', Platform.WINDOWS],
  ['--mac', Platform.MAC],
]);

function platforms(names: readonly string[]): Platform[] {
  if (names.length === 0) return [Platform.current()];
  return names.map((name) => {
    const platform = flags.get(name);
    if (platform === undefined) throw new Error(`${name} is no platform; allowed: ${[...flags.keys()].join(', ')}`);
    return platform;
  });
}

try {
  const targets = new Map(platforms(process.argv.slice(2)).flatMap((platform) => [...platform.createTarget()]));
  await buildStale([renderer, electron]);
  await build({ projectDir: root, config: packages, targets, publish: 'never' });
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
