import { readLosslessJson } from '../lossless-json/parse.ts';
import type { JsonValue } from '../lossless-json/value.ts';
import { isJsonObject } from '../lossless-json/value.ts';
import type { JsonSchema, JsonSchemaDraft } from '../parsed-schema.ts';
import { isSchemaError } from '../schema-error.ts';
import { spellBigDecimal } from './decimal-spelling.ts';
import { isBefore201909, writtenDraft } from './draft.ts';
import type { IdentifiedPart, Way } from './identifiers.ts';
import { baseOfDocument, identifiedParts } from './identifiers.ts';
import { pointerStep } from './json-pointer.ts';
import { metaSchema } from './meta-schemas/meta-schema.ts';
import type { SchemaPlace } from './schema-place.ts';
import { resolveUri, splitFragment } from './uri.ts';

/** The text of a schema or of a reference, or a meta-schema. */
export interface SchemaDocument {
  /** Undefined for the schema's own text. */
  readonly name: string | undefined;
  readonly draft: JsonSchemaDraft;
  /** Where it was found, before its own `$id`. */
  readonly uri: string;
  readonly root: SchemaPlace;
}

/** Everything that a URI can lead to. */
export interface DocumentTargets {
  document(name: string | undefined): SchemaDocument | undefined;
  /** The place that has a URI, which may have an anchor. */
  place(uri: string): SchemaPlace | undefined;
}

const GREATEST_DEPTH = 1000;

/**
 * Gathers what can be referred to, each under its names: the schema's own parts, then its
 * references, then meta-schemas. Where two things have one name, the first of them counts.
 *
 * @param root the place of the schema itself
 * @throws SchemaError `too_large`
 */
export function documentTargets(schema: JsonSchema, root: SchemaPlace): DocumentTargets {
  const documents = new Map<string | undefined, SchemaDocument>();
  const places = new Map<string, () => SchemaPlace>();

  function add(document: SchemaDocument): SchemaDocument {
    documents.set(document.name, document);
    addFirst(places, document.uri, () => document.root);
    return document;
  }

  function addParts(added: readonly SchemaDocument[]): void {
    const uncertain: [string, () => SchemaPlace][] = [];
    for (const document of added) {
      for (const part of identifiedParts(document.root.value, document.uri, document.draft)) {
        const place = () => placeOf(part, document);
        if (part.certain) addFirst(places, part.uri, place);
        else uncertain.push([part.uri, place]);
      }
    }
    for (const [uri, place] of uncertain) addFirst(places, uri, place);
  }

  add({ name: undefined, draft: schema.draft, uri: '', root });
  for (const { name, text } of schema.references) {
    const value = documents.has(name) ? undefined : readDocument(text);
    if (value === undefined) continue;
    const uri = splitFragment(resolveUri(root.base, name)).document;
    add(makeDocument(name, value, uri, draftOfReference(value, schema.draft)));
  }
  addParts([...documents.values()]);

  return {
    document: (name) => documents.get(name),
    place(uri) {
      const { document } = splitFragment(uri);
      const known = documents.has(document) ? undefined : metaSchema(document);
      if (known !== undefined) {
        addParts([add(makeDocument(document, known.value, document, known.draft))]);
      }
      return places.get(uri)?.();
    },
  };
}

function makeDocument(
  name: string,
  value: JsonValue,
  uri: string,
  draft: JsonSchemaDraft,
): SchemaDocument {
  const base = baseOfDocument(value, uri, draft);
  return { name, draft, uri, root: { value, pointer: '', document: name, base } };
}

function addFirst<Value>(map: Map<string, Value>, key: string, value: Value): void {
  if (!map.has(key)) map.set(key, value);
}

function readDocument(text: string): JsonValue | undefined {
  try {
    const options = { maxDepth: GREATEST_DEPTH, spellNumber: spellBigDecimal };
    const { value } = readLosslessJson(text, options);
    return isJsonObject(value) || typeof value === 'boolean' ? value : undefined;
  } catch (error) {
    if (isSchemaError(error, 'invalid_schema')) return undefined;
    throw error;
  }
}

/** The drafts before 2019-09 and those since are read in ways that do not mix. */
function draftOfReference(value: JsonValue, own: JsonSchemaDraft): JsonSchemaDraft {
  const written = writtenDraft(value) ?? own;
  return isBefore201909(written) && isBefore201909(own) ? written : own;
}

function placeOf({ value, way, base }: IdentifiedPart, { name }: SchemaDocument): SchemaPlace {
  const steps: string[] = [];
  for (let at: Way = way; at !== undefined; at = at.before) steps.push(pointerStep(at.step));
  return { value, pointer: steps.reverse().join(''), document: name, base };
}
