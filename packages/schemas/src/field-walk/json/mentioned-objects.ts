import type { SchemaPlace } from '../../json/schema-place.ts';
import type { JsonValue } from '../../lossless-json/value.ts';
import { isJsonObject } from '../../lossless-json/value.ts';
import type { SchemaLinks } from './schema-links.ts';
import { membersOf } from './schema-links.ts';

/** How many schemas are looked into for one value. */
const MOST_STEPS = 200;
const INNER_KEYWORDS = ['items', 'additionalItems', 'additionalProperties'];

/** The objects that a value is or holds, not looking into their properties. */
export function mentionedObjects(
  starts: readonly SchemaPlace[],
  links: SchemaLinks,
): SchemaPlace[] {
  const found: SchemaPlace[] = [];
  const seen = new Set<JsonValue>();
  const waiting = starts.toReversed();
  for (
    let place = waiting.pop();
    place !== undefined && seen.size < MOST_STEPS;
    place = waiting.pop()
  ) {
    if (!isJsonObject(place.value) || seen.has(place.value)) continue;
    seen.add(place.value);
    const inner = [
      ...links.alsoHolds(place),
      ...links.alternatives(place).map((branch) => branch.place),
    ];
    if (isJsonObject(membersOf(place).get('properties'))) found.push(place);
    else {
      for (const keyword of INNER_KEYWORDS) {
        const part = links.one(place, keyword);
        if (part !== undefined) inner.push(part);
      }
      for (const keyword of ['items', 'prefixItems']) inner.push(...links.list(place, keyword));
      inner.push(...links.named(place, 'patternProperties').map(([, part]) => part));
    }
    waiting.push(...inner.slice(0, MOST_STEPS).reverse());
  }
  return found;
}
