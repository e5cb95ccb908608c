import { notKnownYet } from '../../not-known-yet.ts';
import type { JsonSchema } from '../../parsed-schema.ts';
import type { SchemaTypeDescription, WalkOptions } from '../schema-field.ts';

export function describeJsonTypes(
  _schema: JsonSchema,
  _options: WalkOptions,
): SchemaTypeDescription[] {
  throw notKnownYet('The types');
}
