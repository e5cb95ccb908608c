/** A set of names kept in order, in which the names with a prefix are found without looking at the others. */
export interface SortedNames {
  has(name: string): boolean;
  add(name: string): void;
  delete(name: string): void;
  /** The names that begin with a prefix, in order. */
  withPrefix(prefix: string): string[];
}

/** Creates an empty set of names, ordered by UTF-16 units as Java orders strings. */
export function createSortedNames(): SortedNames {
  const names: string[] = [];

  /** The place of the first name that is not before the given one. */
  function placeOf(name: string): number {
    let low = 0;
    let high = names.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((names[middle] ?? '') < name) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  return {
    has: (name) => names[placeOf(name)] === name,
    add(name) {
      const place = placeOf(name);
      if (names[place] !== name) names.splice(place, 0, name);
    },
    delete(name) {
      const place = placeOf(name);
      if (names[place] === name) names.splice(place, 1);
    },
    withPrefix(prefix) {
      const start = placeOf(prefix);
      let end = start;
      while (names[end]?.startsWith(prefix)) end += 1;
      return names.slice(start, end);
    },
  };
}
