/** Compiles `.svelte.ts` state classes for the client, which Vite's Svelte plugin does not do for tests in Node. */
import { compileModule } from 'svelte/compiler';
import type { Plugin } from 'vite';

export function clientRunes(): Plugin {
  return {
    name: 'client-runes',
    // After the types are stripped: the module compiler reads plain JavaScript.
    enforce: 'post',
    transform: {
      filter: { id: /\.svelte\.ts$/ },
      handler: (code, id) => compileModule(code, { filename: id, generate: 'client', dev: true }).js,
    },
  };
}
