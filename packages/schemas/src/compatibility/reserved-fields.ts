import type { AvroSchema } from '../parsed-schema.ts';
import type { Difference } from './difference.ts';
import type { SchemaMetadata } from './metadata.ts';
import { metadataProperty } from './metadata.ts';

/** The property that names fields which must not be used, with commas between them. */
const RESERVED = 'confluent:reserved';

/**
 * What `validateFields` finds: fields that were reserved and are not any more, and fields of the
 * schema's top level that are reserved.
 */
export function checkReservedFields(
  next: AvroSchema,
  metadata: SchemaMetadata | null | undefined,
  oldMetadata: SchemaMetadata | null | undefined,
): Difference[] {
  const reserved = reservedFields(metadata);
  const differences: Difference[] = [];
  for (const name of reservedFields(oldMetadata)) {
    if (reserved.has(name)) continue;
    differences.push({
      type: 'RESERVED_FIELD_REMOVED',
      path: '/',
      message: `The new schema has reserved field ${name} removed from its metadata which is present in the old schema's metadata.`,
      direction: 'backward',
    });
  }
  for (const name of reserved) {
    const field = next.root.type === 'record' ? next.root.fieldsByName.get(name) : undefined;
    if (field === undefined) continue;
    differences.push({
      type: 'RESERVED_FIELD_USED',
      path: `/fields/${field.position}`,
      message: `The new schema has field that conflicts with the reserved field ${name}.`,
      direction: 'backward',
    });
  }
  return differences;
}

function reservedFields(metadata: SchemaMetadata | null | undefined): Set<string> {
  const names = metadataProperty(metadata, RESERVED)?.split(',') ?? [];
  return new Set(names.map((name) => name.trim()).filter((name) => name !== ''));
}
