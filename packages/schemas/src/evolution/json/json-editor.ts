import { parseJsonSchema } from '../../json/parse.ts';
import { printLosslessJson } from '../../lossless-json/print.ts';
import type { JsonObject, JsonValue } from '../../lossless-json/value.ts';
import { isJsonArray, isJsonNumber, isJsonObject } from '../../lossless-json/value.ts';
import type { JsonSchema } from '../../parsed-schema.ts';
import { isSchemaError } from '../../schema-error.ts';
import { mergeReferences } from '../merge-references.ts';
import type { PartPath } from './find-part.ts';
import { findPart, partAt, withPart } from './find-part.ts';

/** A property with the schema that has it. */
export interface PlacedProperty {
  /** The object schema's place. */
  readonly owner: PartPath;
  readonly name: string;
}

/** Changes to a document that is left as it is. */
export interface JsonEditor {
  /** The document as it is by now. */
  value(): JsonValue;
  /** Puts something at a place; undefined takes it out. */
  put(path: PartPath, part: JsonValue | undefined): void;
  /** Whether a property is required. */
  isRequired(property: PlacedProperty): boolean;
  setRequired(property: PlacedProperty, required: boolean): void;
  /** Takes a property out, and off the list of those that are required. */
  omit(property: PlacedProperty): void;
  /** Gives every definition that another document has too the meaning that it has there. */
  restoreDefinitions(from: JsonValue): void;
  /** The schema that this makes; undefined where it is none. */
  finish(): JsonSchema | undefined;
}

/**
 * Starts to change a JSON Schema.
 *
 * @param other lends its references, and the definitions that something put in here refers to
 */
export function editJson(schema: JsonSchema, other: JsonSchema): JsonEditor {
  let document: JsonValue = schema.value;

  function put(path: PartPath, part: JsonValue | undefined): void {
    document = withPart(document, path, part) ?? true;
  }

  function requiredOf({ owner }: PlacedProperty): readonly JsonValue[] {
    const required = partAt(document, [...owner, 'required']);
    return isJsonArray(required) ? required : [];
  }

  function setRequired(property: PlacedProperty, required: boolean): void {
    const before = requiredOf(property);
    if (before.includes(property.name) === required) return;
    const after = required
      ? [...before, property.name]
      : before.filter((name) => name !== property.name);
    // Draft 4 wants at least one.
    put([...property.owner, 'required'], after.length === 0 ? undefined : after);
  }

  return {
    value: () => document,
    put,
    isRequired: (property) => requiredOf(property).includes(property.name),
    setRequired,
    omit(property) {
      put([...property.owner, 'properties', property.name], undefined);
      setRequired(property, false);
    },
    restoreDefinitions(from) {
      document = withDefinitions(document, from, 'theirs');
    },
    finish() {
      const references = mergeReferences(schema, other);
      for (const value of [document, withDefinitions(document, other.value, 'ours')]) {
        try {
          return parseJsonSchema(printLosslessJson(value), { references });
        } catch (error) {
          if (!isSchemaError(error)) throw error;
        }
      }
      return undefined;
    },
  };
}

/** The innermost property that a difference's path leads into, if it is written in the document. */
export function propertyAt(
  document: JsonValue,
  steps: readonly string[],
): PlacedProperty | undefined {
  for (let end = steps.length; end >= 2; end -= 1) {
    const keyword = steps[end - 2];
    const name = steps[end - 1];
    if ((keyword !== 'properties' && keyword !== 'required') || name === undefined) continue;
    const path = findPart(document, [...steps.slice(0, end - 2), 'properties', name]);
    if (path?.at(-1) === name) return { owner: path.slice(0, -2), name };
  }
  return undefined;
}

/** A default for a schema that has nothing better. */
export function zeroJson(schema: JsonValue | undefined): JsonValue {
  if (!isJsonObject(schema)) return null;
  for (const keyword of ['const', 'default']) {
    const value = schema.get(keyword);
    if (value !== undefined) return value;
  }
  const values = schema.get('enum');
  if (isJsonArray(values) && values[0] !== undefined) return values[0];
  const written = schema.get('type');
  const type = isJsonArray(written) ? (written.includes('null') ? 'null' : written[0]) : written;
  switch (type) {
    case 'string':
      return '';
    case 'integer':
    case 'number': {
      const minimum = schema.get('minimum');
      return isJsonNumber(minimum) ? minimum : { number: '0' };
    }
    case 'boolean':
      return false;
    case 'array':
      return [];
    case 'object':
      return new Map();
    default:
      return null;
  }
}

/** Adds the definitions of another document; `whose` counts where both have one. */
function withDefinitions(
  document: JsonValue,
  other: JsonValue,
  whose: 'ours' | 'theirs',
): JsonValue {
  if (!isJsonObject(document) || !isJsonObject(other)) return document;
  const copy = new Map(document);
  for (const keyword of ['definitions', '$defs']) {
    const [own, lent] = [document.get(keyword), other.get(keyword)];
    if (!isJsonObject(lent)) continue;
    const ours = isJsonObject(own) ? own : [];
    const all: JsonObject = new Map([...ours, ...lent, ...(whose === 'ours' ? ours : [])]);
    copy.set(keyword, all);
  }
  return copy;
}
