import type { SchemaPlace } from '../../json/schema-place.ts';
import type { JsonOutline } from './json-outline.ts';
import { membersOf } from './schema-links.ts';

const DEFINITION = /^.*\/(?:definitions|\$defs)\/[^/]+/;
const REFERENCES = ['$ref', '$dynamicRef', '$recursiveRef'];

/**
 * Tells whether anything leads to the definition that a place of the schema's own text stands in. What
 * stands in none is always used, and so is what other documents hold.
 */
export function usedDefinitions({ values, links }: JsonOutline): (place: SchemaPlace) => boolean {
  const targets = new Map<string, Set<string>>();
  for (const { place } of values) {
    for (const keyword of REFERENCES) {
      const written = membersOf(place).get(keyword);
      if (typeof written !== 'string') continue;
      const target = links.documents.resolve(written, place);
      if (target === undefined) continue;
      const from = holderOf(place);
      const known = targets.get(from) ?? new Set();
      targets.set(from, known.add(holderOf(target)));
    }
  }
  const used = new Set(['']);
  // The set grows while it is walked. What is around a definition in use counts as used, too.
  for (const holder of used) {
    used.add(holderIn(holder.slice(0, holder.lastIndexOf('/'))));
    for (const target of targets.get(holder) ?? []) used.add(target);
  }
  return (place) => used.has(holderOf(place));
}

/** The innermost definition that a place stands in, '' for none. */
function holderOf({ document, pointer }: SchemaPlace): string {
  return document === undefined ? holderIn(pointer) : '';
}

function holderIn(pointer: string): string {
  return DEFINITION.exec(pointer)?.[0] ?? '';
}
