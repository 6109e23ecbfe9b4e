export interface MenuItem {
  readonly label: string;
  readonly run: () => void;
  readonly detail?: string;
  readonly keys?: string;
  /** Given for a choice among several. */
  readonly checked?: boolean;
  readonly disabled?: boolean;
  /** Words above this entry. */
  readonly heading?: string;
  /** A line below this entry. */
  readonly line?: boolean;
}
