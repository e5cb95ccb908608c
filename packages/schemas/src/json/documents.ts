import type { JsonValue } from '../lossless-json/value.ts';
import { isJsonArray, isJsonObject } from '../lossless-json/value.ts';
import type { JsonSchema, JsonSchemaDraft } from '../parsed-schema.ts';
import type { DocumentTargets } from './document-targets.ts';
import { documentTargets } from './document-targets.ts';
import { isBefore201909 } from './draft.ts';
import { baseInside, baseOfDocument } from './identifiers.ts';
import { percentDecoded, pointerStep, pointerSteps } from './json-pointer.ts';
import type { SchemaPlace } from './schema-place.ts';
import { resolveUri, splitFragment } from './uri.ts';

/** A schema together with the documents that its `$ref`s may lead to. */
export interface SchemaDocuments {
  readonly root: SchemaPlace;
  /** The place of a part, `$id` on the way taken into account; undefined where there is none. */
  child(place: SchemaPlace, ...steps: (string | number)[]): SchemaPlace | undefined;
  /** Where a `$ref` (`$dynamicRef`, `$recursiveRef`) written at `from` leads; undefined: nowhere. */
  resolve(reference: string, from: SchemaPlace): SchemaPlace | undefined;
  /** The draft by which the document of a place is read. */
  draftAt(place: SchemaPlace): JsonSchemaDraft;
}

const remembered = new WeakMap<JsonSchema, SchemaDocuments>();

/**
 * The places of a schema and of its references, to walk it and to follow its `$ref`s. References are
 * found by their name, which may be relative to the schema's `$id`, and by their own `$id`.
 *
 * @returns the same documents for the same schema
 */
export function schemaDocuments(schema: JsonSchema): SchemaDocuments {
  const known = remembered.get(schema);
  if (known !== undefined) return known;
  const made = makeDocuments(schema);
  remembered.set(schema, made);
  return made;
}

function makeDocuments(schema: JsonSchema): SchemaDocuments {
  const { value, draft } = schema;
  const base = baseOfDocument(value, '', draft);
  const root: SchemaPlace = { value, pointer: '', document: undefined, base };
  const resolved = new Map<string, SchemaPlace | undefined>();
  let known: DocumentTargets | undefined;

  function targets(): DocumentTargets {
    known ??= documentTargets(schema, root);
    return known;
  }

  function draftAt({ document }: SchemaPlace): JsonSchemaDraft {
    return document === undefined ? draft : (targets().document(document)?.draft ?? draft);
  }

  function child(place: SchemaPlace, ...steps: (string | number)[]): SchemaPlace | undefined {
    return descend(place, steps, draftAt(place));
  }

  function resolve(reference: string, from: SchemaPlace): SchemaPlace | undefined {
    const key = `${from.document ?? ''}\n${from.base}\n${reference}`;
    if (!resolved.has(key)) resolved.set(key, find(reference, from));
    return resolved.get(key);
  }

  function find(reference: string, from: SchemaPlace): SchemaPlace | undefined {
    const { document, fragment = '' } = splitFragment(reference);
    const uri = resolveUri(from.base, document);
    const anchored = targets().place(`${uri}#${percentDecoded(fragment)}`);
    if (anchored !== undefined) return anchored;
    // In old drafts the registry takes what is no anchor for a pointer.
    const isPointer = fragment === '' || /^(?:\/|%2f)/i.test(fragment);
    if (!isPointer && !isBefore201909(draftAt(from))) return undefined;
    const steps = pointerSteps(fragment);
    // A name as it is written counts, too, where an `$id` gives it another meaning.
    const resource = targets().place(uri) ?? targets().document(document)?.root;
    const found = resource && descend(resource, steps, draftAt(resource));
    if (found !== undefined || document !== '') return found;
    // Many old schemas count from the top of the document, an `$id` on the way or not.
    const top = targets().document(from.document)?.root;
    return top && descend(top, steps, draftAt(top));
  }

  return { root, child, resolve, draftAt };
}

function descend(
  place: SchemaPlace,
  steps: readonly (string | number)[],
  draft: JsonSchemaDraft,
): SchemaPlace | undefined {
  if (steps.length === 0) return place;
  let { value, pointer, base } = place;
  for (const step of steps) {
    const next = memberOf(value, step);
    if (next === undefined) return undefined;
    value = next;
    pointer += pointerStep(step);
    base = baseInside(value, base, draft);
  }
  if (!isJsonObject(value) && typeof value !== 'boolean') return undefined;
  return { value, pointer, document: place.document, base };
}

function memberOf(value: JsonValue, step: string | number): JsonValue | undefined {
  if (isJsonObject(value)) return value.get(String(step));
  if (!isJsonArray(value)) return undefined;
  return /^(0|[1-9][0-9]*)$/.test(String(step)) ? value[Number(step)] : undefined;
}
