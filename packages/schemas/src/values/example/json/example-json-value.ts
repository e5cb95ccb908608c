import { notKnownYet } from '../../../not-known-yet.ts';
import type { JsonSchema } from '../../../parsed-schema.ts';
import type { ExampleValueOptions } from '../../example-value.ts';

export function exampleJsonValue(_schema: JsonSchema, _options: ExampleValueOptions): unknown {
  throw notKnownYet('The messages');
}
