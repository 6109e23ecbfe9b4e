import type { Statement } from 'better-sqlite3';
import type { StudySummary } from '../../core/contract.ts';
import { InputError } from '../../core/errors.ts';
import type { Connection } from './connection.ts';

interface StudyRow {
  readonly id: number;
  readonly head_id: number;
  readonly binned_at: string | null;
}

/** The rows of the studies: which there are, where the head of each stands, which are in the bin. */
export class Studies {
  readonly #connection: Connection;
  readonly #insert: Statement<[string, string]>;
  readonly #move: Statement<[number, string, number]>;
  readonly #get: Statement<[number], StudyRow>;
  readonly #bin: Statement<[string | null, number]>;
  readonly #delete: Statement<[number]>;
  readonly #list: Statement<[], StudySummary>;

  constructor(connection: Connection) {
    this.#connection = connection;
    const { db } = connection;
    // Head 0 does not exist: the deferred foreign key makes the transaction fail unless the head is then moved.
    this.#insert = db.prepare('INSERT INTO studies (head_id, created_at, modified_at) VALUES (0, ?, ?)');
    this.#move = db.prepare('UPDATE studies SET head_id = ?, modified_at = ? WHERE id = ?');
    this.#get = db.prepare('SELECT id, head_id, binned_at FROM studies WHERE id = ?');
    this.#bin = db.prepare('UPDATE studies SET binned_at = ? WHERE id = ?');
    this.#delete = db.prepare('DELETE FROM studies WHERE id = ?');
    this.#list = db.prepare(
      `SELECT studies.id, revisions.name, studies.modified_at AS modifiedAt, studies.binned_at AS binnedAt,
         (SELECT count(*) FROM revision_scenarios WHERE revision_id = studies.head_id AND NOT binned) AS scenarioCount
       FROM studies JOIN revisions ON revisions.id = studies.head_id ORDER BY studies.modified_at DESC, studies.id DESC`,
    );
  }

  /** All studies, those changed last first. */
  list(): StudySummary[] {
    return this.#list.all();
  }

  /** A new study; its head must be set in the same transaction. */
  add(): number {
    const now = this.#connection.now();
    return Number(this.#insert.run(now, now).lastInsertRowid);
  }

  head(id: number): number {
    return this.#row(id).head_id;
  }

  moveHead(id: number, revision: number): void {
    this.#move.run(revision, this.#connection.now(), id);
  }

  bin(id: number): void {
    if (this.#row(id).binned_at === null) this.#bin.run(this.#connection.now(), id);
  }

  restore(id: number): void {
    this.#row(id);
    this.#bin.run(null, id);
  }

  /** Removes a study for good, with its revisions and jobs. Results stay: they belong to the physics. */
  delete(id: number): void {
    if (this.#row(id).binned_at === null) {
      throw new InputError(`study ${String(id)} is not in the bin; only a study in the bin can be deleted for good`, {
        where: 'id',
        value: id,
      });
    }
    this.#delete.run(id);
  }

  #row(id: number): StudyRow {
    const row = this.#get.get(id);
    if (row === undefined)
      throw new InputError(`there is no study ${String(id)}; it may have been deleted`, { where: 'id', value: id });
    return row;
  }
}
