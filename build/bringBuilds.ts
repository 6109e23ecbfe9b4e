/** Vitest's setup for tests of what was built. */
import { buildStale, electron, renderer } from './build.ts';

export default async function setup(): Promise<void> {
  await buildStale([renderer, electron]);
}
