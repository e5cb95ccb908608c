import { notKnownYet } from '../../not-known-yet.ts';
import type { ProtobufSchema } from '../../parsed-schema.ts';
import type { SchemaField, WalkOptions } from '../schema-field.ts';

export function walkProtobufFields(_schema: ProtobufSchema, _options: WalkOptions): SchemaField[] {
  throw notKnownYet('The fields');
}
