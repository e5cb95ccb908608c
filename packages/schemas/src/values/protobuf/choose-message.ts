import type { ProtobufSchema } from '../../parsed-schema.ts';
import { SchemaError } from '../../schema-error.ts';
import { closestName } from '../closest-name.ts';
import { listNames, quote } from '../value-problem.ts';
import type { PlacedMessage } from './message-indexes.ts';
import { placedMessages } from './message-indexes.ts';

/**
 * The message of a schema that is meant.
 *
 * @param messageType its full name; without it the first of the file is taken
 * @throws SchemaError `invalid_schema` where the file has no message, and `invalid_value` where it
 *   has none of this name
 */
export function chooseMessage(
  schema: ProtobufSchema,
  messageType: string | undefined,
): PlacedMessage {
  const messages = placedMessages(schema);
  const [first] = messages;
  if (first === undefined) throw refuseEmpty();
  if (messageType === undefined) return first;
  const found = messages.find(({ fullName }) => fullName === messageType);
  if (found === undefined) throw refuseName(messageType, messages);
  return found;
}

/**
 * The message of a reader's schema that reads what was written as another's: the one of the same
 * name within its package.
 */
export function readerMessage(
  reader: ProtobufSchema,
  writer: ProtobufSchema,
  { fullName }: PlacedMessage,
): PlacedMessage {
  const ownPackage = writer.file.packageName;
  const name = ownPackage === undefined ? fullName : fullName.slice(ownPackage.length + 1);
  const theirPackage = reader.file.packageName;
  return chooseMessage(reader, theirPackage === undefined ? name : `${theirPackage}.${name}`);
}

function refuseEmpty(): SchemaError {
  const details = 'The schema defines no message';
  return new SchemaError(`${details}. Take the schema of the file that defines it.`, {
    code: 'invalid_schema',
    details,
  });
}

function refuseName(messageType: string, messages: readonly PlacedMessage[]): SchemaError {
  const names = messages.map(({ fullName }) => fullName);
  const close =
    names.find((name) => name.endsWith(`.${messageType}`)) ?? closestName(messageType, names);
  const advice = close === undefined ? `It has ${listNames(names)}.` : `Write ${close}.`;
  const details = `The schema has no message ${quote(messageType)}`;
  return new SchemaError(`${details}. ${advice}`, { code: 'invalid_value', details });
}
