import { isJsonArray, isJsonObject } from '../../../lossless-json/value.ts';
import { identityOf } from '../../json/equal-values.ts';
import type { SchemaPart, SchemaParts } from '../../json/schema-part.ts';
import type { Made, Maker } from './maker.ts';
import type { Wish } from './wish.ts';

const TRIES_FOR_ANOTHER = 30;
/** Beyond this many elements no list is made up. */
export const LONGEST_LIST = 10_000;

/** Makes up a list: as many elements as must be, and one or two where that is free. */
export function makeList(
  wish: Wish,
  words: string,
  depth: number,
  isSmall: boolean,
  { parts, random, make, isFlat }: Maker,
): Made {
  const layers = wish.lists.map((part) => readLayer(part, parts));
  const needed = wish.contains.flatMap(({ part, least }) =>
    Array.from({ length: Math.min(least, LONGEST_LIST) }, () => part),
  );
  const least = Math.max(wish.minItems, needed.length);
  const tuple = Math.max(0, ...layers.map(({ prefix }) => prefix.length));
  const usual = isSmall || isFlat(depth) ? 0 : tuple > 0 ? tuple : random.between(1, 2);
  const length = Math.min(Math.max(least, usual), wish.maxItems);
  const list: unknown[] = [];
  const seen = new Set<string>();
  for (let index = 0; index < length; index += 1) {
    // What must be contained stands at the end, where fewer other things are demanded.
    const contained = needed[index - (length - needed.length)];
    const all = layers
      .map((layer) => layer.prefix[index] ?? layer.rest)
      .filter((part) => part !== undefined);
    const wanted = contained === undefined ? all : [...all, contained];
    const made = another(wanted, index);
    if ('value' in made) list.push(made.value);
    else if (index < least) return made;
    else break;
  }
  return { value: list };

  /** One more element, which differs from those before where it has to. */
  function another(all: readonly SchemaPart[], index: number): Made {
    for (let attempt = 0; attempt < TRIES_FOR_ANOTHER; attempt += 1) {
      const made = make(all, words, depth + 1);
      if (!wish.unique || !('value' in made)) return made;
      const identity = identityOf(made.value, () => {});
      if (seen.has(identity)) continue;
      seen.add(identity);
      return made;
    }
    const where = wish.lists[0]?.place.pointer ?? '';
    return {
      isProved: false,
      where,
      why: `no element ${index} was found that differs from the others`,
    };
  }
}

interface ListLayer {
  prefix: readonly SchemaPart[];
  rest: SchemaPart | undefined;
}

function readLayer({ place }: SchemaPart, parts: SchemaParts): ListLayer {
  const keywords = isJsonObject(place.value) ? place.value : new Map<string, never>();
  const tuple = parts.speaks('prefixItems') ? 'prefixItems' : 'items';
  const written = keywords.get(tuple);
  const prefix = isJsonArray(written)
    ? written
        .map((_, index) => parts.child(place, tuple, index))
        .filter((part) => part !== undefined)
    : [];
  const rest = isJsonArray(keywords.get('items')) ? 'additionalItems' : 'items';
  return {
    prefix,
    rest: parts.child(place, rest) ?? parts.child(place, 'unevaluatedItems'),
  };
}
