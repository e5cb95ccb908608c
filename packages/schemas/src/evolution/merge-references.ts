import type { ParsedSchema, ReferencedSchema } from '../parsed-schema.ts';

/**
 * The references of a schema, and those of another one that it lacks. Of two with one name the first
 * schema's counts.
 */
export function mergeReferences(first: ParsedSchema, second: ParsedSchema): ReferencedSchema[] {
  const known = new Set(first.references.map(({ name }) => name));
  return [...second.references.filter(({ name }) => !known.has(name)), ...first.references];
}
