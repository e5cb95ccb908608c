import { notKnownYet } from '../../not-known-yet.ts';
import type { JsonSchema } from '../../parsed-schema.ts';
import type { SchemaField, WalkOptions } from '../schema-field.ts';

export function walkJsonFields(_schema: JsonSchema, _options: WalkOptions): SchemaField[] {
  throw notKnownYet('The fields');
}
