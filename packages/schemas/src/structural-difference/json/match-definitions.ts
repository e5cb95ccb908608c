import type { JsonOutline } from '../../field-walk/json/json-outline.ts';
import { membersOf } from '../../field-walk/json/schema-links.ts';
import { definitionName } from '../../field-walk/json/schema-name.ts';
import type { SchemaPlace } from '../../json/schema-place.ts';
import type { JsonValue } from '../../lossless-json/value.ts';
import { isJsonArray, isJsonObject } from '../../lossless-json/value.ts';

/** Which definition of the newer schema continues which of the older; at most one each. */
export interface DefinitionMatches {
  /** The older definition that this one continues. */
  earlier(after: SchemaPlace): SchemaPlace | undefined;
  /** The newer definition that continues this one. */
  later(before: SchemaPlace): SchemaPlace | undefined;
  /** Whether these continue each other. */
  matched(before: SchemaPlace, after: SchemaPlace): boolean;
  /** Whether this is a definition, or a part of another document, and so told of at its first use. */
  isOwnTopic(place: SchemaPlace): boolean;
  /** Notes that an older definition is told of where it was used; false where something continues it. */
  take(before: SchemaPlace): boolean;
  /** Ties two together, unless one of them is tied already. */
  tie(before: SchemaPlace, after: SchemaPlace): boolean;
  /** Does so where they look like one that got another name. */
  tieIfAlike(before: SchemaPlace, after: SchemaPlace): boolean;
}

/**
 * Matches definitions by the place where they are written; `definitions` and `$defs` are the same
 * place. Those that stay unmatched may still be tied by the place where they are used.
 */
export function matchDefinitions(before: JsonOutline, after: JsonOutline): DefinitionMatches {
  const earlier = new Map<string, SchemaPlace>();
  const later = new Map<string, SchemaPlace>();
  const unlike = new Set<string>();
  const topics = new Set([...topicsOf(before), ...topicsOf(after)].map(keyOf));

  function tie(old: SchemaPlace, next: SchemaPlace): boolean {
    const [oldKey, nextKey] = [keyOf(old), keyOf(next)];
    if (later.has(oldKey) || earlier.has(nextKey)) return false;
    later.set(oldKey, next);
    earlier.set(nextKey, old);
    return true;
  }

  for (const key of [keyOf, looseKey]) {
    const olds = new Map(topicsOf(before).map((place) => [key(place), place]));
    for (const next of topicsOf(after)) {
      const old = olds.get(key(next));
      if (old !== undefined) tie(old, next);
    }
  }

  return {
    earlier: (next) => earlier.get(keyOf(next)),
    later: (old) => later.get(keyOf(old)),
    matched(old, next) {
      const found = earlier.get(keyOf(next));
      if (found !== undefined) return keyOf(found) === keyOf(old);
      return next.document !== undefined && keyOf(old) === keyOf(next);
    },
    isOwnTopic: (place) => place.document !== undefined || topics.has(keyOf(place)),
    take(old) {
      if (later.has(keyOf(old))) return false;
      later.set(keyOf(old), old);
      return true;
    },
    tie,
    tieIfAlike(old, next) {
      const pair = `${keyOf(old)}\n${keyOf(next)}`;
      // Asked once for each pair, as looking costs and a definition may be used very often.
      if (unlike.has(pair)) return false;
      if (looksRenamed(old, next) && tie(old, next)) return true;
      unlike.add(pair);
      return false;
    },
  };
}

/** Definitions, and what is used of other documents. */
function topicsOf({ definitions, types }: JsonOutline): SchemaPlace[] {
  const places = definitions.map(([, place]) => place);
  const foreign = [...types.values()].map(({ place }) => place);
  return [...places, ...foreign.filter(({ document }) => document !== undefined)];
}

function keyOf({ document, pointer }: SchemaPlace): string {
  return `${document ?? ''} ${pointer}`;
}

function looseKey(place: SchemaPlace): string {
  return keyOf(place).replaceAll('/definitions/', '/$defs/');
}

/** Whether two definitions that are used in the same place can be one that got another name. */
function looksRenamed(before: SchemaPlace, after: SchemaPlace): boolean {
  const [old, next] = [membersOf(before), membersOf(after)];
  if (typeof before.value !== typeof after.value || definitionName(after) === undefined)
    return false;
  const [oldNames, nextNames] = [partNames(before.value), partNames(after.value)];
  if (oldNames.length > 0 && nextNames.length > 0) {
    const known = new Set(oldNames);
    const kept = nextNames.filter((name) => known.has(name)).length;
    return kept * 2 >= Math.max(oldNames.length, nextNames.length);
  }
  const type = next.get('type');
  return (
    oldNames.length === nextNames.length && typeof type === 'string' && old.get('type') === type
  );
}

function partNames(value: JsonValue): JsonValue[] {
  if (!isJsonObject(value)) return [];
  const [properties, symbols] = [value.get('properties'), value.get('enum')];
  if (isJsonObject(properties)) return [...properties.keys()];
  return isJsonArray(symbols) ? [...symbols] : [];
}
