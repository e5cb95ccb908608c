import type { ProtoEnum, ProtoMessage, ProtoType } from '../model.ts';
import type { Comparison, NamedMessage, Pair, Place } from './comparison.ts';
import { at } from './comparison.ts';
import { pairUp } from './pair-up.ts';

/** The messages and enums of a file, or those inside of a message. */
export interface TypesOf {
  readonly types: readonly ProtoType[];
  /** Full name of the message or name of the package that they are in; undefined for none. */
  readonly scope: string | undefined;
}

/** Compares messages and enums that are in one file or one message. Types go by their names. */
export function compareTypes(
  comparison: Comparison,
  { reader, writer }: Pair<TypesOf>,
  place: Place,
): void {
  compareMessages(comparison, messagesOf(reader), messagesOf(writer), place);
  compareEnums(comparison, enumsOf(reader), enumsOf(writer), place);
}

interface PlacedMessage extends NamedMessage {
  /** Which message of its file or message it is, counted from 0. */
  readonly position: number;
}

function compareMessages(
  comparison: Comparison,
  read: readonly PlacedMessage[],
  written: readonly PlacedMessage[],
  place: Place,
): void {
  for (const { key, reader, writer } of pairUp(
    comparison,
    read,
    written,
    ({ message }) => message.name,
  )) {
    const here = at(place, key);
    comparison.later(() => {
      if (reader === undefined) comparison.report('MESSAGE_REMOVED', here);
      else if (writer === undefined) comparison.report('MESSAGE_ADDED', here);
      else {
        if (reader.position !== writer.position) comparison.report('MESSAGE_MOVED', here);
        comparison.compareMessages({ reader, writer }, here);
      }
    });
  }
}

function compareEnums(
  comparison: Comparison,
  read: readonly ProtoEnum[],
  written: readonly ProtoEnum[],
  place: Place,
): void {
  for (const { key, reader, writer } of pairUp(comparison, read, written, ({ name }) => name)) {
    const here = at(place, key);
    comparison.later(() => {
      if (reader === undefined) comparison.report('ENUM_REMOVED', here);
      else if (writer === undefined) comparison.report('ENUM_ADDED', here);
      else compareConstants(comparison, { reader, writer }, here);
    });
  }
}

function compareConstants(comparison: Comparison, enums: Pair<ProtoEnum>, place: Place): void {
  const [read, written] = [enums.reader.constants, enums.writer.constants];
  for (const { key, reader, writer } of pairUp(comparison, read, written, ({ number }) => number)) {
    const here = at(place, key);
    if (reader === undefined) comparison.report('ENUM_CONST_REMOVED', here);
    else if (writer === undefined) comparison.report('ENUM_CONST_ADDED', here);
    else if (reader.name !== writer.name) comparison.report('ENUM_CONST_CHANGED', here);
  }
}

function messagesOf({ types, scope }: TypesOf): PlacedMessage[] {
  return types
    .filter((type): type is ProtoMessage => type.kind === 'message')
    .map((message, position) => ({
      message,
      position,
      fullName: scope === undefined ? message.name : `${scope}.${message.name}`,
    }));
}

function enumsOf({ types }: TypesOf): ProtoEnum[] {
  return types.filter((type): type is ProtoEnum => type.kind === 'enum');
}
