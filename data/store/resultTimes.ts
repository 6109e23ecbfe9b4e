import type { Statement } from 'better-sqlite3';
import type { Connection } from './connection.ts';

/** When a result was computed and how long that took: apart from the results, which are the same on every machine. */
export class ResultTimes {
  readonly #connection: Connection;
  readonly #insert: Statement<[string, string, number]>;
  readonly #delete: Statement<[string]>;

  constructor(connection: Connection) {
    this.#connection = connection;
    this.#insert = connection.db.prepare('INSERT INTO result_times (key, computed_at, seconds) VALUES (?, ?, ?)');
    this.#delete = connection.db.prepare('DELETE FROM result_times WHERE key = ?');
  }

  add(key: string, seconds: number): void {
    this.#insert.run(key, this.#connection.now(), seconds);
  }

  forget(key: string): void {
    this.#delete.run(key);
  }
}
