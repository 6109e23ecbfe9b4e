/** Where the build reads and writes: the one place that knows the folders. */
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

/** The repository's root, whatever the working directory is. */
export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

/** Everything that is built or reported; ignored by git. */
export const out = join(root, 'build/out');

export const rendererOut = join(out, 'renderer');
export const electronOut = join(out, 'electron');
export const reports = join(out, 'reports');
