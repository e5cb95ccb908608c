import type { ParsedSchema } from '../parsed-schema.ts';

/** Whether a registry would take two schemas for one, so that registering the second makes no new version. */
export function isSameSchema(one: ParsedSchema, other: ParsedSchema): boolean {
  const [references, others] = [one.references, other.references];
  return (
    one.type === other.type &&
    one.text === other.text &&
    references.length === others.length &&
    references.every(
      ({ name, text }, index) => name === others[index]?.name && text === others[index]?.text,
    )
  );
}
