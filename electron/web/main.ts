/** Entry of the web host: `npm run web -- [--port N]`. */
import { parseArgs } from 'node:util';
import { runWebHost } from './run.ts';

const usage = 'usage: npm run web -- [--port N]';

/** The port asked for; NaN, which no port is, for what is not a number. */
function portOf(args: readonly string[]): number | undefined {
  const { values } = parseArgs({ args: [...args], options: { port: { type: 'string' } } });
  return values.port === undefined ? undefined : Number(values.port.trim() || NaN);
}

async function main(): Promise<number> {
  try {
    return await runWebHost({ port: portOf(process.argv.slice(2)) });
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
    return 2;
  }
}

// Compute processes are killed by now; what a browser left open must not keep this one alive.
process.exit(await main());
