/** Errors that tell a person what is wrong, where, which value, and what is allowed. */

/** The plain-data form in which every error travels between processes and is shown. */
export interface ErrorData {
  readonly name: string;
  readonly message: string;
  /** Where in the file or form, as a path such as `scenarios[2].window.minMeV`; empty when there is no place. */
  readonly where?: string | undefined;
  readonly value?: string | undefined;
  readonly allowed?: string | undefined;
}

/** A problem that the person at the keyboard can put right: exit code 2 on the command line, in place in the window. */
export class InputError extends Error {
  override readonly name: string = 'InputError';
  readonly where: string | undefined;
  readonly value: string | undefined;
  readonly allowed: string | undefined;

  constructor(message: string, detail: { where?: string; value?: unknown; allowed?: string } = {}) {
    super(message);
    this.where = detail.where;
    this.value = detail.value === undefined ? undefined : printValue(detail.value);
    this.allowed = detail.allowed;
  }
}

/** A quantity outside the range in which a formula holds. */
export class DomainError extends InputError {
  override readonly name = 'DomainError';

  constructor(quantity: string, value: unknown, allowed: string) {
    super(`${quantity} is ${printValue(value)}; allowed: ${allowed}`, { value, allowed });
  }
}

/** A numerical method did not reach its accuracy; never replaced by a guess. */
export class ConvergenceError extends Error {
  override readonly name = 'ConvergenceError';
}

/** The computation was stopped on request. */
export class CancelledError extends Error {
  override readonly name = 'CancelledError';
  constructor(message = 'cancelled') {
    super(message);
  }
}

/** The store (database file) cannot be read or written. */
export class StoreError extends InputError {
  override readonly name = 'StoreError';
}

/** A short, safe print of any value: what a person typed, not a dump. */
export function printValue(value: unknown): string {
  const text =
    typeof value === 'string' ? JSON.stringify(value) : typeof value === 'number' ? String(value) : stringify(value);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}

/** JSON.stringify gives undefined for undefined and functions, which its type hides. */
function stringify(value: unknown): string {
  const json: unknown = JSON.stringify(value);
  return typeof json === 'string' ? json : String(value);
}

/** An error as plain data; unknown errors keep their message and lose their stack. */
export function toErrorData(error: unknown): ErrorData {
  if (error instanceof InputError) {
    return { name: error.name, message: error.message, where: error.where, value: error.value, allowed: error.allowed };
  }
  if (error instanceof Error) return { name: error.name, message: error.message };
  return { name: 'Error', message: String(error) };
}

/** The error that plain data describe, on the receiving side of a process boundary. */
export function fromErrorData(data: ErrorData): Error {
  if (data.name === 'CancelledError') return new CancelledError(data.message);
  const error =
    data.name === 'InputError' || data.name === 'DomainError' || data.name === 'StoreError'
      ? new InputError(data.message)
      : new Error(data.message);
  return Object.assign(error, data);
}

/** Whether the person can put it right, as opposed to a fault of the program. */
export function isUserError(data: ErrorData): boolean {
  return data.name === 'InputError' || data.name === 'DomainError' || data.name === 'StoreError';
}
