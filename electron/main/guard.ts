/** Keeps every page of the app where it is: no navigation, no new windows, no permissions, no embedded pages. */
import { app, shell, type Session, type WebContents } from 'electron';
import { isCitation, isOwnPage } from './policy.ts';

/** Citations open in the person's browser; nothing else leaves the app. */
function openOutside(url: string): void {
  if (isCitation(url)) void shell.openExternal(url);
}

function guardContents(contents: WebContents): void {
  contents.setWindowOpenHandler(({ url }) => {
    openOutside(url);
    return { action: 'deny' };
  });
  contents.on('will-frame-navigate', (event) => {
    // Loading the own page again is a reload.
    if (event.isMainFrame && isOwnPage(event.url)) return;
    event.preventDefault();
    if (event.isMainFrame) openOutside(event.url);
  });
  contents.on('will-redirect', (event) => {
    event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
  });
}

/** For every page that is ever made, also one that nobody meant to make. */
export function guardAllContents(): void {
  app.on('web-contents-created', (_event, contents) => {
    guardContents(contents);
  });
}

/** The app needs no camera, place, notification, clipboard reading or device. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => {
    answer(false);
  });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
}
