import { isDeepStrictEqual } from 'node:util';
import type { StudyDocument } from '../../core/contract.ts';
import { InputError } from '../../core/errors.ts';
import type { Connection } from './connection.ts';
import { Revisions } from './revisions.ts';
import type { Studies } from './studies.ts';

/** A study at its head. */
export interface StoredDocument {
  readonly id: number;
  readonly revision: number;
  readonly document: StudyDocument;
  /** Label of what undo would take back; null when there is nothing. */
  readonly undo: string | null;
  readonly redo: string | null;
}

/** Studies as whole documents: saved as revisions, with undo and redo along the tree of revisions. */
export class Documents {
  readonly #connection: Connection;
  readonly #studies: Studies;
  readonly #revisions: Revisions;

  constructor(connection: Connection, studies: Studies) {
    this.#connection = connection;
    this.#studies = studies;
    this.#revisions = new Revisions(connection);
  }

  load(id: number): StoredDocument {
    return this.#connection.read(() => this.#load(id));
  }

  create(document: StudyDocument, label: string): StoredDocument {
    return this.#connection.write(() => {
      const id = this.#studies.add();
      this.#studies.moveHead(id, this.#revisions.add(id, null, label, document));
      return this.#load(id);
    });
  }

  /**
   * Saves what was edited from revision `base`; an unchanged document makes no revision.
   *
   * @throws InputError when the head has moved since, so that nobody's work is overwritten
   */
  save(id: number, base: number, document: StudyDocument, label: string): StoredDocument {
    return this.#connection.write(() => {
      const head = this.#studies.head(id);
      if (head !== base) {
        throw new InputError(
          `this study was changed in another window since revision ${String(base)}; open it again to go on from there`,
          {
            where: 'base',
            value: base,
            allowed: `the study's newest revision, ${String(head)}`,
          },
        );
      }
      if (!isDeepStrictEqual(this.#revisions.document(head), document)) {
        this.#studies.moveHead(id, this.#revisions.add(id, head, label, document));
      }
      return this.#load(id);
    });
  }

  /** Back to the state before the last save; the state left stays in the store. */
  undo(id: number): StoredDocument {
    return this.#connection.write(() => {
      const { parent } = this.#revisions.around(this.#studies.head(id));
      if (parent === null) throw new InputError('there is nothing to undo', { where: 'id', value: id });
      this.#studies.moveHead(id, parent);
      return this.#load(id);
    });
  }

  /** Forward to the state that was saved last from here. */
  redo(id: number): StoredDocument {
    return this.#connection.write(() => {
      const { child } = this.#revisions.around(this.#studies.head(id));
      if (child === null) throw new InputError('there is nothing to redo', { where: 'id', value: id });
      this.#studies.moveHead(id, child.id);
      return this.#load(id);
    });
  }

  #load(id: number): StoredDocument {
    const revision = this.#studies.head(id);
    const { label, parent, child } = this.#revisions.around(revision);
    const document = this.#revisions.document(revision);
    return { id, revision, document, undo: parent === null ? null : label, redo: child?.label ?? null };
  }
}
