import type { ProtobufSchema } from '../../parsed-schema.ts';
import type { ProtoMessage, ProtoType } from '../../protobuf/model.ts';
import { countBytes } from '../value-problem.ts';
import { scopedName } from './collect-extensions.ts';
import { lowestBits } from './read-scalar.ts';
import type { WireReader } from './wire-reader.ts';
import { readWord, tellBytes } from './wire-reader.ts';
import { newWireWriter, writeScalar, writtenBytes } from './wire-writer.ts';

/** A message of a schema's own text, and where it stands there. */
export interface PlacedMessage {
  readonly fullName: string;
  /** From the outermost message in, each counted among the messages around it. */
  readonly indexes: readonly number[];
}

const known = new WeakMap<ProtobufSchema, readonly PlacedMessage[]>();
const MOST_SHOWN = 8;

/** Every message of a schema's own text in document order, one before those inside of it. */
export function placedMessages(schema: ProtobufSchema): readonly PlacedMessage[] {
  const placed = known.get(schema) ?? placeMessages(schema);
  known.set(schema, placed);
  return placed;
}

/** The message indexes as serializers write them between the prefix and the message. */
export function messageIndexBytes(indexes: readonly number[]): Uint8Array {
  const writer = newWireWriter();
  // The first message of a file is so usual that it has a shorter form.
  const isFirst = indexes.length === 1 && indexes[0] === 0;
  for (const number of isFirst ? [0] : [indexes.length, ...indexes]) {
    writeScalar(writer, 'sint32', number);
  }
  return writtenBytes(writer);
}

/**
 * Reads the message indexes.
 *
 * @param chosen the message that is read whatever they say
 * @returns the message that they lead to; undefined, with a problem, where they lead nowhere
 */
export function readMessageIndexes(
  schema: ProtobufSchema,
  reader: WireReader,
  chosen: PlacedMessage | undefined,
): PlacedMessage | undefined {
  const offset = reader.position;
  const indexes = readIndexes(reader);
  if (indexes === undefined || chosen !== undefined) return chosen;
  const found = placedMessages(schema).find(
    (message) =>
      message.indexes.length === indexes.length &&
      message.indexes.every((index, level) => index === indexes[level]),
  );
  if (found !== undefined) return found;
  const spelled = `[${indexes.slice(0, MOST_SHOWN).join(', ')}${indexes.length > MOST_SHOWN ? ', …' : ''}]`;
  return tellBytes(reader, offset, {
    message: `The message indexes ${spelled} at offset ${offset} lead to no message of the schema. The bytes may be of another schema.`,
    expected: 'the indexes of a message',
    found: spelled,
  });
}

function readIndexes(reader: WireReader): number[] | undefined {
  const offset = reader.position;
  const count = readIndex(reader, 'the number of message indexes');
  if (count === undefined) return undefined;
  if (count === 0) return [0];
  const left = reader.end - reader.position;
  if (count < 0 || count > left) {
    return tellBytes(reader, offset, {
      message: `The bytes at offset ${offset} claim ${count} message indexes, and ${countBytes(left)} more ${left === 1 ? 'is' : 'are'} there.`,
      expected: 'the number of message indexes',
      found: String(count),
    });
  }
  const indexes: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const value = readIndex(reader, 'a message index');
    if (value === undefined) return undefined;
    indexes.push(value);
  }
  return indexes;
}

function readIndex(reader: WireReader, what: string): number | undefined {
  const value = readWord(reader, what);
  if (value === undefined) return undefined;
  const bits = lowestBits(value);
  return (bits >>> 1) ^ -(bits & 1);
}

function placeMessages({ file }: ProtobufSchema): PlacedMessage[] {
  const placed: PlacedMessage[] = [];
  const left: { message: ProtoMessage; at: PlacedMessage }[] = [];
  function put(types: readonly ProtoType[], scope: string, indexes: readonly number[]): void {
    const messages = types.filter((type) => type.kind === 'message');
    const inside = messages.map((message, index) => ({
      message,
      at: { fullName: scopedName(scope, message.name), indexes: [...indexes, index] },
    }));
    left.push(...inside.reverse());
  }
  put(file.types, file.packageName ?? '', []);
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    placed.push(next.at);
    put(next.message.types, next.at.fullName, next.at.indexes);
  }
  return placed;
}
