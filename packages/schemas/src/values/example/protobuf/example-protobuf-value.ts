import type { ProtobufSchema } from '../../../parsed-schema.ts';
import { chooseMessage } from '../../protobuf/choose-message.ts';
import type { ExampleValueOptions } from '../../value-options.ts';
import { seededRandom } from '../random.ts';
import { makeExample } from './make-example.ts';

const DEFAULT_DEPTH = 4;

/** Makes up a message of a Protobuf schema. */
export function exampleProtobufValue(
  schema: ProtobufSchema,
  { seed = 1, maxDepth = DEFAULT_DEPTH, messageType }: ExampleValueOptions,
): unknown {
  const { fullName } = chooseMessage(schema, messageType);
  return makeExample(schema, fullName, seededRandom(seed), maxDepth);
}
