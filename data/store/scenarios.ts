import type { Statement } from 'better-sqlite3';
import type { ScenarioFile } from '../../core/scenario.ts';
import type { Connection } from './connection.ts';

/** The scenarios of a study and every form that each has had. */
export class Scenarios {
  readonly #connection: Connection;
  readonly #add: Statement<[number, string, string]>;
  readonly #find: Statement<[number, string, string], { id: number }>;
  readonly #insert: Statement<[number, string, string, string]>;

  constructor(connection: Connection) {
    this.#connection = connection;
    const { db } = connection;
    this.#add = db.prepare('INSERT INTO scenarios (study_id, id, created_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING');
    this.#find = db.prepare('SELECT id FROM scenario_revisions WHERE study_id = ? AND scenario_id = ? AND body = ?');
    this.#insert = db.prepare(
      'INSERT INTO scenario_revisions (study_id, scenario_id, body, created_at) VALUES (?, ?, ?, ?)',
    );
  }

  /** Row of the scenario in this form; written only when the scenario never had it before. */
  keep(studyId: number, scenarioId: string, scenario: ScenarioFile): number {
    const body = JSON.stringify(scenario);
    const found = this.#find.get(studyId, scenarioId, body);
    if (found !== undefined) return found.id;
    const now = this.#connection.now();
    this.#add.run(studyId, scenarioId, now);
    return Number(this.#insert.run(studyId, scenarioId, body, now).lastInsertRowid);
  }
}
