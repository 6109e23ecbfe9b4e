import { describe, expect, it } from 'vitest';
import type { StudyState } from '../../core/contract.ts';
import { InputError } from '../../core/errors.ts';
import { ConnectionLost } from '../../renderer/client/transport.ts';
import { SaveQueue, type Edit, type SaveStatus } from '../../renderer/study/saveQueue.ts';
import { isConflict } from '../../renderer/study/session.svelte.ts';
import { document, state } from './fixture.ts';

/** A store of one study that can be made to fail; `trouble` holds what happens at the next saves. */
class Store {
  stored = state(1, document());
  readonly labels: string[] = [];
  readonly statuses: SaveStatus['kind'][] = [];
  trouble: ('lost' | 'lost after saving' | 'refused' | null)[] = [];
  readonly queue = new SaveQueue(
    {
      save: (base, edit) => this.#save(base, edit),
      open: () => Promise.resolve(this.stored),
      isConflict,
      pause: () => Promise.resolve(),
      report: ({ kind }) => this.statuses.push(kind),
    },
    1,
  );

  #save(base: number, { document: next, label }: Edit): Promise<StudyState> {
    const trouble = this.trouble.shift() ?? null;
    if (trouble === 'lost') return Promise.reject(new ConnectionLost());
    if (trouble === 'refused') return Promise.reject(new InputError('the disk is full'));
    if (base !== this.stored.revision) return Promise.reject(new InputError('changed meanwhile', { where: 'base' }));
    this.stored = state(base + 1, next, label);
    this.labels.push(label);
    return trouble === null ? Promise.resolve(this.stored) : Promise.reject(new ConnectionLost());
  }
}

const edit = (label: string): Edit => ({ document: { ...document(), name: label }, label });

describe('saving', () => {
  it('makes one revision of each edit, in order', async () => {
    const store = new Store();
    for (const label of ['a', 'b', 'c']) store.queue.push(edit(label));
    await store.queue.settled();
    expect(store.labels).toEqual(['a', 'b', 'c']);
    expect(store.stored.revision).toBe(4);
    expect(store.statuses.at(-1)).toBe('saved');
  });

  it('tries again until the connection is back, and loses nothing', async () => {
    const store = new Store();
    store.trouble = ['lost', 'lost', null];
    store.queue.push(edit('a'));
    store.queue.push(edit('b'));
    await store.queue.settled();
    expect(store.labels).toEqual(['a', 'b']);
    expect(store.statuses).toContain('waiting');
    expect(store.statuses.at(-1)).toBe('saved');
  });

  it('recognises its own revision when only the answer was lost', async () => {
    const store = new Store();
    store.trouble = ['lost after saving'];
    store.queue.push(edit('a'));
    await store.queue.settled();
    expect(store.labels).toEqual(['a']);
    expect(store.statuses.at(-1)).toBe('saved');
  });

  it('never overwrites what somebody else saved, unless it is told to', async () => {
    const store = new Store();
    store.stored = state(5, { ...document(), name: 'theirs' });
    store.queue.push(edit('mine'));
    await store.queue.settled();
    expect(store.statuses.at(-1)).toBe('conflict');
    expect(store.stored.document.name).toBe('theirs');
    await store.queue.retry();
    await store.queue.settled();
    expect(store.stored).toMatchObject({ revision: 6, document: { name: 'mine' } });
  });

  it('gives its edits up for what is stored when told to', async () => {
    const store = new Store();
    store.stored = state(5, { ...document(), name: 'theirs' });
    store.queue.push(edit('mine'));
    await store.queue.settled();
    await store.queue.takeStored();
    expect([store.queue.pending.length, store.statuses.at(-1)]).toEqual([0, 'saved']);
    store.queue.push(edit('next'));
    await store.queue.settled();
    expect(store.stored.revision).toBe(6);
  });

  it('keeps an edit that is refused, until a retry goes through', async () => {
    const store = new Store();
    store.trouble = ['refused'];
    store.queue.push(edit('a'));
    await store.queue.settled();
    expect(store.statuses.at(-1)).toBe('refused');
    store.queue.push(edit('b'));
    expect(store.queue.pending.map(({ label }) => label)).toEqual(['a', 'b']);
    await store.queue.retry();
    await store.queue.settled();
    expect(store.labels).toEqual(['a', 'b']);
  });
});
