import type { ProtoMessage } from '../../protobuf/model.ts';
import type { Clash } from './clash.ts';
import { fieldOf, oneofOf, withField, withFieldAtTop, withFieldInOneof } from './edit-file.ts';

/** Moves fields out of their oneof. */
export function takeOut(
  message: ProtoMessage,
  numbers: readonly number[],
  { schema, say }: Clash,
): ProtoMessage {
  let changed = message;
  for (const number of numbers) {
    const field = fieldOf(changed, number);
    if (field === undefined || oneofOf(changed, number) === undefined) continue;
    changed = withFieldAtTop(withField(changed, number, []), field, schema.file.syntax);
    say(
      `oneof ${number} ${message.name}`,
      `Leaves '${field.name}' of ${message.name} outside of the oneof, as readers of the other version would not know that it replaces the rest.`,
    );
  }
  return changed;
}

/** Puts fields into the oneof that a version has them in. */
export function putBack(
  message: ProtoMessage,
  old: ProtoMessage,
  numbers: readonly number[],
  { say }: Clash,
): ProtoMessage {
  let changed = message;
  for (const number of numbers) {
    const oneof = oneofOf(old, number);
    const field = fieldOf(changed, number) ?? fieldOf(old, number);
    if (oneof === undefined || field === undefined) continue;
    changed = withFieldInOneof(withField(changed, number, []), field, oneof);
    say(
      `oneof ${number} ${message.name}`,
      `Keeps '${field.name}' in the oneof ${oneof.name} of ${message.name}.`,
    );
  }
  return changed;
}
