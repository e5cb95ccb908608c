import type { AvroProperties } from '../avro/model.ts';
import { isJsonArray } from '../lossless-json/value.ts';
import { matchWildcard } from './match-wildcard.ts';
import type { WalkOptions } from './schema-field.ts';

/**
 * The tags of a field or a type: inline ones, then those whose pattern fits its name.
 *
 * @param name `<record's full name>.<field>`, or the full name of a type
 */
export function findTags(
  properties: AvroProperties,
  name: string,
  { metadataTags = {} }: WalkOptions,
): string[] {
  const tags = new Set<string>();
  const inline = properties.get('confluent:tags');
  if (isJsonArray(inline)) {
    for (const tag of inline) if (typeof tag === 'string') tags.add(tag);
  }
  for (const [pattern, names] of Object.entries(metadataTags)) {
    if (!matchWildcard(pattern, name)) continue;
    for (const tag of names) tags.add(tag);
  }
  return [...tags];
}
