/** Dragging a row to another place in the list. */
export class DragOrder {
  readonly #moved: (id: string, before: string | null) => void;
  moving: string | null = $state(null);
  before: string | null = $state(null);
  #onTarget = $state(false);

  constructor(moved: (id: string, before: string | null) => void) {
    this.#moved = moved;
  }

  get atEnd(): boolean {
    return this.#onTarget && this.before === null;
  }

  isTarget(id: string): boolean {
    return this.#onTarget && this.before === id && this.moving !== id;
  }

  start(event: DragEvent, id: string): void {
    this.moving = id;
    event.dataTransfer?.setData('text/plain', '');
    if (event.dataTransfer !== null) event.dataTransfer.effectAllowed = 'move';
  }

  over(event: DragEvent, before: string | null): void {
    if (this.moving === null) return;
    event.preventDefault();
    this.before = before;
    this.#onTarget = true;
  }

  drop(event: DragEvent): void {
    event.preventDefault();
    if (this.moving !== null && this.#onTarget) this.#moved(this.moving, this.before);
    this.end();
  }

  end(): void {
    this.moving = null;
    this.before = null;
    this.#onTarget = false;
  }
}
