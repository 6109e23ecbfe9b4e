import { createContext } from 'svelte';
import type { App } from './app.svelte.ts';
import type { Workbench } from './workbench.svelte.ts';

/** What every component may use without being handed it. */
export const [getApp, setApp] = createContext<App>();
export const [getWorkbench, setWorkbench] = createContext<Workbench>();
