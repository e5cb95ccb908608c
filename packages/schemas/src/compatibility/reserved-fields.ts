import { isJsonObject } from '../lossless-json/value.ts';
import type { ParsedSchema } from '../parsed-schema.ts';
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
  next: ParsedSchema,
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
    const path = placeOfField(next, name);
    if (path === undefined) continue;
    differences.push({
      type: 'RESERVED_FIELD_USED',
      path,
      message: `The new schema has field that conflicts with the reserved field ${name}.`,
      direction: 'backward',
    });
  }
  return differences;
}

/** Where the top level has a field of that name, in the spelling of the type's other differences. */
function placeOfField(schema: ParsedSchema, name: string): string | undefined {
  switch (schema.type) {
    case 'AVRO': {
      const field = schema.root.type === 'record' ? schema.root.fieldsByName.get(name) : undefined;
      return field && `/fields/${field.position}`;
    }
    case 'JSON': {
      const properties = isJsonObject(schema.value) ? schema.value.get('properties') : undefined;
      return isJsonObject(properties) && properties.has(name) ? `#/properties/${name}` : undefined;
    }
    case 'PROTOBUF': {
      const message = schema.file.types.find(({ kind }) => kind === 'message');
      if (message?.kind !== 'message') return undefined;
      const fields = [message, ...message.oneofs].flatMap((part) => part.fields);
      const field = fields.find((each) => each.name === name);
      return field && `#/${message.name}/${field.number}`;
    }
  }
}

function reservedFields(metadata: SchemaMetadata | null | undefined): Set<string> {
  const names = metadataProperty(metadata, RESERVED)?.split(',') ?? [];
  return new Set(names.map((name) => name.trim()).filter((name) => name !== ''));
}
