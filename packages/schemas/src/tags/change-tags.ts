import type { ParsedSchema } from '../parsed-schema.ts';
import { SchemaError } from '../schema-error.ts';
import { avroTagPlaces } from './avro.ts';
import { jsonTagPlaces } from './json.ts';
import { protobufTagPlaces } from './protobuf.ts';
import type { TagPlaces } from './tag-places.ts';
import type { SchemaEntity, TaggedEntity } from './tagged-entity.ts';
import { normalizedPath } from './tagged-entity.ts';

/** Which tags of which records and fields come and go. */
export interface TagChanges {
  /** @default [] */
  readonly add?: readonly TaggedEntity[];
  /** Goes after what comes. @default [] */
  readonly remove?: readonly TaggedEntity[];
  /**
   * What happens with entities that the schema does not have.
   *
   * @default 'refuse'
   */
  readonly unknown?: 'refuse' | 'ignore';
}

/**
 * A schema's stored text with other tags; nothing else changes. New tags come behind those that are there. In Protobuf, what
 * `(confluent.field_meta)` says of a field whose tags change is written as one `{ … }`; no import is added.
 *
 * @throws SchemaError `unknown_entity` for a path that leads to no record or field of the schema's own text
 */
export function changeTags(schema: ParsedSchema, changes: TagChanges): string {
  switch (schema.type) {
    case 'AVRO':
      return changeAt(avroTagPlaces(schema), changes, schema.text);
    case 'JSON':
      return changeAt(jsonTagPlaces(schema), changes, schema.text);
    case 'PROTOBUF':
      return changeAt(protobufTagPlaces(schema), changes, schema.text);
  }
}

function changeAt<Place>(
  places: TagPlaces<Place>,
  { add = [], remove = [], unknown = 'refuse' }: TagChanges,
  text: string,
): string {
  const tags = new Map<Place, readonly string[]>();
  for (const { entity, added, removed } of byEntity(add, remove)) {
    const place = places.find(entity);
    if (place === undefined) {
      if (unknown === 'ignore') continue;
      throw unknownEntity(entity);
    }
    const before = tags.get(place) ?? places.tagsAt(place);
    const after = new Set([...before, ...added]);
    for (const tag of removed) after.delete(tag);
    tags.set(place, [...after]);
  }
  return tags.size === 0 ? text : places.print(tags);
}

interface EntityChange {
  readonly entity: SchemaEntity;
  readonly added: string[];
  readonly removed: string[];
}

/** Each entity once, in the order in which they are named. */
function byEntity(
  add: readonly TaggedEntity[],
  remove: readonly TaggedEntity[],
): Iterable<EntityChange> {
  const changes = new Map<string, EntityChange>();
  const changeOf = (entity: SchemaEntity): EntityChange => {
    const key = `${entity.entityType} ${normalizedPath(entity.entityPath)}`;
    const change = changes.get(key) ?? { entity, added: [], removed: [] };
    changes.set(key, change);
    return change;
  };
  for (const entity of add) append(changeOf(entity).added, entity.tags);
  for (const entity of remove) append(changeOf(entity).removed, entity.tags);
  return changes.values();
}

function append(list: string[], more: readonly string[]): void {
  for (const each of more) list.push(each);
}

function unknownEntity({ entityPath, entityType }: SchemaEntity): SchemaError {
  const kind = entityType === 'sr_record' ? 'record' : 'field';
  return new SchemaError(
    `The schema has no ${kind} at the path '${entityPath}'. List the fields of the schema to see its paths.`,
    { code: 'unknown_entity', details: `No matching path '${entityPath}' found in the schema` },
  );
}
