import type { AvroSchema } from '../../parsed-schema.ts';
import { refuseValue } from '../refuse-value.ts';
import type { EncodeValueOptions } from '../value-options.ts';
import { codecOf } from './codec.ts';
import { fitMessage } from './fit-message.ts';

const MOST_PROBLEMS = 20;

/** Encodes a message in Avro's binary encoding, without a prefix. */
export function encodeAvroValue(
  { root }: AvroSchema,
  value: unknown,
  { encoding }: EncodeValueOptions,
): Uint8Array {
  const codec = codecOf(root);
  const fitted = fitMessage(root, codec.names, value, encoding, MOST_PROBLEMS, true);
  if ('problems' in fitted) throw refuseValue(fitted.problems);
  return codec.encode(fitted.tree);
}
