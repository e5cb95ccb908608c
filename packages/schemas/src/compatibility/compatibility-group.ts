import type { SchemaMetadata, WithMetadata } from './metadata.ts';
import { metadataProperty } from './metadata.ts';

/**
 * The earlier versions that a new schema is compared with: those whose metadata have the same value
 * of the property that the configuration names as `compatibilityGroup`. Having none is a value too.
 *
 * @param previous in any order, which is kept
 * @param metadata of the new schema
 * @param group the property's name; without one everything is compared
 */
export function sameCompatibilityGroup<Version extends WithMetadata>(
  previous: readonly Version[],
  metadata: SchemaMetadata | null | undefined,
  group: string | null | undefined,
): Version[] {
  if (!group) return [...previous];
  const value = metadataProperty(metadata, group);
  return previous.filter((version) => metadataProperty(version.metadata, group) === value);
}
