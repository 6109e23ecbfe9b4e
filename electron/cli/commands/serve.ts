import { fileURLToPath } from 'node:url';
import { runScript } from '../script.ts';

const file = fileURLToPath(new URL('../../web/main.ts', import.meta.url));

/** The web host, until it is interrupted. */
export function serveCommand({ port }: { readonly port?: number }): Promise<number> {
  return runScript(file, port === undefined ? [] : ['--port', String(port)]);
}
