import { isUserError, toErrorData } from '../../core/errors.ts';
import { openInBrowser } from './browser.ts';
import { serve, type ServeOptions } from './serve.ts';

const endings = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Serves the app until the process is asked to end, and says where.
 *
 * @returns the exit code: 0 when asked to end, 2 for what the person can put right, 1 for a fault of the program
 */
export async function runWebHost(options: ServeOptions = {}): Promise<number> {
  try {
    const ending = asked();
    const host = await serve(options);
    if (host.readOnly !== null) console.error(`Nothing can be saved: ${host.readOnly}.`);
    console.log(`Kaon Reach is at ${host.url}`);
    openInBrowser(host.url);
    await ending;
    host.close();
    return 0;
  } catch (error) {
    const data = toErrorData(error);
    console.error(data.message);
    return isUserError(data) ? 2 : 1;
  }
}

/** When the process is asked to end. */
function asked(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of endings) process.once(signal, () => resolve());
  });
}
