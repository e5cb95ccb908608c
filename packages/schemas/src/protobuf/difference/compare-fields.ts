import type { ProtoField } from '../model.ts';
import type { Comparison, NamedMessage, Pair, Place } from './comparison.ts';
import { at } from './comparison.ts';
import type { FieldType, MessageType } from './field-type.ts';
import { fieldType } from './field-type.ts';
import { pairUp } from './pair-up.ts';

/** Compares the fields of two messages that are in no oneof. Fields go by their numbers. */
export function compareFields(
  comparison: Comparison,
  messages: Pair<NamedMessage>,
  place: Place,
): void {
  const moved = numbersInOneofs(messages.reader);
  const [read, written] = [messages.reader.message.fields, messages.writer.message.fields];
  for (const { key, reader, writer } of pairUp(comparison, read, written, ({ number }) => number)) {
    comparison.later(() => {
      const here = at(place, key);
      if (reader !== undefined && writer !== undefined) {
        compareField(comparison, { reader, writer }, messages, here);
      } else if (reader !== undefined) {
        comparison.report(isRequired(reader) ? 'REQUIRED_FIELD_ADDED' : 'FIELD_ADDED', here);
      } else if (writer !== undefined && !moved.has(key)) {
        comparison.report(isRequired(writer) ? 'REQUIRED_FIELD_REMOVED' : 'FIELD_REMOVED', here);
      }
    });
  }
}

/** Compares two fields of the same number, in a oneof or outside. */
export function compareField(
  comparison: Comparison,
  { reader, writer }: Pair<ProtoField>,
  messages: Pair<NamedMessage>,
  place: Place,
): void {
  if (reader.name !== writer.name) comparison.report('FIELD_NAME_CHANGED', place);
  const read = fieldType(reader, messages.reader.fullName, comparison.sides.reader);
  const written = fieldType(writer, messages.writer.fullName, comparison.sides.writer);
  compareFieldTypes(comparison, read, written, place);
  if (read.kind !== 'scalar' || written.kind !== 'scalar') return;
  if (read.group === written.group && hasOtherLabel(reader, writer)) {
    const isText = read.group === 'text';
    const type = isText ? 'FIELD_STRING_OR_BYTES_LABEL_CHANGED' : 'FIELD_NUMERIC_LABEL_CHANGED';
    comparison.report(type, place);
  }
}

function numbersInOneofs({ message }: NamedMessage): Set<number> {
  return new Set(message.oneofs.flatMap(({ fields }) => fields.map(({ number }) => number)));
}

function isRequired({ label }: ProtoField): boolean {
  return label === 'required';
}

// Where one of them has no label the registry sees no difference, not even to `repeated`.
function hasOtherLabel(reader: ProtoField, writer: ProtoField): boolean {
  if (reader.label === undefined || writer.label === undefined) return false;
  return reader.label !== writer.label;
}

function compareFieldTypes(
  comparison: Comparison,
  read: FieldType,
  written: FieldType,
  place: Place,
): void {
  if (read.kind === 'scalar' && written.kind === 'scalar') {
    if (read.group !== written.group) comparison.report('FIELD_SCALAR_KIND_CHANGED', place);
  } else if (read.kind === 'message' && written.kind === 'message') {
    compareMessageTypes(comparison, read, written, place);
  } else if (read.kind === 'map' && written.kind === 'map') {
    compareFieldTypes(comparison, read.key, written.key, place);
    compareFieldTypes(comparison, read.value, written.value, place);
  } else {
    comparison.report('FIELD_KIND_CHANGED', place);
  }
}

function compareMessageTypes(
  comparison: Comparison,
  read: MessageType,
  written: MessageType,
  place: Place,
): void {
  if (read.name !== written.name) {
    comparison.report('FIELD_NAMED_TYPE_CHANGED', place);
    return;
  }
  // Those of the schemas' own files are compared where they are defined.
  if (!read.imported && !written.imported) return;
  const [reader, writer] = [read.definition, written.definition];
  if (reader === undefined || writer === undefined) return;
  if (reader.message !== writer.message) comparison.compareImported({ reader, writer }, place);
}
