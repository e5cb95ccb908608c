import { notKnownYet } from '../../../not-known-yet.ts';
import type { ProtobufSchema } from '../../../parsed-schema.ts';
import type { ExampleValueOptions } from '../../example-value.ts';

export function exampleProtobufValue(
  _schema: ProtobufSchema,
  _options: ExampleValueOptions,
): unknown {
  throw notKnownYet('The messages');
}
