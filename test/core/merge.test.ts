import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mergePatch, valueAt, withValueAt, type JsonObject } from '../../core/merge.ts';

it('is the merge of RFC 7396, appendix A', () => {
  // Target, patch, result: rows of the RFC's table of test cases.
  const cases: [unknown, unknown, unknown][] = [
    [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
    [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
    [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
    [{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
    [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
    [{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }],
    [
      ['a', 'b'],
      ['c', 'd'],
      ['c', 'd'],
    ],
    [{ e: null }, { a: 1 }, { e: null, a: 1 }],
    [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
  ];
  for (const [target, patch, result] of cases)
    expect(mergePatch(target as JsonObject, patch as JsonObject)).toEqual(result);
});

it('replaces an object whose kind changes, and merges one whose kind stays', () => {
  expect(mergePatch({ kind: 'a', x: 1 }, { kind: 'b', y: 2 })).toEqual({ kind: 'b', y: 2 });
  expect(mergePatch({ kind: 'a', x: 1 }, { kind: 'a', y: 2 })).toEqual({ kind: 'a', x: 1, y: 2 });
});

it('sets and removes by path without touching the original', () => {
  const before = { a: { b: 1 }, c: 2 };
  expect(withValueAt(before, 'a.d', 3)).toEqual({ a: { b: 1, d: 3 }, c: 2 });
  expect(withValueAt(before, 'a.b', undefined)).toEqual({ c: 2 });
  expect(before).toEqual({ a: { b: 1 }, c: 2 });
  expect(valueAt(before, 'a.b')).toBe(1);
  expect(valueAt(before, 'a.b.c')).toBeUndefined();
});

it('what is set is there, what is removed is not', () => {
  const path = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 3 }).map((keys) => keys.join('.'));
  fc.assert(
    fc.property(path, path, fc.integer(), (first, second, value) => {
      const set = withValueAt(withValueAt({}, first, 1), second, value);
      expect(valueAt(set, second)).toBe(value);
      expect(valueAt(withValueAt(set, second, undefined), second)).toBeUndefined();
    }),
  );
});
