import { notKnownYet } from '../../not-known-yet.ts';
import type { ProtobufSchema } from '../../parsed-schema.ts';
import type { SchemaTypeDescription, WalkOptions } from '../schema-field.ts';

export function describeProtobufTypes(
  _schema: ProtobufSchema,
  _options: WalkOptions,
): SchemaTypeDescription[] {
  throw notKnownYet('The types');
}
