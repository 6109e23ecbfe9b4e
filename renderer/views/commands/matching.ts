import type { Command } from '../../app/commands.ts';

/** The commands that hold every typed word, in any order; those that begin with what was typed come first. */
export function matching(commands: readonly Command[], typed: string): readonly Command[] {
  const wanted = plain(typed)
    .split(/\s+/)
    .filter((word) => word !== '');
  const found = commands.filter(({ title }) => wanted.every((word) => plain(title).includes(word)));
  const begins = (command: Command): number => (plain(command.title).startsWith(plain(typed).trim()) ? 0 : 1);
  return found.toSorted((a, b) => begins(a) - begins(b));
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll('_', '');
}
