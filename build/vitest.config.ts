/** Unit and integration tests, in Node; `.svelte.ts` state classes run as they do in the window. */
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { clientRunes } from './clientRunes.ts';
import { out, root } from './paths.ts';

export default defineConfig({
  root,
  cacheDir: join(out, 'vite'),
  plugins: [clientRunes()],
  resolve: { conditions: ['browser'] },
  ssr: { resolve: { conditions: ['browser', 'node'] } },
  test: {
    environment: 'node',
    include: ['test/**/*.test.ts'],
    exclude: ['test/e2e/**', 'test/bench/**', 'build/out/**'],
    pool: 'forks',
    testTimeout: 20_000,
    server: { deps: { inline: [/svelte/] } },
  },
});
