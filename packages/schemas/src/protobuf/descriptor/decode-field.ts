import type { ProtoField, ProtoGroup, ProtoMessage, ProtoOption, ProtoType } from '../model.ts';
import { asMap } from '../normaliser/normalise-members.ts';
import { decodeOptions } from './decode-options.ts';
import { type DescriptorReader, NoDescriptor } from './descriptor-reader.ts';
import { LABEL_NUMBERS, NAMED_NUMBERS, SCALAR_NUMBERS } from './descriptor-types.ts';

const SCALARS = new Map(Object.entries(SCALAR_NUMBERS).map(([name, number]) => [number, name]));

/** Whether a field is a group. */
export function isGroup(reader: DescriptorReader): boolean {
  return reader.integer(5) === NAMED_NUMBERS.group;
}

/** A field by its `FieldDescriptorProto`. */
export function decodeField(reader: DescriptorReader, isProto3: boolean): ProtoField {
  const type = SCALARS.get(reader.integer(5) ?? 0) ?? reader.text(6);
  if (type === undefined) throw new NoDescriptor('a field without a type');
  return {
    label: labelOf(reader, isProto3),
    type,
    mapKey: undefined,
    name: reader.text(1) ?? '',
    number: reader.integer(3) ?? 0,
    options: [
      ...decodeOptions('Field', reader.message(8)),
      ...special(reader, 7, 'default'),
      ...special(reader, 10, 'json_name'),
    ],
    doc: '',
  };
}

/** A group, whose fields stand in a message of the same name. */
export function decodeGroup(
  reader: DescriptorReader,
  messages: readonly ProtoMessage[],
): ProtoGroup {
  const name = reader.text(6)?.split('.').at(-1) ?? '';
  const message = messages.find((each) => each.name === name);
  return {
    label: reader.integer(9) === undefined ? labelOf(reader, false) : undefined,
    name,
    number: reader.integer(3) ?? 0,
    fields: (message?.fields ?? []).map((field) => mapField(field, message?.types ?? [])),
    options: [],
    doc: '',
  };
}

/** A group has no messages inside, so what a map's entries are is said by the field itself. */
function mapField(field: ProtoField, types: readonly ProtoType[]): ProtoField {
  const entry = types.find(({ name }) => name === field.type.split('.').at(-1));
  const map = entry?.kind === 'message' ? asMap(entry) : undefined;
  if (map === undefined) return field;
  return { ...field, label: undefined, mapKey: map.key.type, type: map.value.type };
}

/** In proto3 a field that is not repeated has no label, unless it is written `optional`. */
function labelOf(reader: DescriptorReader, isProto3: boolean): ProtoField['label'] {
  const number = reader.integer(4);
  if (number === LABEL_NUMBERS.repeated) return 'repeated';
  if (isProto3) return reader.flag(17) ? 'optional' : undefined;
  return number === LABEL_NUMBERS.required ? 'required' : 'optional';
}

function special(reader: DescriptorReader, number: number, name: string): ProtoOption[] {
  return reader
    .texts(number)
    .slice(-1)
    .map((text) => ({ name, isExtension: false, value: { kind: 'string', text } }));
}
