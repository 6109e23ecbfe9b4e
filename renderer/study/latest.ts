/** Asks one question at a time; of those that come meanwhile only the newest is asked. */
import type { Superseded } from '../../core/contract.ts';

export interface LatestPort<Question, Answer> {
  readonly ask: (question: Question) => Promise<Answer | Superseded>;
  readonly answered: (answer: Answer, question: Question) => void;
  readonly failed: (error: unknown, question: Question) => void;
}

export class Latest<Question, Answer extends object> {
  readonly #port: LatestPort<Question, Answer>;
  #next: { readonly question: Question } | null = null;
  #busy = false;

  constructor(port: LatestPort<Question, Answer>) {
    this.#port = port;
  }

  ask(question: Question): void {
    this.#next = { question };
    if (!this.#busy) void this.#work();
  }

  /** Drops the question that waits. */
  forget(): void {
    this.#next = null;
  }

  async #work(): Promise<void> {
    this.#busy = true;
    for (let next = this.#next; next !== null; next = this.#next) {
      this.#next = null;
      await this.#one(next.question);
    }
    this.#busy = false;
  }

  async #one(question: Question): Promise<void> {
    try {
      const answer = await this.#port.ask(question);
      if (!('superseded' in answer)) this.#port.answered(answer, question);
    } catch (error) {
      this.#port.failed(error, question);
    }
  }
}
