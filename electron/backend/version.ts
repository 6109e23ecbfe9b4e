import { readFileSync } from 'node:fs';

const about = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string };

/** Version of the program, as in package.json. */
export const programVersion: string = about.version;
