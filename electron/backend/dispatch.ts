import { calls, type CallName, type CallReply } from '../../core/contract.ts';
import { InputError, printValue, toErrorData } from '../../core/errors.ts';
import { throwIssues } from '../../core/study/issues.ts';
import type { Handlers } from './handlers.ts';

type AnyHandler = (input: unknown, client: string) => unknown;

/**
 * The door: names and inputs come from outside and are parsed here, once. Whatever goes wrong is an answer,
 * as plain data without a stack.
 */
export function dispatcher(handlers: Handlers): (name: unknown, input: unknown, client?: string) => Promise<CallReply> {
  return async (name, input, client = '') => {
    try {
      const known = callName(name);
      const parsed = calls[known].input.safeParse(input);
      if (!parsed.success) throwIssues(parsed.error, input);
      const value = await (handlers[known] as AnyHandler)(parsed.data, client);
      return { ok: true, value } as CallReply;
    } catch (error) {
      return { ok: false, error: toErrorData(error) };
    }
  };
}

function callName(name: unknown): CallName {
  if (typeof name === 'string' && Object.hasOwn(calls, name)) return name as CallName;
  throw new InputError(`there is no call ${printValue(name)}`, {
    where: 'call',
    value: name,
    allowed: Object.keys(calls).join(', '),
  });
}
