import type { Statement } from 'better-sqlite3';
import type { JobState } from '../../core/contract.ts';
import type { ErrorData } from '../../core/errors.ts';
import type { Connection } from './connection.ts';

interface JobRow extends Omit<JobState, 'error'> {
  readonly error: string | null;
}

/** How many ended jobs are kept for the list. */
const keptJobs = 500;

/** What was asked of the workers, and how it ended. */
export class Jobs {
  readonly #connection: Connection;
  readonly #insert: Statement<[number, string, string, string]>;
  readonly #update: Statement<[string, number, string | null, string | null, number]>;
  readonly #end: Statement<[string, string]>;
  readonly #prune: Statement<[number]>;
  readonly #recent: Statement<[number], JobRow>;

  constructor(connection: Connection) {
    this.#connection = connection;
    const { db } = connection;
    this.#insert = db.prepare(
      `INSERT INTO jobs (study_id, scenario_id, title, state, progress, created_at) VALUES (?, ?, ?, 'queued', 0, ?)`,
    );
    this.#update = db.prepare('UPDATE jobs SET state = ?, progress = ?, error = ?, ended_at = ? WHERE id = ?');
    this.#end = db.prepare(
      `UPDATE jobs SET state = 'cancelled', error = ?, ended_at = ? WHERE state IN ('queued', 'running')`,
    );
    this.#prune = db.prepare('DELETE FROM jobs WHERE id <= (SELECT max(id) FROM jobs) - ?');
    this.#recent = db.prepare(
      `SELECT id, study_id AS studyId, scenario_id AS scenarioId, title, state, progress, error
       FROM (SELECT * FROM jobs ORDER BY id DESC LIMIT ?) ORDER BY id`,
    );
  }

  add(job: Pick<JobState, 'studyId' | 'scenarioId' | 'title'>): number {
    return this.#connection.write(() =>
      Number(this.#insert.run(job.studyId, job.scenarioId, job.title, this.#connection.now()).lastInsertRowid),
    );
  }

  update({ id, state, progress, error }: Pick<JobState, 'id' | 'state' | 'progress' | 'error'>): void {
    const ended = state === 'queued' || state === 'running' ? null : this.#connection.now();
    this.#connection.write(() =>
      this.#update.run(state, progress, error === null ? null : JSON.stringify(error), ended, id),
    );
  }

  /** Ends the jobs that an earlier process left unfinished, and drops the oldest from the list. */
  cancelUnfinished(reason: ErrorData): void {
    this.#connection.write(() => {
      this.#end.run(JSON.stringify(reason), this.#connection.now());
      this.#prune.run(keptJobs);
    });
  }

  /** The newest jobs, oldest of them first. */
  recent(count: number): JobState[] {
    return this.#connection.read(() =>
      this.#recent
        .all(count)
        .map((row) => ({ ...row, error: row.error === null ? null : (JSON.parse(row.error) as ErrorData) })),
    );
  }
}
