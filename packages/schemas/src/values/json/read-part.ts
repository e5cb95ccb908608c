import type { SchemaPlace } from '../../json/schema-place.ts';
import type { JsonObject, JsonValue } from '../../lossless-json/value.ts';
import { isJsonObject } from '../../lossless-json/value.ts';
import type { JsonSchemaDraft } from '../../parsed-schema.ts';
import { readConst, readEnum, readType } from './checks/any-value.ts';
import {
  readContains,
  readItems,
  readMaxItems,
  readMinItems,
  readUniqueItems,
} from './checks/array.ts';
import { readAllOf, readAnyOf, readIf, readNot, readOneOf } from './checks/combination.ts';
import {
  readDependencies,
  readDependentRequired,
  readDependentSchemas,
} from './checks/dependency.ts';
import {
  readExclusiveMaximum,
  readExclusiveMinimum,
  readMaximum,
  readMinimum,
  readMultipleOf,
} from './checks/number.ts';
import {
  readMaxProperties,
  readMembers,
  readMinProperties,
  readPropertyNames,
  readRequired,
} from './checks/object.ts';
import { readDynamicReference, readRecursiveReference, readReference } from './checks/reference.ts';
import { readFormat, readMaxLength, readMinLength, readPatternCheck } from './checks/text.ts';
import { readUnevaluatedItems, readUnevaluatedProperties } from './checks/unevaluated.ts';
import type { Check, KeywordContext, SchemaPart, SchemaParts } from './schema-part.ts';

type ReadKeyword = (
  written: JsonValue,
  context: KeywordContext,
  others: readonly Check[],
) => Check | undefined;

interface Keyword {
  /** Any of these keywords. */
  readonly names: readonly string[];
  readonly read: ReadKeyword;
  /** The first draft that has it. @default the first of all */
  readonly from?: JsonSchemaDraft;
  /** The last draft that has it. @default the last of all */
  readonly until?: JsonSchemaDraft;
}

const DRAFTS: readonly JsonSchemaDraft[] = [
  'draft-04',
  'draft-06',
  'draft-07',
  '2019-09',
  '2020-12',
];

/** In the order in which they are asked: what is cheap and tells most comes first. */
const KEYWORDS: readonly Keyword[] = [
  { names: ['type'], read: readType },
  { names: ['const'], read: readConst, from: 'draft-06' },
  { names: ['enum'], read: readEnum },
  { names: ['minLength'], read: readMinLength },
  { names: ['maxLength'], read: readMaxLength },
  { names: ['minimum'], read: readMinimum },
  { names: ['maximum'], read: readMaximum },
  { names: ['exclusiveMinimum'], read: readExclusiveMinimum },
  { names: ['exclusiveMaximum'], read: readExclusiveMaximum },
  { names: ['multipleOf'], read: readMultipleOf },
  { names: ['pattern'], read: readPatternCheck },
  { names: ['format'], read: readFormat },
  { names: ['minItems'], read: readMinItems },
  { names: ['maxItems'], read: readMaxItems },
  { names: ['uniqueItems'], read: readUniqueItems },
  { names: ['minProperties'], read: readMinProperties },
  { names: ['maxProperties'], read: readMaxProperties },
  { names: ['required'], read: readRequired },
  { names: ['dependencies'], read: readDependencies },
  { names: ['dependentRequired'], read: readDependentRequired, from: '2019-09' },
  { names: ['propertyNames'], read: readPropertyNames, from: 'draft-06' },
  { names: ['properties', 'patternProperties', 'additionalProperties'], read: readMembers },
  { names: ['items', 'additionalItems'], read: readItems, until: '2019-09' },
  { names: ['prefixItems', 'items'], read: readItems, from: '2020-12' },
  { names: ['contains'], read: readContains, from: 'draft-06' },
  { names: ['$ref'], read: readReference },
  { names: ['$recursiveRef'], read: readRecursiveReference, from: '2019-09', until: '2019-09' },
  { names: ['$dynamicRef'], read: readDynamicReference, from: '2020-12' },
  { names: ['allOf'], read: readAllOf },
  { names: ['anyOf'], read: readAnyOf },
  { names: ['oneOf'], read: readOneOf },
  { names: ['not'], read: readNot },
  { names: ['if'], read: readIf, from: 'draft-07' },
  { names: ['dependentSchemas'], read: readDependentSchemas, from: '2019-09' },
  { names: ['unevaluatedProperties'], read: readUnevaluatedProperties, from: '2019-09' },
  { names: ['unevaluatedItems'], read: readUnevaluatedItems, from: '2019-09' },
];

const keywordsOf: ReadonlyMap<JsonSchemaDraft, readonly Keyword[]> = new Map(
  DRAFTS.map((draft, index) => [
    draft,
    KEYWORDS.filter(
      ({ from = DRAFTS[0], until = DRAFTS.at(-1) }) =>
        DRAFTS.indexOf(from as JsonSchemaDraft) <= index &&
        DRAFTS.indexOf(until as JsonSchemaDraft) >= index,
    ),
  ]),
);

const namesOf: ReadonlyMap<JsonSchemaDraft, ReadonlySet<string>> = new Map(
  [...keywordsOf].map(([draft, keywords]) => [
    draft,
    new Set(keywords.flatMap(({ names }) => names)),
  ]),
);

/** Whether a draft has a keyword that says something about values. */
export function isKeyword(name: string, draft: JsonSchemaDraft): boolean {
  return namesOf.get(draft)?.has(name) ?? true;
}

/** Makes one schema ready to be asked; those inside it are made ready when they are needed. */
export function readPart(
  place: SchemaPlace,
  draft: JsonSchemaDraft,
  parts: SchemaParts,
): SchemaPart {
  const { value } = place;
  if (!isJsonObject(value)) {
    return { place, always: value !== false, checks: [], needsMarks: false };
  }
  let known: readonly Check[] | undefined;
  return {
    place,
    always: undefined,
    // Schemas can nest deeper than calls may.
    get checks() {
      known ??= readChecks({ place, keywords: value, draft, parts });
      return known;
    },
    needsMarks:
      DRAFTS.indexOf(draft) >= DRAFTS.indexOf('2019-09') &&
      (value.has('unevaluatedProperties') || value.has('unevaluatedItems')),
  };
}

function readChecks(context: KeywordContext): Check[] {
  const checks: Check[] = [];
  for (const { names, read } of keywordsOf.get(context.draft) ?? KEYWORDS) {
    const written = firstWritten(context.keywords, names);
    const check = written === undefined ? undefined : read(written, context, [...checks]);
    if (check !== undefined) checks.push(check);
  }
  return checks;
}

function firstWritten(keywords: JsonObject, names: readonly string[]): JsonValue | undefined {
  for (const name of names) {
    const written = keywords.get(name);
    if (written !== undefined) return written;
  }
  return undefined;
}
