/** Electron's processes: main and worker as ES modules, the preload as the one CommonJS file that a sandbox can load. */
import { defineConfig } from 'electron-vite';
import { join } from 'node:path';
import { calls } from '../core/contract.ts';
import { electronOut, root } from './paths.ts';

/** Provided by the runtime or native; everything else is bundled, so the packaged app carries no other module. */
const external = ['electron', 'better-sqlite3'];

export default defineConfig({
  main: {
    build: {
      outDir: electronOut,
      emptyOutDir: true,
      externalizeDeps: false,
      rolldownOptions: {
        input: {
          main: join(root, 'electron/main/main.ts'),
          worker: join(root, 'electron/worker/worker.ts'),
        },
        external,
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunk-[name]-[hash].js' },
      },
    },
  },
  preload: {
    // Names alone: the contract's schemas would make the preload a hundred times as large.
    define: { CALL_NAMES: JSON.stringify(Object.keys(calls)) },
    build: {
      outDir: electronOut,
      emptyOutDir: false,
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: join(root, 'electron/preload/preload.ts') },
        external: ['electron'],
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
});
