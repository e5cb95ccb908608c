import type { Later } from '../../field-walk/run-in-order.ts';
import type { ProtobufSchema } from '../../parsed-schema.ts';
import type { ProtoMessage } from '../model.ts';
import { tooLarge } from '../parser/limits.ts';
import type { TypeTable } from '../type-table.ts';
import type { ProtobufChange, ProtobufChangeType } from './protobuf-change.ts';

/** Where the comparison is; the file has none. */
export type Place = { parent: Place; step: string | number } | undefined;

/** One of the two schemas, with what its names mean. */
export interface Side {
  readonly schema: ProtobufSchema;
  readonly table: TypeTable;
}

/** A message with its full name, in which the names that it uses are looked up. */
export interface NamedMessage {
  readonly message: ProtoMessage;
  readonly fullName: string;
}

/** Two messages or two of something else that are compared. */
export interface Pair<Part> {
  readonly reader: Part;
  readonly writer: Part;
}

/** A comparison under way. */
export interface Comparison {
  readonly sides: Pair<Side>;
  report(type: ProtobufChangeType, place: Place): void;
  /** Of `runInOrder`. */
  readonly later: Later;
  /** Counts work before it is done. */
  count(parts: number): void;
  /** Compares two messages, later. */
  compareMessages(pair: Pair<NamedMessage>, place: Place): void;
  /** The same for messages of imported files: once, as many fields may be of their type. */
  compareImported(pair: Pair<NamedMessage>, place: Place): void;
}

/** Compares two messages. */
export type CompareMessage = (
  comparison: Comparison,
  pair: Pair<NamedMessage>,
  place: Place,
) => void;

const GREATEST_EFFORT = 500_000;
const GREATEST_COUNT = 100_000;
/** How many characters of a path are as much work as a field: names may be long and nest deep. */
const CHARACTERS_A_PART = 100;

/**
 * Starts a comparison.
 *
 * @param changes where it puts what it finds
 */
export function startComparison(
  sides: Pair<Side>,
  changes: ProtobufChange[],
  later: Later,
  compareMessage: CompareMessage,
): Comparison {
  const imported = new Map<ProtoMessage, Set<ProtoMessage>>();
  let effort = 0;
  const comparison: Comparison = {
    sides,
    report(type, place) {
      if (changes.length === GREATEST_COUNT) {
        throw tooLarge(`The schemas differ in more than ${GREATEST_COUNT} ways`);
      }
      const path = locate(place);
      comparison.count(path.length / CHARACTERS_A_PART);
      changes.push({ type, path });
    },
    later,
    count(parts) {
      effort += parts;
      if (effort > GREATEST_EFFORT) {
        throw tooLarge('The schemas have too many types and fields to compare');
      }
    },
    compareMessages(pair, place) {
      later(() => compareMessage(comparison, pair, place));
    },
    compareImported(pair, place) {
      const compared = imported.get(pair.reader.message) ?? new Set();
      if (compared.has(pair.writer.message)) return;
      compared.add(pair.writer.message);
      imported.set(pair.reader.message, compared);
      comparison.compareMessages(pair, place);
    },
  };
  return comparison;
}

/** The place of a part. */
export function at(parent: Place, step: string | number): Place {
  return { parent, step };
}

function locate(place: Place): string {
  const steps: (string | number)[] = [];
  for (let here = place; here !== undefined; here = here.parent) steps.push(here.step);
  return `#/${steps.reverse().join('/')}`;
}
