import type { ProtoField, ProtoMessage } from '../../protobuf/model.ts';
import type { Clash } from './clash.ts';
import { fieldOf, findMessage, oneofOf, withField } from './edit-file.ts';
import { freeNumber } from './free-number.ts';

/** Gives a field a number of its own, because data with the old one cannot be read as the new type. */
export function renumberField(
  message: ProtoMessage,
  old: ProtoMessage,
  number: number,
  { versions, messages, backwardOnly, say }: Clash,
): ProtoMessage {
  const field = fieldOf(message, number);
  const before = fieldOf(old, number);
  if (field === undefined || before === undefined) return message;
  const name = `'${field.name}' of ${message.name}`;
  const isRequired = field.label === 'required' || before.label === 'required';
  const others = versions.flatMap((version) => findMessage(version.file, messages) ?? []);
  const free = freeNumber([message, ...others]);
  const isInside = oneofOf(message, number) !== undefined || oneofOf(old, number) !== undefined;
  if (isRequired || free === undefined || (isInside && !backwardOnly)) {
    say(`type ${number} ${message.name}`, `Leaves ${name} as it was: ${sayField(before)}.`);
    return withField(message, number, [before]);
  }
  if (isInside) {
    // No field of a oneof may go, so the old one stays beside.
    const taken = new Set(
      [message, ...message.oneofs].flatMap(({ fields }) => fields.map((each) => each.name)),
    );
    const beside = freeFieldName(field.name, taken);
    say(
      `type ${number} ${message.name}`,
      `Keeps ${name} as it was, and adds '${beside}' with the number ${free} as ${field.type} beside it.`,
    );
    return withField(message, number, [before, { ...field, name: beside, number: free }]);
  }
  say(
    `type ${number} ${message.name}`,
    `Gives ${name}, whose type changes, the number ${free}, and reserves ${number}: data with the old number would be read as something else. Write both for a while if consumers need it.`,
  );
  const renumbered = withField(message, number, [{ ...field, number: free }]);
  return { ...renumbered, reserved: [...message.reserved, { values: [number], doc: '' }] };
}

function sayField({ label, mapKey, type }: ProtoField): string {
  if (mapKey !== undefined) return `map of ${type}`;
  return label === undefined ? type : `${label} ${type}`;
}

function freeFieldName(name: string, taken: ReadonlySet<string>): string {
  for (let number = 2; ; number += 1) {
    if (!taken.has(`${name}_v${number}`)) return `${name}_v${number}`;
  }
}
