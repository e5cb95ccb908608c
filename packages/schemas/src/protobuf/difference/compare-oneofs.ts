import type { ProtoOneof } from '../model.ts';
import { compareField } from './compare-fields.ts';
import type { Comparison, NamedMessage, Pair, Place } from './comparison.ts';
import { at } from './comparison.ts';
import { pairUp } from './pair-up.ts';

/** Compares the oneofs of two messages. Oneofs go by their names, fields in them by their numbers. */
export function compareOneofs(
  comparison: Comparison,
  messages: Pair<NamedMessage>,
  place: Place,
): void {
  const [read, written] = [messages.reader.message, messages.writer.message];
  if (read.oneofs.length === 0 && written.oneofs.length === 0) return;
  const readOutside = new Set(read.fields.map(({ number }) => number));
  const writtenOutside = new Set(written.fields.map(({ number }) => number));
  for (const { key, reader, writer } of pairUp(
    comparison,
    read.oneofs,
    written.oneofs,
    ({ name }) => name,
  )) {
    const here = at(place, key);
    comparison.later(() => {
      if (reader !== undefined && writer !== undefined) {
        if (countIn(reader, writtenOutside) > 0) {
          comparison.report('FIELD_MOVED_TO_EXISTING_ONEOF', here);
        }
        compareFieldsOf(comparison, { reader, writer }, messages, here);
      } else if (reader !== undefined) {
        comparison.report('ONEOF_ADDED', here);
        // One field alone has nothing in its new oneof that could push it out.
        if (countIn(reader, writtenOutside) > 1) {
          comparison.report('MULTIPLE_FIELDS_MOVED_TO_ONEOF', here);
        }
      } else if (writer !== undefined) {
        comparison.report('ONEOF_REMOVED', here);
        for (const { number } of writer.fields.filter((field) => readOutside.has(field.number))) {
          comparison.report('ONEOF_FIELD_MOVED_TO_TOP_LEVEL', at(here, number));
        }
      }
    });
  }
}

function compareFieldsOf(
  comparison: Comparison,
  oneofs: Pair<ProtoOneof>,
  messages: Pair<NamedMessage>,
  place: Place,
): void {
  const [read, written] = [oneofs.reader.fields, oneofs.writer.fields];
  for (const { key, reader, writer } of pairUp(comparison, read, written, ({ number }) => number)) {
    comparison.later(() => {
      const here = at(place, key);
      if (reader === undefined) comparison.report('ONEOF_FIELD_REMOVED', here);
      else if (writer === undefined) comparison.report('ONEOF_FIELD_ADDED', here);
      else compareField(comparison, { reader, writer }, messages, here);
    });
  }
}

function countIn({ fields }: ProtoOneof, numbers: ReadonlySet<number>): number {
  return fields.filter(({ number }) => numbers.has(number)).length;
}
