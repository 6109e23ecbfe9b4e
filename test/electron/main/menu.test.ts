import type { MenuItemConstructorOptions } from 'electron';
import { expect, test } from 'vitest';
import { menuCommands, menuTemplate, type MenuCommand } from '../../../electron/main/menu.ts';
import { views } from '../../../renderer/app/workbench.svelte.ts';

function itemsOf(platform: NodeJS.Platform, developer = false, send: (command: MenuCommand) => void = () => undefined) {
  const top = menuTemplate(send, platform, developer);
  return top.flatMap(({ submenu }) => (submenu ?? []) as MenuItemConstructorOptions[]);
}

test.each(['linux', 'win32', 'darwin'] as const)('every command is in the menu once (%s)', (platform) => {
  const ids = itemsOf(platform).flatMap(({ id }) => id ?? []);
  expect(ids.toSorted()).toEqual([...menuCommands].toSorted());
});

test('no two items share their keys', () => {
  const keys = itemsOf('linux').flatMap(({ accelerator }) => accelerator ?? []);
  expect(new Set(keys).size).toBe(keys.length);
});

test('every view of the window is in the menu, in the window’s order and with its number', () => {
  const items = itemsOf('linux').filter(({ id }) => id?.startsWith('view.'));
  expect(items.map(({ id, accelerator }) => [id, accelerator])).toEqual(
    views.map((view, i) => [`view.${view}`, `CmdOrCtrl+${i + 1}`]),
  );
});

test('an item sends the command that it is named after', () => {
  const sent: string[] = [];
  const items = itemsOf('linux', false, (command) => sent.push(command));
  for (const { id, click } of items) if (id !== undefined) (click as () => void)();
  expect(sent).toEqual(items.flatMap(({ id }) => id ?? []));
});

test('undo and redo leave their keys to the page, where a text field has its own', () => {
  const items = itemsOf('linux').filter(({ id }) => id === 'undo' || id === 'redo');
  expect(items.map(({ registerAccelerator }) => registerAccelerator)).toEqual([false, false]);
});

test('developer tools are for developers', () => {
  const roles = (developer: boolean) => itemsOf('linux', developer).map(({ role }) => role);
  expect(roles(true)).toContain('toggleDevTools');
  expect(roles(false)).not.toContain('toggleDevTools');
});
