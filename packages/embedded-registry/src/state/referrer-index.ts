/** Who refers to a version: ids of schemas, by the context in which they are used. */
export interface ReferrerIndex {
  add(subject: string, version: number, context: string, id: number): void;
  remove(subject: string, version: number, context: string, id: number): void;
  of(subject: string, version: number): readonly { context: string; id: number }[];
  entries(): Iterable<{ subject: string; version: number; context: string; id: number }>;
}

/** Creates an empty index. */
export function createReferrerIndex(): ReferrerIndex {
  /** By version and subject, then by id and context. */
  const referrers = new Map<string, Map<string, { context: string; id: number }>>();

  return {
    add(subject, version, context, id) {
      const key = keyOf(version, subject);
      const found = referrers.get(key) ?? new Map<string, { context: string; id: number }>();
      referrers.set(key, found.set(keyOf(id, context), { context, id }));
    },
    remove(subject, version, context, id) {
      const key = keyOf(version, subject);
      const found = referrers.get(key);
      found?.delete(keyOf(id, context));
      if (found?.size === 0) referrers.delete(key);
    },
    of: (subject, version) => [...(referrers.get(keyOf(version, subject))?.values() ?? [])],
    *entries() {
      for (const [key, found] of referrers) {
        const space = key.indexOf(' ');
        const version = Number(key.slice(0, space));
        const subject = key.slice(space + 1);
        for (const { context, id } of found.values()) yield { subject, version, context, id };
      }
    },
  };
}

function keyOf(number: number, name: string): string {
  return `${number} ${name}`;
}
