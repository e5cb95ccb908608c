import type { JsonValue } from '../lossless-json/value.ts';
import { isJsonArray, isJsonNumber, isJsonObject } from '../lossless-json/value.ts';
import { isIntegerSpelling, isLong, spellDouble, spellFloat } from './java-number.ts';
import type { AvroType } from './model.ts';

/**
 * A field's default as the registry's normaliser sees it: as a Java value of the field's type, of
 * the first branch for a union.
 *
 * @returns undefined where Java has none, which drops the default: so is one of a union's later
 *   branch dropped, unless it is null, a boolean, an array or an object
 */
export function normalisedDefault(value: JsonValue, type: AvroType): JsonValue | undefined {
  if (type.type === 'union') {
    const first = type.branches[0];
    return first === undefined ? value : normalisedDefault(value, first);
  }
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value === 'string') return normalisedText(value, type);
  if (isJsonArray(value)) {
    return value.map((element) =>
      type.type === 'array' ? (normalisedDefault(element, type.items) ?? element) : element,
    );
  }
  if (isJsonObject(value)) {
    const members = new Map<string, JsonValue>();
    for (const [key, member] of value) {
      const memberType = typeOfMember(type, key);
      const normalised = memberType === undefined ? member : normalisedDefault(member, memberType);
      members.set(key, normalised ?? member);
    }
    return members;
  }
  return isJsonNumber(value) ? normalisedNumber(value.number, type) : undefined;
}

function normalisedText(value: string, type: AvroType): string | undefined {
  if (type.type === 'string' || type.type === 'enum') return value;
  if (type.type !== 'bytes' && type.type !== 'fixed') return undefined;
  // Java takes the bytes of ISO 8859-1, which has a question mark for everything it lacks.
  return value.replace(/[\ud800-\udbff][\udc00-\udfff]|[\u0100-\uffff]/g, '?');
}

function normalisedNumber(spelling: string, type: AvroType): JsonValue | undefined {
  const integer = isIntegerSpelling(spelling);
  switch (type.type) {
    case 'int':
    case 'long':
      return integer && isLong(spelling) ? { number: spelling } : undefined;
    case 'float':
    case 'double': {
      if (integer && !isLong(spelling)) return undefined;
      const value = Number(spelling.replaceAll('"', ''));
      return { number: type.type === 'float' ? spellFloat(value) : spellDouble(value) };
    }
    default:
      return undefined;
  }
}

function typeOfMember(type: AvroType, key: string): AvroType | undefined {
  if (type.type === 'map') return type.values;
  return type.type === 'record' ? type.fieldsByName.get(key)?.type : undefined;
}
