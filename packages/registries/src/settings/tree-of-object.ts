import { isSecret } from '@srkit/registry-protocol';
import type { Tree } from './tree.ts';

// No setting is deeper; an object that holds itself ends here.
const deepest = 4;

/** The tree of an object that code hands in. Its places are the paths themselves: `registries.dev.url`. */
export function treeOfObject(value: unknown, path: string, depth = 0): Tree {
  if (value === undefined || value === null) return { isNothing: true };
  if (Array.isArray(value) && depth < deepest)
    return { value, items: value.map((item) => treeOfObject(item, path, depth + 1)) };
  if (!isPlainObject(value) || depth >= deepest) return { value };
  const entries = Object.entries(value).map(([key, part]) => {
    const name = path === '' ? key : `${path}.${key}`;
    return { key, place: { place: name, name }, tree: treeOfObject(part, name, depth + 1) };
  });
  return { value, entries };
}

function isPlainObject(value: unknown): value is object {
  if (typeof value !== 'object' || value === null || isSecret(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}
