import {
  ignoresSiblings,
  isMereReference,
  membersOf,
  writtenReference,
} from '../../field-walk/json/schema-links.ts';
import type { SchemaPlace } from '../../json/schema-place.ts';
import type { JsonValue } from '../../lossless-json/value.ts';
import { shorten } from '../../structural-difference/say-value.ts';
import type { JsonLintRule, LintedJson } from './json-lint-rule.ts';
import { kindsOfKeywords } from './keyword-tables.ts';
import { sayNames } from './say-names.ts';

const META_SCHEMA = /^https?:\/\/json-schema\.org\//;
const CHECKING = [...kindsOfKeywords.keys(), 'type', 'enum', 'const', 'format'];
const COMBINING = ['allOf', 'anyOf', 'oneOf', 'not', 'if'];

/** References: where they lead, and what they hide. */
export const referenceRules: readonly JsonLintRule[] = [
  {
    id: 'reference-unresolved',
    group: 'structure',
    severity: 'error',
    summary: 'A reference leads to a schema.',
    *check({ outline }) {
      for (const { path, place } of outline.values) {
        const written = writtenReference(place);
        if (written === undefined || META_SCHEMA.test(written)) continue;
        if (outline.links.target(place) !== undefined) continue;
        yield {
          path,
          message: `The reference '${shorten(written)}' leads nowhere.`,
          suggestion: written.startsWith('#')
            ? `Define it, or correct the pointer.`
            : `Name the schema '${shorten(written.replace(/#.*$/s, ''))}' among the references when registering.`,
        };
      }
    },
  },
  {
    id: 'reference-in-circle',
    group: 'structure',
    severity: 'error',
    summary: 'A reference does not lead back to itself before it says anything.',
    check: checkCircles,
  },
  {
    id: 'reference-siblings-ignored',
    group: 'structure',
    severity: 'warning',
    summary: 'Up to draft 7 nothing that matters stands beside a reference.',
    *check({ outline }) {
      for (const { path, place } of outline.values) {
        if (!ignoresSiblings(place, outline.links)) continue;
        const keywords = [...membersOf(place).keys()];
        const lost = keywords.filter((name) => [...CHECKING, ...COMBINING].includes(name));
        if (lost.length === 0) continue;
        yield {
          path,
          message: `Up to draft 7 everything beside "$ref" is ignored; here it is ${sayNames(lost)}.`,
          suggestion: `"allOf": [{"$ref": "${shorten(writtenReference(place) ?? '')}"}], with the others beside it.`,
        };
      }
    },
  },
  {
    id: 'definition-unused',
    group: 'structure',
    severity: 'info',
    summary: 'Definitions are referred to.',
    *check({ outline, isUsed }) {
      // A library of definitions is there for others.
      const members = membersOf(outline.links.documents.root);
      const isLibrary = ![...CHECKING, ...COMBINING, '$ref'].some((keyword) =>
        members.has(keyword),
      );
      const unused = outline.definitions.filter(([, place]) => !isUsed(place));
      if (isLibrary || unused.length === 0) return;
      yield {
        path: '',
        message: `Nothing refers to ${sayNames(unused.map(([name]) => name))}.`,
        suggestion: 'Remove what nobody else refers to either.',
      };
    },
  },
];

function* checkCircles({ outline }: LintedJson): ReturnType<JsonLintRule['check']> {
  const { links } = outline;
  const ends = new Set<JsonValue>();
  for (const { path, place } of outline.values) {
    const way = new Set<JsonValue>();
    let at: SchemaPlace | undefined = place;
    while (at !== undefined && isMereReference(at, links) && !ends.has(at.value)) {
      if (way.has(at.value)) {
        yield {
          path,
          message: `The reference '${shorten(writtenReference(place) ?? '')}' leads back to itself: validators do not end, or take anything.`,
          suggestion: 'Let one of the definitions say what the value is.',
        };
        break;
      }
      way.add(at.value);
      at = links.target(at);
    }
    for (const value of way) ends.add(value);
  }
}
