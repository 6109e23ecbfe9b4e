import type * as z from 'zod';
import { InputError, printValue, type ErrorData } from '../errors.ts';
import { allowedRange, fields, type FieldPath } from '../fields.ts';

type Issue = z.core.$ZodIssue;

/** zod's findings as errors that name place, value and what is allowed. */
export function issuesToErrors(error: z.ZodError, input: unknown, where: string): ErrorData[] {
  return error.issues.flatMap((issue) => describe(issue, input, where));
}

/** Throws all findings as one InputError, a line each, whose place is that of the first. */
export function throwIssues(error: z.ZodError, input: unknown, where = ''): never {
  throw joined(issuesToErrors(error, input, where));
}

/** Several errors as one: a line each, at most ten; the place is that of the first. */
export function joined(errors: readonly ErrorData[]): InputError {
  const shown = errors.slice(0, 10).map(({ message }) => message);
  const more = errors.length > 10 ? [`… and ${String(errors.length - 10)} more`] : [];
  const [first] = errors;
  return new InputError([...shown, ...more].join('\n'), { where: first?.where ?? '', allowed: first?.allowed ?? '' });
}

function describe(issue: Issue, input: unknown, where: string): ErrorData[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) =>
      asError(pathText(where, [...issue.path, key]), 'unknown key', undefined, 'only the keys of the format'),
    );
  }
  const value = issue.path.reduce<unknown>(
    (at, key) => (at as Record<PropertyKey, unknown> | null | undefined)?.[key],
    input,
  );
  const path = pathText(where, issue.path);
  if (value === undefined && issue.code !== 'custom') return [asError(path, 'is missing', undefined, allowed(issue))];
  return [asError(path, `is ${printValue(value)}`, printValue(value), allowed(issue))];
}

function asError(where: string, what: string, value: string | undefined, allowedText: string): ErrorData {
  return {
    name: 'InputError',
    message: `${where}: ${what}; allowed: ${allowedText}`,
    where,
    value,
    allowed: allowedText,
  };
}

function allowed(issue: Issue): string {
  const field = fields[
    issue.path
      .map((key) => (typeof key === 'number' ? '[]' : `.${String(key)}`))
      .join('')
      .slice(1)
      .replace(/^.*?scenarios\[\]\./, '') as FieldPath
  ] as (typeof fields)[FieldPath] | undefined;
  if (field !== undefined && issue.code !== 'custom') return allowedRange(field);
  if (issue.code === 'invalid_value') return issue.values.map((value) => printValue(value)).join(', ');
  if (issue.code === 'invalid_union' && 'options' in issue) {
    return (issue.options as unknown[]).map((option) => printValue(option)).join(', ');
  }
  if (issue.code === 'invalid_type') return kinds[issue.expected] ?? issue.expected;
  if (issue.code === 'too_big') return `at most ${String(issue.maximum)}${ofWhat(issue.origin)}`;
  if (issue.code === 'too_small') return `at least ${String(issue.minimum)}${ofWhat(issue.origin)}`;
  return issue.message.replace(/^.*allowed: /, '');
}

function ofWhat(origin: string): string {
  return { string: ' characters', array: ' entries' }[origin] ?? '';
}

const kinds: Partial<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  array: 'a list',
  object: 'an object',
};

function pathText(where: string, path: readonly PropertyKey[]): string {
  const text = path.map((key) => (typeof key === 'number' ? `[${String(key)}]` : `.${String(key)}`)).join('');
  return where === '' ? text.replace(/^\./, '') : `${where}${text}`;
}
