import type { JsonValuePlace } from '../../field-walk/json/json-outline.ts';
import { ignoresSiblings, membersOf } from '../../field-walk/json/schema-links.ts';
import { writtenKinds } from '../../field-walk/json/value-facts.ts';
import type { JsonObject } from '../../lossless-json/value.ts';
import { isJsonArray } from '../../lossless-json/value.ts';
import type { JsonSchemaDraft } from '../../parsed-schema.ts';
import { closestName } from '../../values/closest-name.ts';
import type { Complaint } from '../lint-rule.ts';
import type { JsonLintRule, LintedJson } from './json-lint-rule.ts';
import {
  allKeywords,
  broughtBy,
  drafts,
  droppedBy,
  kindsOfKeywords,
  openApiKeywords,
} from './keyword-tables.ts';

/** Keywords that only mean something beside another. */
const NEEDS: Readonly<Record<string, string>> = {
  // biome-ignore lint/suspicious/noThenProperty: it is a keyword's name
  then: 'if',
  else: 'if',
  minContains: 'contains',
  maxContains: 'contains',
  contentSchema: 'contentMediaType',
};

/** Keywords that JSON Schema passes over without a word. */
export const keywordRules: readonly JsonLintRule[] = [
  {
    id: 'keyword-without-effect',
    group: 'structure',
    severity: 'warning',
    summary: 'A keyword speaks of a kind of value that the type allows.',
    *check(linted) {
      for (const { path, place } of counting(linted)) {
        const members = membersOf(place);
        const kinds = writtenKinds(members.get('type'));
        for (const keyword of members.keys()) {
          const wanted = kindsOfKeywords.get(keyword);
          const [first = ''] = wanted ?? [];
          if (kinds !== undefined && wanted?.some((kind) => kinds.has(kind)) === false) {
            yield {
              path,
              message: `'${keyword}' says nothing here: the value is ${[...kinds].join(' or ')}, and it speaks of ${first}s.`,
              suggestion: `Remove "${keyword}", or write "type": "${first}".`,
            };
            continue;
          }
          const needed = Object.hasOwn(NEEDS, keyword) ? NEEDS[keyword] : undefined;
          if (needed === undefined || members.has(needed)) continue;
          yield {
            path,
            message: `'${keyword}' says nothing without '${needed}'.`,
            suggestion: `Write "${needed}" beside it, or remove "${keyword}".`,
          };
        }
      }
    },
  },
  {
    id: 'keyword-misspelt',
    group: 'structure',
    severity: 'warning',
    summary: 'Keywords are spelt as JSON Schema knows them.',
    *check(linted) {
      for (const { path, place } of counting(linted)) {
        for (const keyword of membersOf(place).keys()) {
          if (allKeywords.has(keyword) || openApiKeywords.has(keyword)) continue;
          const meant = meantKeyword(keyword);
          if (meant === undefined) continue;
          yield {
            path,
            message: `JSON Schema does not know the keyword '${keyword}' and ignores it.`,
            suggestion: `Write ${meant} instead of ${keyword}.`,
          };
        }
      }
    },
  },
  {
    id: 'keyword-of-other-draft',
    group: 'structure',
    severity: 'warning',
    summary: 'Keywords are of the draft in which the schema is written.',
    *check(linted) {
      for (const { path, place } of counting(linted)) {
        for (const complaint of otherDraft(membersOf(place), linted.schema.draft)) {
          yield { path, ...complaint };
        }
      }
    },
  },
  {
    id: 'openapi-keyword',
    group: 'structure',
    severity: 'warning',
    summary: 'A schema holds no keywords of OpenAPI, which JSON Schema ignores.',
    *check(linted) {
      for (const { path, place } of counting(linted)) {
        for (const keyword of membersOf(place).keys()) {
          const instead = openApiKeywords.get(keyword);
          if (instead === undefined) continue;
          yield {
            path,
            message: `'${keyword}' is a keyword of OpenAPI, which JSON Schema ignores${keyword === 'nullable' ? ': null is not allowed' : ''}.`,
            suggestion: `Write ${instead}.`,
          };
        }
      }
    },
  },
  {
    id: 'required-in-property',
    group: 'structure',
    severity: 'warning',
    summary: 'What is required is listed by the object, not marked in the property.',
    *check(linted) {
      for (const { path, place, field } of counting(linted)) {
        if (typeof membersOf(place).get('required') !== 'boolean') continue;
        yield {
          path,
          message:
            'true or false as "required" is of draft 3: it is ignored, or the schema is refused.',
          suggestion: `In the object around it: "required": ["${field?.name ?? '…'}"]`,
        };
      }
    },
  },
];

/** Schemas whose keywords count: those beside an old `$ref` do not. */
function* counting({ outline }: LintedJson): Iterable<JsonValuePlace> {
  for (const value of outline.values) {
    if (!ignoresSiblings(value.place, outline.links)) yield value;
  }
}

function meantKeyword(keyword: string): string | undefined {
  if (/^x-|[:.]/.test(keyword) || keyword.length < 4 || keyword.length > 40) return undefined;
  const names = [...allKeywords].filter((name) => name.length > 3);
  const meant = closestName(keyword, names);
  if (meant === undefined) return undefined;
  // Short words are near many others.
  const isNear = keyword.toLowerCase() === meant.toLowerCase() || meant.length >= 6;
  return isNear ? meant : undefined;
}

function* otherDraft(
  members: JsonObject,
  draft: JsonSchemaDraft,
): Iterable<Pick<Complaint, 'message' | 'suggestion'>> {
  const now = drafts.indexOf(draft);
  const isLater = (other: JsonSchemaDraft): boolean => drafts.indexOf(other) > now;
  for (const keyword of members.keys()) {
    const brought = broughtBy.get(keyword);
    // A registry reads 2019-09 with the keywords of 2020-12.
    if (brought !== undefined && isLater(brought) && !(now === 3 && keyword === 'prefixItems')) {
      yield {
        message: `'${keyword}' came with ${sayDraft(brought)}, and the schema is written in ${sayDraft(draft)}, which ignores it.`,
        suggestion: `"$schema": "${urlOf(brought)}"`,
      };
    }
    const dropped = droppedBy.get(keyword);
    if (dropped !== undefined && !isLater(dropped.since)) {
      yield {
        message: `'${keyword}' was dropped by ${sayDraft(dropped.since)}, and the schema is written in ${sayDraft(draft)}.`,
        suggestion: `Write ${dropped.instead}.`,
      };
    }
  }
  yield* changedShape(members, draft);
}

/** Keywords that another draft writes in another way. */
function* changedShape(
  members: JsonObject,
  draft: JsonSchemaDraft,
): Iterable<Pick<Complaint, 'message' | 'suggestion'>> {
  const isOldest = draft === 'draft-04';
  for (const [keyword, bound] of [
    ['exclusiveMinimum', 'minimum'],
    ['exclusiveMaximum', 'maximum'],
  ] as const) {
    const value = members.get(keyword);
    if (value === undefined || (typeof value === 'boolean') === isOldest) continue;
    yield isOldest
      ? {
          message: `In draft 4, '${keyword}' is true or false, not a number.`,
          suggestion: `"${bound}": …, "${keyword}": true`,
        }
      : {
          message: `Since draft 6, '${keyword}' is a number: true or false is ignored, or the schema is refused.`,
          suggestion: `"${keyword}": <the number at "${bound}">`,
        };
  }
  if (isJsonArray(members.get('items')) && !draft.startsWith('draft-')) {
    yield {
      message: `'items' is no list in ${sayDraft(draft)}: a registry refuses the schema.`,
      suggestion: `Write prefixItems instead of items, and items instead of additionalItems.`,
    };
  }
}

function sayDraft(draft: JsonSchemaDraft): string {
  return draft.startsWith('draft-') ? draft.replace('-0', ' ') : `draft ${draft}`;
}

function urlOf(draft: JsonSchemaDraft): string {
  return draft.startsWith('draft-')
    ? `http://json-schema.org/${draft}/schema#`
    : `https://json-schema.org/draft/${draft}/schema`;
}
