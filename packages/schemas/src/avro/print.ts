import { printJsonString, printLosslessJson } from '../lossless-json/print.ts';
import type { JsonValue } from '../lossless-json/value.ts';
import type {
  AvroEnum,
  AvroField,
  AvroFixed,
  AvroName,
  AvroProperties,
  AvroRecord,
  AvroType,
} from './model.ts';
import { nameWithin } from './names.ts';
import { isPlaceholder } from './parse-context.ts';
import { refuseSize } from './refuse.ts';
import type { FieldMemory } from './written-fields.ts';

/** What the registry's JSON writer refuses to nest deeper than. */
const GREATEST_DEPTH = 1000;

/**
 * Prints a schema the way the registry stores it, that is as Avro's Java `Schema.toString` does: no
 * white space, attributes in a fixed order, each named type in full where it first occurs and by
 * its name after that, names as short as the namespace around them allows.
 *
 * @param knownNames full names that are only referred to, never written in full
 * @throws SchemaError `too_large` where the text would nest deeper than 1000 levels
 */
export function printAvro(root: AvroType, knownNames: Iterable<string> = []): string {
  return printWith(root, knownNames, undefined);
}

/** The same, where fields of the root may be known in print. */
export function printWith(
  root: AvroType,
  knownNames: Iterable<string>,
  memory: FieldMemory | undefined,
): string {
  const known = new Set(knownNames);
  let out = '';
  let depth = 0;

  function enter(opening: string): void {
    out += opening;
    depth += 1;
    if (depth > GREATEST_DEPTH) {
      throw refuseSize(`The schema nests deeper than ${GREATEST_DEPTH} levels when it is printed`);
    }
  }

  function leave(closing: string): void {
    out += closing;
    depth -= 1;
  }

  function print(type: AvroType, namespace: string | undefined): void {
    switch (type.type) {
      case 'union':
        enter('[');
        type.branches.forEach((branch, index) => {
          if (index > 0) out += ',';
          print(branch, namespace);
        });
        leave(']');
        return;
      case 'array':
        enter('{"type":"array","items":');
        print(type.items, namespace);
        printProperties(type.properties);
        leave('}');
        return;
      case 'map':
        enter('{"type":"map","values":');
        print(type.values, namespace);
        printProperties(type.properties);
        leave('}');
        return;
      case 'record':
      case 'enum':
      case 'fixed':
        if (isPlaceholder(type)) out += printJsonString(type.name.fullName);
        else if (known.has(type.name.fullName))
          out += printJsonString(nameWithin(type.name, namespace));
        else printDefinition(type, namespace);
        return;
      default:
        if (type.properties.size === 0) out += `"${type.type}"`;
        else {
          enter(`{"type":"${type.type}"`);
          printProperties(type.properties);
          leave('}');
        }
    }
  }

  function printDefinition(
    type: AvroRecord | AvroEnum | AvroFixed,
    around: string | undefined,
  ): void {
    known.add(type.name.fullName);
    const kind = type.type === 'record' && type.isError ? 'error' : type.type;
    enter(`{"type":"${kind}"`);
    out += printName(type.name, around);
    if (type.doc !== undefined) out += `,"doc":${printJsonString(type.doc)}`;
    if (type.type === 'record') printFields(type);
    else if (type.type === 'fixed') out += `,"size":${type.size}`;
    else {
      out += `,"symbols":[${type.symbols.map(printJsonString).join(',')}]`;
      if (type.default !== undefined) out += `,"default":${printJsonString(type.default)}`;
    }
    printProperties(type.properties);
    printAliases(type.aliases.map((alias) => nameWithin(alias, type.name.namespace)));
    leave('}');
  }

  function printFields(record: AvroRecord): void {
    const { fields, name } = record;
    const recalled = record === root ? memory : undefined;
    enter(',"fields":[');
    fields.forEach((field, index) => {
      if (index > 0) out += ',';
      const printed = recalled?.printed(index);
      if (printed !== undefined) {
        out += printed;
        return;
      }
      const start = out.length;
      printField(field, name.namespace);
      recalled?.place(index, start, out.length);
    });
    leave(']');
  }

  function printField(field: AvroField, namespace: string | undefined): void {
    enter(`{"name":${printJsonString(field.name)},"type":`);
    print(field.type, namespace);
    if (field.doc !== undefined) out += `,"doc":${printJsonString(field.doc)}`;
    if (field.default !== undefined) out += `,"default":${printLosslessJson(field.default)}`;
    if (field.order !== 'ascending') out += `,"order":"${field.order}"`;
    printAliases(field.aliases);
    printProperties(field.properties);
    leave('}');
  }

  function printAliases(aliases: readonly string[]): void {
    if (aliases.length > 0) out += `,"aliases":[${aliases.map(printJsonString).join(',')}]`;
  }

  function printProperties(properties: AvroProperties): void {
    for (const [key, value] of properties) out += printMember(key, value);
  }

  print(root, undefined);
  return out;
}

function printMember(key: string, value: JsonValue): string {
  return `,${printJsonString(key)}:${printLosslessJson(value)}`;
}

function printName({ name, namespace }: AvroName, around: string | undefined): string {
  let out = `,"name":${printJsonString(name)}`;
  if (namespace !== undefined) {
    if (namespace !== around) out += `,"namespace":${printJsonString(namespace)}`;
  } else if (around !== undefined) out += ',"namespace":""';
  return out;
}
