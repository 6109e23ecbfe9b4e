import type { CallName, CallOutput, ParsedInput } from '../../core/contract.ts';

/** Answers one call. `client` tells windows apart, whose previews must not supersede each other's. */
export type Handler<Name extends CallName> = (
  input: ParsedInput<Name>,
  client: string,
) => CallOutput<Name> | Promise<CallOutput<Name>>;

/** Handlers of the calls whose names start with the given group. */
export type Handlers<Group extends string = ''> = {
  readonly [Name in Extract<CallName, `${Group}${string}`>]: Handler<Name>;
};
