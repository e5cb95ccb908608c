import { SchemaError } from '../schema-error.ts';
import type { SchemaEntityType, TaggedEntity } from './tagged-entity.ts';

const GREATEST_LENGTH = 20_000_000;

/** What gathers the tagged entities of a schema. */
export interface TagCollector {
  readonly found: readonly TaggedEntity[];
  /**
   * Takes an entity unless it has no tags.
   *
   * @throws SchemaError `too_large`
   */
  take(entityPath: string, entityType: SchemaEntityType, tags: readonly string[]): void;
}

/** Gathers entities up to 20 million characters: the paths of a deep schema together can be far longer than its text. */
export function collectTags(): TagCollector {
  const found: TaggedEntity[] = [];
  let length = 0;
  return {
    found,
    take(entityPath, entityType, tags) {
      if (tags.length === 0) return;
      length += entityPath.length;
      if (length > GREATEST_LENGTH) {
        const details = `The paths of what is tagged have more than ${GREATEST_LENGTH} characters`;
        throw new SchemaError(`${details}. Split or flatten the schema.`, {
          code: 'too_large',
          details,
        });
      }
      found.push({ entityPath, entityType, tags: [...new Set(tags)] });
    },
  };
}
