/** A JSON value, as it stands in a study file. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

/** Whether a JSON value is an object (not null, not an array). */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * JSON Merge Patch (RFC 7396) with one rule more: an object whose `kind` changes replaces the old one whole,
 * because keys of one kind mean nothing in another. null deletes, arrays replace.
 */
export function mergePatch(target: Json | undefined, patch: Json): Json {
  if (!isObject(patch)) return patch;
  const changesKind = isObject(target) && 'kind' in patch && patch['kind'] !== target['kind'];
  const merged = new Map(isObject(target) && !changesKind ? Object.entries(target) : []);
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) merged.delete(key);
    else merged.set(key, mergePatch(merged.get(key), value));
  }
  return Object.fromEntries(merged);
}

/** The value at a dotted path such as `window.minMeV`, or undefined. */
export function valueAt(target: Json | undefined, path: string): Json | undefined {
  return path.split('.').reduce<Json | undefined>((value, key) => (isObject(value) ? value[key] : undefined), target);
}

/** A copy of the object with the value at a dotted path set, or removed when undefined (with objects left empty by it). */
export function withValueAt(target: JsonObject, path: string, value: Json | undefined): JsonObject {
  const [key = '', ...rest] = path.split('.');
  const copy = new Map(Object.entries(target));
  const child = target[key];
  const next = rest.length === 0 ? value : withValueAt(isObject(child) ? child : {}, rest.join('.'), value);
  if (next === undefined || (value === undefined && isObject(next) && Object.keys(next).length === 0)) copy.delete(key);
  else copy.set(key, next);
  return Object.fromEntries(copy);
}

/** A copy without some keys. */
export function without<T extends object, Key extends string>(target: T, ...keys: readonly Key[]): Omit<T, Key> {
  return Object.fromEntries(
    Object.entries(target).filter(([key]) => !(keys as readonly string[]).includes(key)),
  ) as Omit<T, Key>;
}
