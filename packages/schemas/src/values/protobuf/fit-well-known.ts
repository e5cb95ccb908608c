import { isMembers } from '../plain-value.ts';
import { describeMessage } from './describe-type.ts';
import type { Fit, Fitters } from './fit.ts';
import { tellMismatch, UNFIT } from './fit.ts';
import { fitAny } from './fit-any.ts';
import { fitScalar } from './fit-scalar.ts';
import { fitList, fitStruct, fitValueOfJson } from './fit-struct.ts';
import { camelCase, snakeCase } from './json-names.ts';
import type { MessageShape, WellKnownType } from './message-shape.ts';
import { isZero, scalarTraits } from './scalar-types.ts';
import type { SecondsAndNanos } from './time-text.ts';
import { parseDuration, parseTimestamp } from './time-text.ts';
import { writeScalar, writeTag } from './wire-writer.ts';

/** Fits a value into a message that has a form of its own in ProtoJSON, and writes it. */
export function fitWellKnown(
  type: WellKnownType,
  shape: MessageShape,
  value: unknown,
  fit: Fit,
  fitters: Fitters,
): boolean {
  const refuse = (hint: string): false =>
    tellMismatch(fit, describeMessage(shape, fit.shapes), value, hint);
  switch (type) {
    case 'Any':
      return isMembers(value) ? fitAny(value, fit, fitters) : refuse('Write it as an object.');
    case 'Duration': {
      const time = typeof value === 'string' ? parseDuration(value) : undefined;
      return time === undefined
        ? refuse('Write seconds with an s, up to 10000 years.')
        : writeTime(time, fit);
    }
    case 'Timestamp': {
      const time = typeof value === 'string' ? parseTimestamp(value) : undefined;
      return time === undefined
        ? refuse('Write a moment of the years 1 to 9999 as RFC 3339 does.')
        : writeTime(time, fit);
    }
    case 'FieldMask':
      return fitFieldMask(value, fit) || refuse('Write names in lowerCamelCase with commas.');
    case 'ListValue':
      return Array.isArray(value) ? fitList(value, fit) : refuse('Write it as a list.');
    case 'Struct':
      return isMembers(value) ? fitStruct(value, fit) : refuse('Write it as an object.');
    case 'Value':
      return fitValueOfJson(value, fit);
    case 'wrapper':
      return fitWrapped(shape, value, fit);
  }
}

function writeTime({ seconds, nanos }: SecondsAndNanos, fit: Fit): true {
  for (const [number, part] of [
    [1, seconds],
    [2, nanos],
  ] as const) {
    if (part === 0) continue;
    writeTag(fit.writer, number, 0);
    writeScalar(fit.writer, 'int64', part);
  }
  return true;
}

/** False where it is none, without noting it. */
function fitFieldMask(value: unknown, { writer }: Fit): boolean {
  if (typeof value !== 'string') return false;
  const paths = value === '' ? [] : value.split(',');
  for (const path of paths) {
    const written = snakeCase(path);
    if (path.includes('_') || camelCase(written) !== path) return false;
    writeTag(writer, 1, 2);
    writeScalar(writer, 'string', written);
  }
  return true;
}

function fitWrapped(shape: MessageShape, value: unknown, fit: Fit): boolean {
  const type = shape.fields[0]?.type;
  if (type?.kind !== 'scalar') return false;
  const fitted = fitScalar(type.scalar, value, fit, describeMessage(shape, fit.shapes));
  if (fitted === UNFIT) return false;
  if (isZero(fitted)) return true;
  writeTag(fit.writer, 1, scalarTraits(type.scalar).wireType);
  writeScalar(fit.writer, type.scalar, fitted);
  return true;
}
