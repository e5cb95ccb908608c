import { printLosslessJson } from '../lossless-json/print.ts';
import type { JsonObject, JsonValue } from '../lossless-json/value.ts';
import { isJsonArray, isJsonObject } from '../lossless-json/value.ts';
import { parseJavaDouble, spellDouble } from './java-number.ts';
import type { AvroField, AvroName, AvroType } from './model.ts';
import { requireName } from './names.ts';
import type { ParseContext } from './parse-context.ts';
import { documentation, properties, requiredText, writtenAliases } from './read-attributes.ts';
import { refuse } from './refuse.ts';
import { requireDefault } from './validate-default.ts';

const NO_ALIASES: readonly string[] = [];

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

/** Builds a type within a namespace; `put` is given its definition if that comes later. */
type BuildType = (
  json: JsonValue,
  context: ParseContext,
  namespace: string | undefined,
  put: (type: AvroType) => void,
) => AvroType;

/** Builds the fields of a record; their types see the record's namespace. */
export function buildFields(
  written: readonly JsonValue[],
  record: AvroName,
  context: ParseContext,
  buildType: BuildType,
): { fields: AvroField[]; fieldsByName: Map<string, AvroField> } {
  const fields = written.map(
    (json, position) =>
      context.fields?.recall(json, position) ??
      buildField(json, position, record.namespace, context, buildType),
  );
  const fieldsByName = new Map<string, AvroField>();
  for (const field of fields) {
    const earlier = fieldsByName.get(field.name);
    if (earlier !== undefined) {
      const both = `${describeField(field)} and ${describeField(earlier)}`;
      throw refuse(`Duplicate field ${field.name} in record ${record.fullName}: ${both}.`);
    }
    fieldsByName.set(field.name, field);
  }
  return { fields, fieldsByName };
}

/** A field as Java's messages name it. */
export function describeField({ name, type, position }: AvroField): string {
  return `${name} type:${type.type.toUpperCase()} pos:${position}`;
}

function buildField(
  json: JsonValue,
  position: number,
  namespace: string | undefined,
  context: ParseContext,
  buildType: BuildType,
): AvroField {
  const name = requiredText(json, 'name', 'No field name');
  if (!isJsonObject(json)) throw refuse(`No field name: ${printLosslessJson(json)}`);
  const doc = documentation(json);
  const writtenType = json.get('type');
  if (writtenType === undefined) throw refuse(`No field type: ${printLosslessJson(json)}`);
  const type = buildType(writtenType, context, namespace, (definition) => {
    field.type = definition;
  });
  const order = readOrder(json);
  const fallback = readDefault(json, type);
  if (context.validateAsNew) requireName(name);
  const field: Writable<AvroField> = {
    name,
    position,
    type,
    doc,
    default: fallback,
    order,
    aliases: NO_ALIASES,
    properties: properties(json, 'field'),
  };
  if (context.validateAsNew && fallback !== undefined) {
    requireDefault(name, type, fallback);
    // Only an object can be a default of a name that waits for its definition.
    if (context.forward.length > 0 && holdsObject(fallback))
      context.defaultsToCheckAgain.push(field);
  }
  const aliases = writtenAliases(json);
  if (aliases.size > 0) field.aliases = [...aliases];
  return field;
}

function readOrder(json: JsonObject): AvroField['order'] {
  const written = json.get('order');
  if (written === undefined) return 'ascending';
  if (typeof written !== 'string') {
    throw refuse('The order of a field is no string: write ascending, descending or ignore');
  }
  switch (written.toUpperCase()) {
    case 'ASCENDING':
      return 'ascending';
    case 'DESCENDING':
      return 'descending';
    case 'IGNORE':
      return 'ignore';
    default:
      throw refuse(
        `No enum constant org.apache.avro.Schema.Field.Order.${written.toUpperCase()}`,
        `The order '${written}' of a field is unknown: write ascending, descending or ignore`,
      );
  }
}

/** A number in quotes is taken as the default of a float or double, NaN and Infinity too. */
function readDefault(json: JsonObject, type: AvroType): JsonValue | undefined {
  const written = json.get('default');
  if (typeof written !== 'string' || (type.type !== 'float' && type.type !== 'double')) {
    return written;
  }
  const value = parseJavaDouble(written);
  if (value === undefined) {
    throw refuse(written.trim() === '' ? 'empty String' : `For input string: "${written}"`);
  }
  return { number: spellDouble(value) };
}

function holdsObject(value: JsonValue): boolean {
  return isJsonObject(value) || (isJsonArray(value) && value.some(holdsObject));
}
