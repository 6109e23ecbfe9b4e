/** `npm run dist`: packages for this platform, or for the ones named (`npm run dist -- --win --mac`). */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { buildStale, electron, renderer } from './build.ts';
import { root } from './paths.ts';

await buildStale([renderer, electron]);
const cli = join(root, 'node_modules/electron-builder/cli.js');
const args = [cli, '--config', 'build/electron-builder.yml', ...process.argv.slice(2)];
process.exitCode = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status ?? 1;
