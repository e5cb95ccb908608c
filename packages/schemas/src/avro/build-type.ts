import { printLosslessJson } from '../lossless-json/print.ts';
import type { JsonObject, JsonValue } from '../lossless-json/value.ts';
import { isJsonArray, isJsonNumber, isJsonObject } from '../lossless-json/value.ts';
import { buildFields } from './build-fields.ts';
import { isIntegerSpelling } from './java-number.ts';
import type {
  AvroArray,
  AvroEnum,
  AvroFixed,
  AvroMap,
  AvroName,
  AvroNamedType,
  AvroRecord,
  AvroType,
  AvroUnion,
} from './model.ts';
import { avroName, isPrimitiveName, requireName } from './names.ts';
import type { ParseContext } from './parse-context.ts';
import { awaitDefinition, define, findDefinition } from './parse-context.ts';
import {
  copiedProperties,
  documentation,
  properties,
  requiredText,
  text,
  writtenAliases,
} from './read-attributes.ts';
import { refuse } from './refuse.ts';
import { requireUnion } from './require-union.ts';

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

const NO_PROPERTIES = new Map<string, JsonValue>();
// Hadoop's limit on arrays in Java; a fixed cannot be longer.
const GREATEST_SIZE = 2 ** 31 - 9;

/**
 * Builds the type that a piece of JSON describes. Names that are not defined yet are left for
 * later, as forward references of the context.
 *
 * @param namespace the one around this piece
 * @param put is given the definition once it is known, if this piece is a name used before it
 */
export function buildType(
  json: JsonValue,
  context: ParseContext,
  namespace: string | undefined,
  put: (type: AvroType) => void,
): AvroType {
  if (typeof json === 'string') return findType(json, context, namespace, put);
  if (isJsonArray(json)) return buildUnion(json, context, namespace);
  if (!isJsonObject(json)) throw refuse(`Schema not yet supported: ${printLosslessJson(json)}`);
  const kind = requiredText(json, 'type', 'No type');
  switch (kind) {
    case 'record':
    case 'error':
      return buildRecord(json, context, namespace, kind === 'error');
    case 'enum':
      return buildEnum(json, context, namespace);
    case 'fixed':
      return buildFixed(json, context, namespace);
    case 'array':
      return buildArray(json, context, namespace);
    case 'map':
      return buildMap(json, context, namespace);
    default:
      if (isPrimitiveName(kind)) return { type: kind, properties: properties(json, 'schema') };
      return findType(kind, context, namespace, put);
  }
}

function findType(
  name: string,
  context: ParseContext,
  namespace: string | undefined,
  put: (type: AvroType) => void,
): AvroType {
  if (isPrimitiveName(name)) return { type: name, properties: NO_PROPERTIES };
  const known = findDefinition(context, name, namespace);
  return known ?? awaitDefinition(context, name, namespace, put);
}

function buildUnion(
  json: readonly JsonValue[],
  context: ParseContext,
  namespace: string | undefined,
): AvroUnion {
  const branches: AvroType[] = [];
  const waiting = context.forward.length;
  for (const branch of json) {
    const index = branches.length;
    branches.push(
      buildType(branch, context, namespace, (definition) => {
        branches[index] = definition;
      }),
    );
  }
  const union: AvroUnion = { type: 'union', branches };
  requireUnion(union);
  if (context.forward.length > waiting) context.unionsToCheckAgain.push(union);
  return union;
}

function buildArray(
  json: JsonObject,
  context: ParseContext,
  namespace: string | undefined,
): AvroArray {
  const items = json.get('items');
  if (items === undefined) throw refuse(`Array has no items type: ${printLosslessJson(json)}`);
  const array: Writable<AvroArray> = {
    type: 'array',
    items: buildType(items, context, namespace, (definition) => {
      array.items = definition;
    }),
    properties: copiedProperties(json),
  };
  return array;
}

function buildMap(json: JsonObject, context: ParseContext, namespace: string | undefined): AvroMap {
  const values = json.get('values');
  if (values === undefined) throw refuse(`Map has no values type: ${printLosslessJson(json)}`);
  const map: Writable<AvroMap> = {
    type: 'map',
    values: buildType(values, context, namespace, (definition) => {
      map.values = definition;
    }),
    properties: copiedProperties(json),
  };
  return map;
}

function buildRecord(
  json: JsonObject,
  context: ParseContext,
  namespace: string | undefined,
  isError: boolean,
): AvroRecord {
  const name = buildName(json, context, namespace);
  const written = json.get('fields');
  if (!isJsonArray(written)) throw refuse(`Record has no fields: ${printLosslessJson(json)}`);
  const fields = buildFields(written, name, context, buildType);
  return finish(context, {
    type: 'record',
    isError,
    name,
    doc: documentation(json),
    ...fields,
    properties: copiedProperties(json),
    aliases: buildAliases(json, name, context),
  });
}

function buildEnum(
  json: JsonObject,
  context: ParseContext,
  namespace: string | undefined,
): AvroEnum {
  const name = buildName(json, context, namespace);
  const written = json.get('symbols');
  if (!isJsonArray(written)) throw refuse(`Enum has no symbols: ${printLosslessJson(json)}`);
  const symbols = new Set<string>();
  for (const symbol of written) {
    if (typeof symbol !== 'string') throw refuse('Null name', 'A symbol of an enum is no string');
    if (context.validateAsNew) requireName(symbol);
    if (symbols.has(symbol)) throw refuse(`Duplicate enum symbol: ${symbol}`);
    symbols.add(symbol);
  }
  const fallback = text(json, 'default');
  if (fallback !== undefined && !symbols.has(fallback)) {
    const set = `[${[...symbols].join(', ')}]`;
    throw refuse(`The Enum Default: ${fallback} is not in the enum symbol set: ${set}`);
  }
  return finish(context, {
    type: 'enum',
    name,
    doc: documentation(json),
    symbols: [...symbols],
    default: fallback,
    properties: properties(json, 'enum'),
    aliases: buildAliases(json, name, context),
  });
}

function buildFixed(
  json: JsonObject,
  context: ParseContext,
  namespace: string | undefined,
): AvroFixed {
  const name = buildName(json, context, namespace);
  const written = json.get('size');
  const size =
    isJsonNumber(written) && isIntegerSpelling(written.number) ? Number(written.number) : undefined;
  if (size === undefined || size < -(2 ** 31) || size >= 2 ** 31) {
    throw refuse(`Invalid or no size: ${printLosslessJson(json)}`);
  }
  if (size < 0) throw refuse(`Malformed data. Length is negative: ${size}`);
  if (size > GREATEST_SIZE) {
    throw refuse(`Cannot read arrays longer than ${GREATEST_SIZE} bytes in Java library`);
  }
  return finish(context, {
    type: 'fixed',
    name,
    doc: documentation(json),
    size,
    properties: properties(json, 'schema'),
    aliases: buildAliases(json, name, context),
  });
}

function finish<T extends AvroNamedType>(context: ParseContext, type: T): T {
  define(context, type);
  return type;
}

function buildName(
  json: JsonObject,
  { validateAsNew }: ParseContext,
  around: string | undefined,
): AvroName {
  const namespace = text(json, 'namespace') ?? around;
  const name = avroName(requiredText(json, 'name', 'No name in schema'), namespace, validateAsNew);
  if (isPrimitiveName(name.fullName)) {
    throw refuse(`Schemas may not be named after primitives: ${name.fullName}`);
  }
  return name;
}

function buildAliases(
  json: JsonObject,
  { namespace }: AvroName,
  { validateAsNew }: ParseContext,
): AvroName[] {
  const aliases = new Map<string, AvroName>();
  for (const written of writtenAliases(json)) {
    const alias = avroName(written, namespace, validateAsNew);
    if (!aliases.has(alias.fullName)) aliases.set(alias.fullName, alias);
  }
  return [...aliases.values()];
}
