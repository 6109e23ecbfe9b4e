import type { Statement } from 'better-sqlite3';
import { documentSchema, type StudyDocument } from '../../core/contract.ts';
import type { Connection } from './connection.ts';
import { problemWith } from './errors.ts';
import { Scenarios } from './scenarios.ts';

interface RevisionRow {
  readonly id: number;
  readonly study_id: number;
  readonly parent_id: number | null;
  readonly label: string;
  readonly name: string;
  readonly settings: string;
}

interface ScenarioRow {
  readonly id: string;
  readonly body: string;
  readonly colour: number;
  readonly visible: number;
  readonly binned: number;
}

/** Every saved state of every study. */
export class Revisions {
  readonly #connection: Connection;
  readonly #scenarios: Scenarios;
  readonly #insert: Statement<[number, number | null, string, string, string, string]>;
  readonly #place: Statement<[number, number, number, number, number, number]>;
  readonly #get: Statement<[number], RevisionRow>;
  readonly #placed: Statement<[number], ScenarioRow>;
  readonly #latestChild: Statement<[number], { id: number; label: string }>;

  constructor(connection: Connection) {
    this.#connection = connection;
    this.#scenarios = new Scenarios(connection);
    const { db } = connection;
    this.#insert = db.prepare(
      'INSERT INTO revisions (study_id, parent_id, label, name, settings, created_at) VALUES (?, ?, ?, ?, ?, ?)',
    );
    this.#place = db.prepare(
      `INSERT INTO revision_scenarios (revision_id, position, scenario_revision_id, colour, visible, binned)
       VALUES (?, ?, ?, ?, ?, ?)`,
    );
    this.#get = db.prepare('SELECT id, study_id, parent_id, label, name, settings FROM revisions WHERE id = ?');
    this.#placed = db.prepare(
      `SELECT body.scenario_id AS id, body.body, placed.colour, placed.visible, placed.binned
       FROM revision_scenarios AS placed JOIN scenario_revisions AS body ON body.id = placed.scenario_revision_id
       WHERE placed.revision_id = ? ORDER BY placed.position`,
    );
    this.#latestChild = db.prepare('SELECT id, label FROM revisions WHERE parent_id = ? ORDER BY id DESC LIMIT 1');
  }

  /** Stores a document as a new revision and returns its id. */
  add(studyId: number, parentId: number | null, label: string, document: StudyDocument): number {
    const { name, scenarios, ...settings } = document;
    const now = this.#connection.now();
    const inserted = this.#insert.run(studyId, parentId, label, name, JSON.stringify(settings), now);
    const revision = Number(inserted.lastInsertRowid);
    for (const [position, { id, scenario, colour, visible, binned }] of scenarios.entries()) {
      const body = this.#scenarios.keep(studyId, id, scenario);
      this.#place.run(revision, position, body, colour, Number(visible), Number(binned));
    }
    return revision;
  }

  /** What was done last, what it was done to, and what an undo after it would bring back. */
  around(revision: number): {
    readonly label: string;
    readonly parent: number | null;
    readonly child: { id: number; label: string } | null;
  } {
    const { label, parent_id: parent } = this.#row(revision);
    return { label, parent, child: this.#latestChild.get(revision) ?? null };
  }

  /** The document as it was saved. */
  document(revision: number): StudyDocument {
    const row = this.#row(revision);
    const scenarios = this.#placed.all(revision).map(({ body, visible, binned, ...rest }) => ({
      ...rest,
      visible: visible === 1,
      binned: binned === 1,
      scenario: JSON.parse(body) as unknown,
    }));
    const settings = JSON.parse(row.settings) as object;
    const parsed = documentSchema.safeParse({ ...settings, name: row.name, scenarios });
    if (parsed.success) return parsed.data;
    const path = parsed.error.issues[0]?.path.join('.') ?? '';
    throw problemWith(
      this.#connection.file,
      `holds a revision (${String(revision)} of study ${String(row.study_id)}) that this program cannot read, at ${path}`,
      'put a backup copy of the file in its place; it was not changed',
    );
  }

  #row(revision: number): RevisionRow {
    const row = this.#get.get(revision);
    if (row === undefined) throw new Error(`no revision ${String(revision)}`);
    return row;
  }
}
