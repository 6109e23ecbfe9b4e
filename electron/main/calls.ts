/** Calls from the window to the backend, and the backend's events to the window. */
import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import type { CallReply } from '../../core/contract.ts';
import { isOwnPage } from './policy.ts';

/** Answers one call; it parses the name and the input itself, since both come from outside. */
export type Answer = (name: unknown, input: unknown) => Promise<CallReply>;

const refused: CallReply = {
  ok: false,
  error: { name: 'Refused', message: 'Only the window of Kaon Reach may make calls.' },
};

/** Whether the app's own page asks: not a frame inside it, and not another page in its place. */
function isOwnWindow({ senderFrame }: IpcMainInvokeEvent): boolean {
  return senderFrame?.parent === null && isOwnPage(senderFrame.url);
}

export function answerCalls(answer: Answer): void {
  ipcMain.handle('kaon:call', (event, name: unknown, input: unknown) =>
    isOwnWindow(event) ? answer(name, input) : Promise.resolve(refused),
  );
}

/** Sends to a page that may be gone by now: an event for a closed window is for nobody. */
export function tell(contents: WebContents | undefined, channel: 'kaon:event' | 'kaon:menu', ...data: unknown[]): void {
  if (contents !== undefined && !contents.isDestroyed()) contents.send(channel, ...data);
}
