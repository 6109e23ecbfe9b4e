import { readFileSync, statSync } from 'node:fs';
import { InputError, toErrorData } from '../../core/errors.ts';

/** Larger than any file this program reads: guards against a wrong file, not against a person. */
const largest = 50e6;

/**
 * Reads a text file and what is in it; every message starts with the file's name.
 *
 * @param what the kind of file, for messages, as "a JSON study file"
 * @throws InputError naming file, place, value and what is allowed
 */
export function readFileAs<Content>(path: string, what: string, parse: (text: string) => Content): Content {
  try {
    return parse(readText(path, what));
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const data = toErrorData(error);
    throw new InputError(data.message.replaceAll(/^/gm, `${path}: `), { where: data.where ?? path });
  }
}

function readText(path: string, what: string): string {
  try {
    if (statSync(path).size > largest) throw new InputError(`the file is larger than 50 MB; allowed: ${what}`);
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
  } catch (error) {
    if (error instanceof InputError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    const why = { ENOENT: 'there is no such file', EISDIR: 'this is a folder', EACCES: 'this file may not be read' }[
      code ?? ''
    ];
    throw new InputError(`${why ?? 'this is not UTF-8 text'}; allowed: ${what}`);
  }
}
