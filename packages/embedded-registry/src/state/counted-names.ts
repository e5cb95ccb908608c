import { createSortedNames } from './sorted-names.ts';

/** Names in order, each there as long as it was added more often than removed. */
export interface CountedNames {
  readonly isEmpty: boolean;
  add(name: string): void;
  remove(name: string): void;
  clear(): void;
  /** The names that begin with a prefix, in order, each once. */
  withPrefix(prefix: string): string[];
}

/** Creates an empty set of counted names. */
export function createCountedNames(): CountedNames {
  const counts = new Map<string, number>();
  const names = createSortedNames();

  return {
    get isEmpty() {
      return counts.size === 0;
    },
    add(name) {
      counts.set(name, (counts.get(name) ?? 0) + 1);
      names.add(name);
    },
    remove(name) {
      const left = (counts.get(name) ?? 0) - 1;
      if (left > 0) counts.set(name, left);
      else {
        counts.delete(name);
        names.delete(name);
      }
    },
    clear() {
      counts.clear();
      names.clear();
    },
    withPrefix: (prefix) => names.withPrefix(prefix),
  };
}
