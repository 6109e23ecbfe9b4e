export interface Message {
  readonly id: number;
  readonly text: string;
  readonly kind: 'done' | 'problem';
  readonly action?: { readonly label: string; readonly run: () => void };
}

const shownMs = 6000;

/** Short words about what just happened; problems stay until they are dismissed. */
export class Messages {
  list: readonly Message[] = $state.raw([]);
  #nextId = 1;

  done(text: string, action?: Message['action']): void {
    const id = this.#add({ text, kind: 'done', ...(action === undefined ? {} : { action }) });
    setTimeout(() => this.dismiss(id), shownMs);
  }

  problem(error: unknown): void {
    const text = error instanceof Error ? error.message : String(error);
    if (this.list.some((message) => message.text === text)) return;
    this.#add({ text, kind: 'problem' });
  }

  dismiss(id: number): void {
    this.list = this.list.filter((message) => message.id !== id);
  }

  #add(message: Omit<Message, 'id'>): number {
    const id = this.#nextId++;
    this.list = [...this.list.slice(-2), { ...message, id }];
    return id;
  }
}
