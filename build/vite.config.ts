/** The renderer: one static build that Electron's window and the web host both serve. */
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { join } from 'node:path';
import { rendererOut, out, root } from './paths.ts';

export default defineConfig({
  root: join(root, 'renderer'),
  base: './',
  cacheDir: join(out, 'vite'),
  plugins: [svelte({ configFile: false })],
  build: {
    outDir: rendererOut,
    emptyOutDir: true,
    target: 'es2024',
    minify: true,
    // Both hosts forbid data: fonts and scripts, so nothing is inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
