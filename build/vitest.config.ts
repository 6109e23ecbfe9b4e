/** Unit and integration tests, in Node; `.svelte.ts` state classes run as they do in the window. */
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { clientRunes } from './clientRunes.ts';
import { out, root } from './paths.ts';

/** Tests of what was built; the build is brought up to date before them. */
const built = 'test/**/*.built.test.ts';

export default defineConfig({
  root,
  cacheDir: join(out, 'vite'),
  plugins: [clientRunes()],
  resolve: { conditions: ['browser'] },
  ssr: { resolve: { conditions: ['browser', 'node'] } },
  test: {
    environment: 'node',
    pool: 'forks',
    testTimeout: 20_000,
    server: { deps: { inline: [/svelte/] } },
    projects: [
      {
        extends: true,
        test: { name: 'sources', include: ['test/**/*.test.ts'], exclude: ['test/e2e/**', 'test/bench/**', built] },
      },
      { extends: true, test: { name: 'built', include: [built], globalSetup: join(root, 'build/bringBuilds.ts') } },
    ],
  },
});
