/** Who refers to a version: ids of schemas, by the context in which they are used. */
export interface ReferrerIndex {
  add(subject: string, version: number, context: string, id: number): void;
  remove(subject: string, version: number, context: string, id: number): void;
  of(subject: string, version: number): readonly Referrer[];
  clear(): void;
  /** The ids of a context that refer to a version are these and no others. */
  restore(subject: string, version: number, context: string, ids: readonly number[]): void;
  /** What differs from another index: all ids of a context that refer to a version, where they are others there. */
  differencesFrom(other: ReferrerIndex): ReferrerDifference[];
  readonly byVersion: ReadonlyMap<string, ReadonlyMap<string, Referrer>>;
}

/** A schema that refers to something. */
export interface Referrer {
  readonly context: string;
  readonly id: number;
}

/** What of a version's referrers is not as in another index. */
export interface ReferrerDifference {
  context: string;
  subject: string;
  version: number;
  ids: number[];
}

const none: ReadonlyMap<string, Referrer> = new Map();

/** Creates an empty index. */
export function createReferrerIndex(): ReferrerIndex {
  /** By version and subject, then by id and context. */
  const referrers = new Map<string, Map<string, Referrer>>();

  function add(subject: string, version: number, context: string, id: number): void {
    const key = keyOf(version, subject);
    const found = referrers.get(key) ?? new Map<string, Referrer>();
    referrers.set(key, found.set(keyOf(id, context), { context, id }));
  }

  function remove(subject: string, version: number, context: string, id: number): void {
    const key = keyOf(version, subject);
    const found = referrers.get(key);
    found?.delete(keyOf(id, context));
    if (found?.size === 0) referrers.delete(key);
  }

  function of(subject: string, version: number): Referrer[] {
    return [...(referrers.get(keyOf(version, subject))?.values() ?? [])];
  }

  return {
    byVersion: referrers,
    add,
    remove,
    of,
    clear: () => referrers.clear(),
    restore(subject, version, context, ids) {
      for (const { context: each, id } of of(subject, version))
        if (each === context) remove(subject, version, context, id);
      for (const id of ids) add(subject, version, context, id);
    },
    differencesFrom: (other) =>
      [...new Set([...referrers.keys(), ...other.byVersion.keys()])]
        .sort()
        .flatMap((key) => differences(key, referrers.get(key), other.byVersion.get(key))),
  };
}

function differences(
  key: string,
  found: ReadonlyMap<string, Referrer> = none,
  there: ReadonlyMap<string, Referrer> = none,
): ReferrerDifference[] {
  const onlyIn = (one: ReadonlyMap<string, Referrer>, another: ReadonlyMap<string, Referrer>) =>
    [...one].filter(([referrer]) => !another.has(referrer)).map(([, { context }]) => context);
  const contexts = new Set([...onlyIn(found, there), ...onlyIn(there, found)]);
  const space = key.indexOf(' ');
  return [...contexts].map((context) => ({
    context,
    subject: key.slice(space + 1),
    version: Number(key.slice(0, space)),
    ids: [...found.values()]
      .filter((referrer) => referrer.context === context)
      .map(({ id }) => id)
      .sort((one, another) => one - another),
  }));
}

function keyOf(number: number, name: string): string {
  return `${number} ${name}`;
}
