import { membersOf } from '../../field-walk/json/schema-links.ts';
import { kindsOf, writtenKinds } from '../../field-walk/json/value-facts.ts';
import { printLosslessJson } from '../../lossless-json/print.ts';
import type { JsonObject } from '../../lossless-json/value.ts';
import { isJsonArray, isJsonNumber } from '../../lossless-json/value.ts';
import { placeSubject, sayJson } from '../../structural-difference/say-value.ts';
import type { JsonLintRule } from './json-lint-rule.ts';

/** Pairs of bounds, the lower before the upper; whether equal ones leave nothing. */
const BOUNDS: readonly [lower: string, upper: string, strict: boolean][] = [
  ['minimum', 'maximum', false],
  ['exclusiveMinimum', 'maximum', true],
  ['minimum', 'exclusiveMaximum', true],
  ['exclusiveMinimum', 'exclusiveMaximum', true],
  ['minLength', 'maxLength', false],
  ['minItems', 'maxItems', false],
  ['minContains', 'maxContains', false],
  ['minProperties', 'maxProperties', false],
];

/** Values that a schema names, and whether it takes them itself. */
export const valueRules: readonly JsonLintRule[] = [
  {
    id: 'range-empty',
    group: 'structure',
    severity: 'error',
    summary: 'A lower bound is not above the upper one.',
    *check({ outline }) {
      for (const { path, place } of outline.values) {
        const members = membersOf(place);
        for (const [lower, upper, strict] of BOUNDS) {
          const [from, to] = [numberOf(members, lower), numberOf(members, upper)];
          if (from === undefined || to === undefined) continue;
          if (from < to || (from === to && !strict)) continue;
          yield {
            path,
            message: `Nothing fits: ${lower} is ${from} and ${upper} is ${to}.`,
            suggestion: `"${lower}": ${to}, "${upper}": ${from}`,
          };
        }
      }
    },
  },
  {
    id: 'default-unfit',
    group: 'evolution',
    severity: 'warning',
    summary: 'A default fits its own schema.',
    *check({ outline, misfitOf }) {
      for (const { path, place } of outline.values) {
        const value = membersOf(place).get('default');
        const reason = value === undefined ? undefined : misfitOf(value, place);
        if (value === undefined || reason === undefined) continue;
        yield {
          path,
          message: `The default ${sayJson(value)} does not fit its own schema. ${reason}`,
          suggestion: `Write a default that fits, or remove it.`,
        };
      }
    },
  },
  {
    id: 'example-unfit',
    group: 'documentation',
    severity: 'info',
    summary: 'Examples fit their own schema.',
    *check({ outline, misfitOf }) {
      for (const { path, place } of outline.values) {
        const examples = membersOf(place).get('examples');
        if (!isJsonArray(examples)) continue;
        for (const value of examples) {
          const reason = misfitOf(value, place);
          if (reason === undefined) continue;
          yield {
            path,
            message: `The example ${sayJson(value)} does not fit its own schema. ${reason}`,
            suggestion: 'Write an example that fits.',
          };
          break;
        }
      }
    },
  },
  {
    id: 'enum-value-twice',
    group: 'structure',
    severity: 'warning',
    summary: 'An enum names each value once.',
    *check({ outline }) {
      for (const { path, place } of outline.values) {
        const values = membersOf(place).get('enum');
        if (!isJsonArray(values)) continue;
        const seen = new Set<string>();
        const twice = values.find((value) => {
          const text = printLosslessJson(value, { sortKeys: true });
          return seen.size === seen.add(text).size;
        });
        if (twice === undefined) continue;
        yield {
          path,
          message: `The enum names ${sayJson(twice)} twice; many validators refuse that.`,
          suggestion: `Remove one ${sayJson(twice)}.`,
        };
      }
    },
  },
  {
    id: 'enum-of-mixed-kinds',
    group: 'structure',
    severity: 'info',
    summary: 'The values of an enum are of one kind, null aside.',
    *check({ outline }) {
      for (const { path, place } of outline.values) {
        const values = membersOf(place).get('enum');
        if (!isJsonArray(values)) continue;
        const kinds = new Set(values.map((value) => kindsOf(value).at(-1)));
        kinds.delete('null');
        if (kinds.size < 2) continue;
        yield {
          path,
          message: `The enum holds values of several kinds: ${[...kinds].join(', ')}. Typed languages have no enum for it.`,
          suggestion: 'Write all values as texts.',
        };
      }
    },
  },
  {
    id: 'enum-value-unfit',
    group: 'structure',
    severity: 'warning',
    summary: 'The values of an enum are of the type beside it.',
    *check({ outline }) {
      for (const { path, place } of outline.values) {
        const members = membersOf(place);
        const values = members.get('enum');
        const kinds = writtenKinds(members.get('type'));
        if (!isJsonArray(values) || kinds === undefined) continue;
        const odd = values.find((value) => !kindsOf(value).some((kind) => kinds.has(kind)));
        if (odd === undefined) continue;
        const { within } = placeSubject(path);
        yield {
          path,
          message: `${sayJson(odd)} is in the enum of ${within} but not of its type ${sayJson(members.get('type') ?? '')}, so it is never allowed.`,
          suggestion:
            odd === null
              ? `"type": [${[...kinds].map((kind) => `"${kind}"`).join(', ')}, "null"]`
              : `Remove ${sayJson(odd)}, or allow its type.`,
        };
      }
    },
  },
];

function numberOf(members: JsonObject, keyword: string): number | undefined {
  const value = members.get(keyword);
  return isJsonNumber(value) ? Number(value.number) : undefined;
}
