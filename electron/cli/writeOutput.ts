import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { InputError } from '../../core/errors.ts';

/** Makes the folder, or says why it cannot be one, before anything is computed. */
export function checkOutput(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    if (statSync(folder).isDirectory()) return;
  } catch (error) {
    throw new InputError(
      `--out: ${folder} cannot be made a folder (${(error as NodeJS.ErrnoException).code ?? 'unknown'}); allowed: a folder that may be written`,
      { where: '--out', value: folder },
    );
  }
}

/** Writes a file whole or not at all; a different file of that name is kept unless told otherwise. */
export function writeOutput(folder: string, name: string, text: string, force: boolean): void {
  const file = path.join(folder, name);
  if (existsSync(file)) {
    if (!force && readFileSync(file, 'utf8') !== text)
      throw new InputError(`${file}: exists with other content; allowed: another --out, or --force to replace it`, {
        where: file,
      });
  }
  const draft = `${file}.${String(process.pid)}.part`;
  try {
    writeFileSync(draft, text);
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw new InputError(
      `${file}: could not be written (${(error as NodeJS.ErrnoException).code ?? 'unknown'}); allowed: a folder with room that may be written`,
      { where: file },
    );
  }
}
