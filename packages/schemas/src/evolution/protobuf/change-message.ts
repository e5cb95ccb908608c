import type { ProtoMessage } from '../../protobuf/model.ts';
import type { Clash } from './clash.ts';
import { fieldOf, withField, withFieldAtTop } from './edit-file.ts';
import { putBack, takeOut } from './move-in-oneofs.ts';
import { renumberField } from './renumber-field.ts';

/** Changes a message of a target where it clashes with an earlier version of it. */
export function changeMessage(
  message: ProtoMessage,
  old: ProtoMessage,
  clash: Clash,
): ProtoMessage {
  const { type, direction, oneof, number, say } = clash;
  const backward = direction === 'backward';
  switch (type) {
    case 'FIELD_KIND_CHANGED':
    case 'FIELD_SCALAR_KIND_CHANGED':
    case 'FIELD_NAMED_TYPE_CHANGED':
    case 'FIELD_NUMERIC_LABEL_CHANGED':
      return number === undefined ? message : renumberField(message, old, number, clash);
    case 'REQUIRED_FIELD_ADDED':
    case 'REQUIRED_FIELD_REMOVED': {
      if (number === undefined) return message;
      const field = fieldOf(message, number);
      if (field !== undefined) {
        say(
          `optional ${number} ${message.name}`,
          `Leaves '${field.name}' of ${message.name} optional: those who do not know it cannot fill it, or would miss it.`,
        );
        return withField(message, number, [{ ...field, label: 'optional' }]);
      }
      const lost = fieldOf(old, number);
      if (lost === undefined) return message;
      say(
        `keep ${number} ${message.name}`,
        `Keeps '${lost.name}' of ${message.name}, which earlier versions require.`,
      );
      return withFieldAtTop(message, lost, clash.schema.file.syntax);
    }
    case 'ONEOF_FIELD_REMOVED':
      if (number === undefined) return message;
      return backward ? putBack(message, old, [number], clash) : takeOut(message, [number], clash);
    case 'FIELD_MOVED_TO_EXISTING_ONEOF':
    case 'MULTIPLE_FIELDS_MOVED_TO_ONEOF': {
      const from = backward ? message : old;
      const other = backward ? old : message;
      const fields = from.oneofs.find((each) => each.name === oneof)?.fields ?? [];
      const moved = fields
        .map((field) => field.number)
        .filter((each) => other.fields.some((field) => field.number === each));
      return backward ? takeOut(message, moved, clash) : putBack(message, old, moved, clash);
    }
    default:
      return message;
  }
}
