import type { CompatibilityPolicy } from '../../compatibility/difference.ts';
import type { JsonOutline } from '../../field-walk/json/json-outline.ts';
import { membersOf } from '../../field-walk/json/schema-links.ts';
import { writtenKinds } from '../../field-walk/json/value-facts.ts';
import type { SchemaPlace } from '../../json/schema-place.ts';
import type { JsonObject, JsonValue } from '../../lossless-json/value.ts';
import { isJsonObject } from '../../lossless-json/value.ts';
import type { JsonSchema } from '../../parsed-schema.ts';
import type { ChangedField, JsonChange } from '../../structural-difference/json/json-change.ts';
import type { Acceptance } from './accepting-levels.ts';
import { acceptance, acceptanceFinder, madeSchema } from './accepting-levels.ts';
import {
  outerKeyword,
  outerShape,
  shapeWithProperties,
  withKeyword,
  wrapped,
} from './outer-shape.ts';

/** Longer schemas are not compared as a whole for one change. */
const LONGEST_WHOLE = 100_000;

/** Both schemas with what they hold. */
export interface JudgedSchemas {
  readonly before: JsonSchema;
  readonly after: JsonSchema;
  readonly old: JsonOutline;
  readonly next: JsonOutline;
  /** The registry's. */
  readonly policy: CompatibilityPolicy;
}

/** What a registry takes of one change, had nothing else changed. */
export interface AloneJudge {
  acceptanceOf(change: JsonChange): Acceptance;
  acceptanceOfRename(removed: JsonChange, added: JsonChange): Acceptance;
}

/**
 * Asks the comparison of the registry about single changes. Where there is only one, it is asked of
 * both schemas as they are; else of small ones that differ by that change.
 */
export function aloneJudge(schemas: JudgedSchemas, changes: readonly JsonChange[]): AloneJudge {
  const { before, after, old, next, policy } = schemas;
  const ask = acceptanceFinder(after.draft, policy);
  const isSmall = before.text.length + after.text.length <= LONGEST_WHOLE;
  let whole: Acceptance | undefined;

  function askWithin(was: JsonValue, is: JsonValue, { context }: JsonChange): Acceptance {
    return ask(wrapped(was, context), wrapped(is, context));
  }

  return {
    acceptanceOf(change) {
      if (changes.length === 1 && isSmall) {
        whole ??= acceptance(before, after, policy);
        return whole;
      }
      // Texts and unknown keywords are never compared.
      if (/^(doc|property)_/.test(change.kind)) return { backward: true, forward: true };
      if (change.kind === 'draft_changed') return ofDraft(schemas, isSmall);
      const [was, is] = shapes(change, schemas);
      return askWithin(was, is, change);
    },
    acceptanceOfRename(removed, added) {
      const [was, is] = [removed.was.field, added.is.field];
      if (was === undefined || is === undefined) return { backward: false, forward: false };
      const object = objectOf(removed, schemas);
      const [before, after] = [withProperty(object, was, old), withProperty(object, is, next, 'y')];
      return askWithin(before, after, removed);
    },
  };
}

/** The schemas that differ only by one change. */
function shapes(change: JsonChange, schemas: JudgedSchemas): [JsonValue, JsonValue] {
  const { old, next } = schemas;
  const { kind, keyword, was, is } = change;
  switch (kind) {
    case 'field_added':
    case 'field_removed': {
      const object = objectOf(change, schemas);
      if (is.field !== undefined) return [object, withProperty(object, is.field, next)];
      return was.field === undefined
        ? [object, object]
        : [withProperty(object, was.field, old), object];
    }
    case 'made_required':
    case 'made_optional': {
      const object = objectOf(change, schemas);
      const field = is.field ?? was.field;
      if (field === undefined) break;
      const outline = is.field === undefined ? old : next;
      const before = { ...field, required: kind === 'made_optional' };
      const after = { ...field, required: kind === 'made_required' };
      return [withProperty(object, before, outline), withProperty(object, after, outline)];
    }
    case 'symbol_added':
    case 'symbol_removed': {
      const symbol = change.before ?? change.after ?? '';
      const base = shapeOf(was.place, old);
      const few = withKeyword(base, 'enum', ['(another)']);
      const more = withKeyword(base, 'enum', ['(another)', symbol]);
      return kind === 'symbol_added' ? [few, more] : [more, few];
    }
    case 'type_changed':
    case 'made_nullable':
    case 'made_not_nullable':
    case 'reference_changed':
      // What is written as one keyword changed alone; a branch beside null, or a whole, did not.
      if (keyword === 'type' && kindsInCommon(change)) break;
      return [wholeOf(was.place, old), wholeOf(is.place, next)];
  }
  const base = shapeOf(was.place, old);
  return [
    withKeyword(base, keyword, was.place && outerKeyword(was.place, keyword, old.links)),
    withKeyword(base, keyword, is.place && outerKeyword(is.place, keyword, next.links)),
  ];
}

/** Whether both sides name kinds and have one in common. */
function kindsInCommon({ was, is }: JsonChange): boolean {
  const [old, next] = [was, is].map(
    ({ place }) => place && writtenKinds(membersOf(place).get('type')),
  );
  return [...(old ?? [])].some((kind) => next?.has(kind) === true);
}

function shapeOf(place: SchemaPlace | undefined, { links }: JsonOutline): JsonValue {
  return place === undefined ? new Map() : outerShape(place, links);
}

function wholeOf(place: SchemaPlace | undefined, { links }: JsonOutline): JsonValue {
  return place === undefined ? new Map() : shapeWithProperties(place, links);
}

/** The object that a property came to or went from, without its properties; the older where both are known. */
function objectOf({ was, is }: JsonChange, { old, next }: JudgedSchemas): JsonObject {
  const object = was.object ?? was.field?.object;
  const [place, { links }] = object === undefined ? [is.object, next] : [object, old];
  const shape = new Map<string, JsonValue>([['type', 'object']]);
  for (const keyword of ['additionalProperties', 'unevaluatedProperties', 'patternProperties']) {
    const value = place && outerKeyword(place, keyword, links);
    if (value !== undefined) shape.set(keyword, value);
  }
  return shape;
}

/** An object with a property. */
function withProperty(
  object: JsonObject,
  { name, place, required }: ChangedField,
  { links }: JsonOutline,
  anyName = 'x',
): JsonObject {
  // The name matters only to patterns; where there are none, like properties share one answer.
  const known = object.has('patternProperties') ? name : anyName;
  const shape = new Map(object).set('properties', new Map([[known, outerShape(place, links)]]));
  return required ? shape.set('required', [known]) : shape;
}

/** What a registry takes, if only `$schema` names another draft. */
function ofDraft({ before, after, policy }: JudgedSchemas, isSmall: boolean): Acceptance {
  if (!isSmall || !isJsonObject(before.value)) return { backward: false, forward: false };
  const written = isJsonObject(after.value) ? after.value.get('$schema') : undefined;
  const changed = withKeyword(before.value, '$schema', written);
  const changedSchema = madeSchema(changed, after.draft);
  return acceptance(before, { ...changedSchema, references: before.references }, policy);
}
