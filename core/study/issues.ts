import type * as z from 'zod';
import { InputError, printValue, type ErrorData } from '../errors.ts';
import { allowedRange, fields, type FieldPath } from '../fields.ts';

type Issue = z.core.$ZodIssue;

/** zod's findings as errors that name place, value and what is allowed. */
export function issuesToErrors(error: z.ZodError, input: unknown, where: string): ErrorData[] {
  return error.issues.flatMap((issue) => describe(issue, input, where));
}

/** Throws all findings as one InputError whose place is that of the first. */
export function throwIssues(error: z.ZodError, input: unknown, where = ''): never {
  const errors = issuesToErrors(error, input, where);
  const [first] = errors;
  const more = errors.length > 1 ? ` (and ${String(errors.length - 1)} more)` : '';
  throw new InputError(`${first?.message ?? 'bad input'}${more}`, {
    where: first?.where ?? where,
    value: first?.value,
    allowed: first?.allowed ?? '',
  });
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
  return issue.message.replace(/^.*allowed: /, '');
}

function pathText(where: string, path: readonly PropertyKey[]): string {
  const text = path.map((key) => (typeof key === 'number' ? `[${String(key)}]` : `.${String(key)}`)).join('');
  return where === '' ? text.replace(/^\./, '') : `${where}${text}`;
}
