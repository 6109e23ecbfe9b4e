import type * as z from 'zod';
import type { CallName, CallOutput, calls } from '../../core/contract.ts';

/** A call's input after it was parsed. */
export type ParsedInput<Name extends CallName> = z.output<(typeof calls)[Name]['input']>;

/** Answers one call. `client` tells windows apart, whose previews must not supersede each other's. */
export type Handler<Name extends CallName> = (
  input: ParsedInput<Name>,
  client: string,
) => CallOutput<Name> | Promise<CallOutput<Name>>;

/** Handlers of the calls whose names start with the given group. */
export type Handlers<Group extends string = ''> = {
  readonly [Name in Extract<CallName, `${Group}${string}`>]: Handler<Name>;
};
