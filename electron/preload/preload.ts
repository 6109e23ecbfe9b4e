/** The one door between the window and the main process: the contract's calls and events, and the native menu's commands. */
import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import type { CallReply, EventName } from '../../core/contract.ts';

const callNames = new Set(CALL_NAMES);
const eventNames: ReadonlySet<string> = new Set(
  Object.keys({ job: 0, result: 0, studies: 0 } satisfies Record<EventName, 0>),
);

/** Hears one channel; what the listener never sees is Electron's event, which holds the way to every channel. */
function listen(channel: string, hear: (...data: unknown[]) => void): () => void {
  const heard = (_event: IpcRendererEvent, ...data: unknown[]): void => {
    hear(...data);
  };
  ipcRenderer.on(channel, heard);
  return () => {
    ipcRenderer.removeListener(channel, heard);
  };
}

function call(name: string, input: unknown): Promise<CallReply> {
  if (!callNames.has(name)) return Promise.reject(new Error(`There is no call named ${name}`));
  return ipcRenderer.invoke('kaon:call', name, input) as Promise<CallReply>;
}

function on(event: string, listener: (data: unknown) => void): () => void {
  if (!eventNames.has(event)) throw new Error(`There is no event named ${event}`);
  return listen('kaon:event', (name, data) => {
    if (name === event) listener(data);
  });
}

function onMenu(listener: (command: unknown) => void): () => void {
  return listen('kaon:menu', (command) => {
    listener(command);
  });
}

contextBridge.exposeInMainWorld('kaonReach', { call, on, onMenu, platform: process.platform });
