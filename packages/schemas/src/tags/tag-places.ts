import type { SchemaEntity } from './tagged-entity.ts';

/** Where tags stand in one schema. */
export interface TagPlaces<Place> {
  /** The place of an entity; undefined where the schema's own text has none of that path and type. */
  find(entity: SchemaEntity): Place | undefined;
  /** The tags that are written there. */
  tagsAt(place: Place): readonly string[];
  /** The stored text with other tags at some places. */
  print(tags: ReadonlyMap<Place, readonly string[]>): string;
}
