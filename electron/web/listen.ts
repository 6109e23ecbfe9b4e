import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { InputError } from '../../core/errors.ts';
import { loopback } from './headers.ts';

/** Asked for first, so that the address is mostly the same. */
export const usualPort = 4949;

const allowedPorts = 'a free port from 1 to 65535; without --port one is chosen';

/**
 * Opens the server on a port of this machine alone.
 *
 * @param wanted a port that must be it; without it the usual one, or a free one where that is taken
 * @returns the port
 * @throws InputError when the wanted port cannot be had
 */
export async function listen(server: Server, wanted?: number): Promise<number> {
  if (wanted === undefined) return (await tryPort(server, usualPort)) ?? (await tryPort(server, 0)) ?? noPort(0);
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > 65_535) return noPort(wanted);
  return (await tryPort(server, wanted)) ?? noPort(wanted);
}

async function tryPort(server: Server, port: number): Promise<number | null> {
  server.listen(port, loopback);
  try {
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  } catch {
    return null;
  }
}

function noPort(port: number): never {
  throw new InputError(
    `port ${port} of ${loopback} cannot be used: it is taken, reserved or no port; allowed: ${allowedPorts}`,
    {
      where: '--port',
      value: port,
      allowed: allowedPorts,
    },
  );
}
