import type { AvroProperties } from '../avro/model.ts';
import { isJsonArray } from '../lossless-json/value.ts';
import { matchWildcard } from './match-wildcard.ts';
import type { WalkOptions } from './schema-field.ts';

/**
 * The tags of a field or a type: inline ones, then those whose pattern fits its name.
 *
 * @param inline those written in the schema itself
 * @param name `<record's full name>.<field>`, or the full name of a type
 */
export function findTags(
  inline: Iterable<string>,
  name: string,
  { metadataTags = {} }: WalkOptions,
): string[] {
  const tags = new Set(inline);
  for (const [pattern, names] of Object.entries(metadataTags)) {
    if (!matchWildcard(pattern, name)) continue;
    for (const tag of names) tags.add(tag);
  }
  return [...tags];
}

/** The tags that are written as `confluent:tags`. */
export function inlineTags(properties: AvroProperties): string[] {
  const inline = properties.get('confluent:tags');
  if (!isJsonArray(inline)) return [];
  return inline.filter((tag) => typeof tag === 'string');
}
