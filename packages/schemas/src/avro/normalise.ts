import { printJsonString, printLosslessJson } from '../lossless-json/print.ts';
import type { JsonValue } from '../lossless-json/value.ts';
import type { AvroSchema } from '../parsed-schema.ts';
import { normalisedDefault } from './default-value.ts';
import { logicalType } from './logical-type.ts';
import type {
  AvroField,
  AvroFixed,
  AvroNamedType,
  AvroPrimitive,
  AvroProperties,
  AvroType,
} from './model.ts';
import { aliasTexts } from './names.ts';
import { parseAvro } from './parse.ts';

/**
 * The text that a registry stores for `normalize=true`: full names, aliases and properties sorted,
 * a scale of 0 and empty documentation of types dropped. Documentation, defaults, aliases and
 * properties stay, and so does the order of fields, branches and symbols.
 *
 * @throws SchemaError `too_large`
 */
export function normalizeAvro(schema: AvroSchema): string {
  const { root, references, referenceNames, validation } = schema;
  // The registry prints with full names, reads that and prints it again. So do we, because reading
  // is where a type of the null namespace falls into the namespace around it.
  const spelled = spellOut(root, referenceNames);
  return parseAvro(spelled, { references, validation }).text;
}

function spellOut(root: AvroType, knownNames: Iterable<string>): string {
  const known = new Set(knownNames);
  let out = '';

  function print(type: AvroType): void {
    switch (type.type) {
      case 'union':
        out += '[';
        for (const [index, branch] of type.branches.entries()) {
          if (index > 0) out += ',';
          print(branch);
        }
        out += ']';
        return;
      case 'array':
        out += '{"type":"array","items":';
        print(type.items);
        out += `${sortedProperties(type.properties)}}`;
        return;
      case 'map':
        out += '{"type":"map","values":';
        print(type.values);
        out += `${sortedProperties(type.properties)}}`;
        return;
      case 'record':
      case 'enum':
      case 'fixed':
        if (known.has(type.name.fullName)) out += printJsonString(type.name.fullName);
        else printDefinition(type);
        return;
      default:
        out +=
          type.properties.size === 0
            ? `"${type.type}"`
            : `{"type":"${type.type}"${logicalProperties(type)}${sortedProperties(type.properties)}}`;
    }
  }

  function printDefinition(type: AvroNamedType): void {
    known.add(type.name.fullName);
    out += `{"name":${printJsonString(type.name.fullName)},"type":"${type.type}"`;
    if (type.type === 'enum') out += `,"symbols":[${type.symbols.map(printJsonString).join(',')}]`;
    else if (type.type === 'fixed') out += `,"size":${type.size}${logicalProperties(type)}`;
    else {
      out += ',"fields":[';
      for (const [index, field] of type.fields.entries()) {
        out += `${index > 0 ? ',' : ''}{"name":${printJsonString(field.name)},"type":`;
        print(field.type);
        out += `${fieldAttributes(field)}}`;
      }
      out += ']';
    }
    if (type.doc) out += `,"doc":${printJsonString(type.doc)}`;
    out += sortedAliases(aliasTexts(type));
    if (type.type === 'enum' && type.default !== undefined) {
      out += `,"default":${printJsonString(type.default)}`;
    }
    out += `${sortedProperties(type.properties)}}`;
  }

  print(root);
  return out;
}

function fieldAttributes(field: AvroField): string {
  let out = `,"order":"${field.order}"`;
  if (field.doc !== undefined) out += `,"doc":${printJsonString(field.doc)}`;
  out += sortedAliases(field.aliases);
  const fallback =
    field.default === undefined ? undefined : normalisedDefault(field.default, field.type);
  if (fallback !== undefined) out += `,"default":${printSorted(fallback)}`;
  return out + sortedProperties(field.properties);
}

/** These come before the sorted properties, which repeat them: the place is of the first. */
function logicalProperties(type: AvroPrimitive | AvroFixed): string {
  const logical = logicalType(type);
  if (logical === undefined) return '';
  let out = `,"logicalType":${printJsonString(logical.name)}`;
  if (logical.precision !== undefined) out += `,"precision":${logical.precision}`;
  if (logical.scale) out += `,"scale":${logical.scale}`;
  return out;
}

function sortedAliases(aliases: readonly string[]): string {
  if (aliases.length === 0) return '';
  return `,"aliases":[${[...aliases].sort().map(printJsonString).join(',')}]`;
}

function sortedProperties(properties: AvroProperties): string {
  if (properties.size === 0) return '';
  return `,${printSorted(properties).slice(1, -1)}`;
}

function printSorted(value: JsonValue): string {
  return printLosslessJson(value, { sortKeys: true });
}
