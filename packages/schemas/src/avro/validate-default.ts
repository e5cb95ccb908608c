import { printLosslessJson } from '../lossless-json/print.ts';
import type { JsonNumber, JsonObject, JsonValue } from '../lossless-json/value.ts';
import { isJsonArray, isJsonNumber, isJsonObject } from '../lossless-json/value.ts';
import { isIntegerSpelling, isLong } from './java-number.ts';
import type { AvroRecord, AvroType } from './model.ts';
import { printAvro } from './print.ts';
import { refuse } from './refuse.ts';

/** How types look while names are being resolved. */
export interface TypeView {
  /** The definition where a type only stands for one. */
  resolve(type: AvroType): AvroType;
  /** Is told of every record before its fields are looked at. */
  beforeFields(record: AvroRecord): void;
}

/** Refuses a default that is no value of the field's type. */
export function requireDefault(
  field: string,
  type: AvroType,
  value: JsonValue,
  view?: TypeView,
): void {
  if (fits(type, value, {}, view)) return;
  throw refuse(
    `Invalid default for field ${field}: ${printLosslessJson(value)} not a ${printAvro(type)}`,
  );
}

/** Whether a value can be the default of a type. */
export function fitsDefault(type: AvroType, value: JsonValue): boolean {
  return fits(type, value, {});
}

/** What was found out of records; most defaults hold none. */
interface Answers {
  byValue?: Map<JsonObject, Map<AvroRecord, boolean>>;
}

// A union takes a default of any of its branches, since Avro 1.12.
function fits(written: AvroType, value: JsonValue, answers: Answers, view?: TypeView): boolean {
  const type = view === undefined ? written : view.resolve(written);
  switch (type.type) {
    case 'string':
    case 'bytes':
    case 'enum':
    case 'fixed':
      return typeof value === 'string';
    case 'int':
      return isInteger(value) && isInt(value.number);
    case 'long':
      return isInteger(value) && isLong(value.number);
    case 'float':
    case 'double':
      return isJsonNumber(value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'null':
      return value === null;
    case 'array':
      return (
        isJsonArray(value) && value.every((element) => fits(type.items, element, answers, view))
      );
    case 'map':
      return (
        isJsonObject(value) &&
        [...value.values()].every((element) => fits(type.values, element, answers, view))
      );
    case 'union':
      return type.branches.some((branch) => fits(branch, value, answers, view));
    case 'record':
      return isJsonObject(value) && fitsRecord(type, value, answers, view);
  }
}

function fitsRecord(
  record: AvroRecord,
  value: JsonObject,
  answers: Answers,
  view?: TypeView,
): boolean {
  view?.beforeFields(record);
  answers.byValue ??= new Map();
  const known = answers.byValue.get(value)?.get(record);
  if (known !== undefined) return known;
  // A default that stands in for a missing member was checked when its own field was read.
  const answer = record.fields.every((field) => {
    const member = value.get(field.name);
    return member === undefined
      ? field.default !== undefined
      : fits(field.type, member, answers, view);
  });
  const records = answers.byValue.get(value) ?? new Map<AvroRecord, boolean>();
  answers.byValue.set(value, records.set(record, answer));
  return answer;
}

function isInteger(value: JsonValue): value is JsonNumber {
  return isJsonNumber(value) && isIntegerSpelling(value.number);
}

function isInt(spelling: string): boolean {
  return Number(spelling) >= -(2 ** 31) && Number(spelling) < 2 ** 31;
}
