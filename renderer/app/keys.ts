/** Which key does which command. Single letters only outside text fields: there they are text. */
import { views } from './workbench.svelte.ts';

const letters: Readonly<Record<string, string>> = {
  n: 'newScenario',
  d: 'duplicateScenario',
  e: 'exportFigure',
  '?': 'help',
};

/** The command that a key press asks for, or null. */
export function commandFor(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>,
  inText: boolean,
): string | null {
  const control = event.ctrlKey || event.metaKey;
  const key = event.key.toLowerCase();
  if (control && !event.altKey && key === 'k') return 'palette';
  if (event.key === 'F1') return 'help';
  if (inText || event.altKey) return null;
  if (control) return key === 'z' ? (event.shiftKey ? 'redo' : 'undo') : key === 'y' ? 'redo' : null;
  const view = views[Number(key) - 1];
  return view === undefined ? (letters[key] ?? null) : `view.${view}`;
}

/** How far an arrow key moves the cross-hair, in steps to the right and up; null for another key. */
export function crossStep(
  event: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>,
): readonly [number, number] | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  const far = event.shiftKey ? 10 : 1;
  const directions: Readonly<Record<string, readonly [number, number]>> = {
    ArrowLeft: [-far, 0],
    ArrowRight: [far, 0],
    ArrowUp: [0, far],
    ArrowDown: [0, -far],
  };
  return directions[event.key] ?? null;
}

/** Whether keys are text here. */
export function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement)
    return !['checkbox', 'radio', 'range', 'button', 'file'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable;
}

/** Whether arrow keys have a meaning of their own here. */
export function usesArrows(target: EventTarget | null): boolean {
  return (
    isTextField(target) ||
    target instanceof HTMLInputElement ||
    (target instanceof HTMLElement &&
      target.closest('[role=menu], [role=tablist], [role=listbox], [role=region][tabindex]') !== null)
  );
}
