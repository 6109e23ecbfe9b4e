import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openStore } from '../../../data/store/open.ts';
import { sampleDocument, temporaryFolder } from './support.ts';

/** Another process that writes the store in the folder and tells each revision that was acknowledged. */
function startWriter(folder: string, mode: 'once' | 'forever'): ChildProcess {
  const child = fork(path.join(import.meta.dirname, 'writer.ts'), [folder, mode], { execArgv: [] });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return child;
}

test('the first process writes; the second reads, and says why it cannot save', async () => {
  const folder = temporaryFolder();
  const writer = startWriter(folder, 'once');
  await once(writer, 'message');
  const reader = openStore({ folder });
  onTestFinished(() => {
    reader.close();
  });
  expect(reader.readOnly).toMatch(/another Kaon Reach has .*kaon-reach\.sqlite open/);
  expect(reader.listStudies().map((s) => s.name)).toEqual(['revision 0']);
  for (const write of [
    () => reader.documents.create(sampleDocument(), 'x'),
    () => {
      reader.binStudy(1);
    },
    () => reader.documents.undo(1),
    () => reader.jobs.add({ studyId: 1, scenarioId: 'x', title: 'x' }),
  ]) {
    expect(write).toThrow(/nothing can be saved: another Kaon Reach/);
  }
});

test('the right to write passes on when its holder is killed', async () => {
  const folder = temporaryFolder();
  const writer = startWriter(folder, 'once');
  await once(writer, 'message');
  writer.kill('SIGKILL');
  await once(writer, 'exit');
  const store = openStore({ folder });
  onTestFinished(() => {
    store.close();
  });
  expect(store.readOnly).toBeNull();
  expect(store.documents.create(sampleDocument(), 'New study').id).toBe(2);
});

test('two stores in one process do not both write', () => {
  const folder = temporaryFolder();
  const first = openStore({ folder });
  const second = openStore({ folder });
  expect([first.readOnly, second.readOnly]).toEqual([null, expect.stringContaining('another Kaon Reach')]);
  second.close();
  first.close();
  const third = openStore({ folder });
  expect(third.readOnly).toBeNull();
  third.close();
});

test('kill -9 between saves loses no save that was answered', async () => {
  const folder = temporaryFolder();
  const writer = startWriter(folder, 'forever');
  const answered: string[] = [];
  await new Promise<void>((resolve) => {
    writer.on('message', (name: string) => {
      answered.push(name);
      if (answered.length === 25) {
        writer.kill('SIGKILL');
        resolve();
      }
    });
  });
  await once(writer, 'exit');

  const store = openStore({ folder });
  onTestFinished(() => {
    store.close();
  });
  const names = new Set<string>();
  for (let state = store.documents.load(1); ; state = store.documents.undo(1)) {
    names.add(state.document.name);
    if (state.undo === null) break;
  }
  expect(answered.length).toBeGreaterThanOrEqual(25);
  expect(answered.filter((name) => !names.has(name))).toEqual([]);
});
