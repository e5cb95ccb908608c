import type { JsonOutline, JsonValuePlace } from '../../field-walk/json/json-outline.ts';
import { membersOf } from '../../field-walk/json/schema-links.ts';
import { everyKind, writtenKinds } from '../../field-walk/json/value-facts.ts';
import { groupBy } from '../../group-by.ts';
import type { SchemaPlace } from '../../json/schema-place.ts';
import type { JsonValue } from '../../lossless-json/value.ts';
import { isJsonArray, isJsonObject } from '../../lossless-json/value.ts';
import { jsonIdentities } from '../../structural-difference/json/json-identity.ts';
import { placeSubject } from '../../structural-difference/say-value.ts';
import type { Complaint } from '../lint-rule.ts';
import type { JsonLintRule, LintedJson } from './json-lint-rule.ts';
import { kindsOfKeywords } from './keyword-tables.ts';
import { sayNames } from './say-names.ts';

const MANY_PROPERTIES = 200;
const MANY_LEVELS = 8;
const SAYS_TYPE = ['type', 'enum', 'const', '$ref', '$dynamicRef', '$recursiveRef'];
const COMBINING = ['allOf', 'anyOf', 'oneOf', 'not', 'if'];

/** How a schema is built. */
export const structureRules: readonly JsonLintRule[] = [
  {
    id: 'type-missing',
    group: 'structure',
    severity: 'warning',
    summary: 'A schema that checks one kind of value names its type.',
    *check({ outline }) {
      for (const { path, place } of wholeValues(outline)) {
        const members = membersOf(place);
        if ([...SAYS_TYPE, ...COMBINING].some((keyword) => members.has(keyword))) continue;
        const keyword = [...members.keys()].find((name) => kindsOfKeywords.has(name));
        const [kind = ''] = (keyword && kindsOfKeywords.get(keyword)) || [];
        if (keyword === undefined) continue;
        yield {
          path,
          message: `'${keyword}' speaks of ${kind}s only: without a type, every other kind of value fits.`,
          suggestion: `"type": "${kind}"`,
        };
      }
    },
  },
  {
    id: 'value-undescribed',
    group: 'structure',
    severity: 'info',
    summary: 'A property says what its value is.',
    *check({ outline }) {
      for (const { path, name, places } of outline.fields) {
        const silent = places.every(
          (place) =>
            isJsonObject(place.value) &&
            [...place.value.keys()].every((keyword) => !isCheck(keyword)) &&
            outline.factsOf(place).kinds.size === everyKind.size,
        );
        if (!silent) continue;
        yield {
          path,
          message: `'${name}' may be anything: readers in typed languages have no type for it, and no change of it is ever seen.`,
          suggestion: '"type": "string", or true instead of {…} where anything is meant.',
        };
      }
    },
  },
  {
    id: 'array-items-missing',
    group: 'structure',
    severity: 'warning',
    summary: 'An array says what its elements are.',
    *check({ outline }) {
      for (const { path, place } of wholeValues(outline)) {
        const members = membersOf(place);
        if (writtenKinds(members.get('type'))?.has('array') !== true) continue;
        const says = ['items', 'prefixItems', 'contains', 'enum', 'const', '$ref', ...COMBINING];
        if (says.some((keyword) => members.has(keyword))) continue;
        const { start } = placeSubject(path);
        yield {
          path,
          message: `${start} does not say what its elements are, so they are anything.`,
          suggestion: '"items": {"type": "string"}',
        };
      }
    },
  },
  {
    id: 'required-unknown-property',
    group: 'structure',
    severity: 'warning',
    summary: 'What is required is described.',
    check: checkRequired,
  },
  {
    id: 'object-repeated',
    group: 'structure',
    severity: 'info',
    summary: 'What is the same is defined once.',
    check: checkRepeated,
  },
  {
    id: 'many-properties',
    group: 'structure',
    severity: 'info',
    summary: `An object has at most ${MANY_PROPERTIES} properties.`,
    *check({ outline }) {
      for (const { path, place } of outline.values) {
        const properties = membersOf(place).get('properties');
        if (!isJsonObject(properties) || properties.size <= MANY_PROPERTIES) continue;
        yield {
          path,
          message: `The object has ${properties.size} properties.`,
          suggestion: 'Group properties that belong together into objects of their own.',
        };
      }
    },
  },
  {
    id: 'deep-objects',
    group: 'structure',
    severity: 'info',
    summary: `Objects nest at most ${MANY_LEVELS} levels deep.`,
    *check({ outline }) {
      const deepest = outline.fields.find(({ depth }) => depth >= MANY_LEVELS);
      if (deepest === undefined) return;
      yield {
        path: deepest.path,
        message: `Objects nest more than ${MANY_LEVELS} levels deep here: queries and generated code get unwieldy.`,
        suggestion: 'Flatten the inner objects, or refer to what they describe by its id.',
      };
    },
  },
  {
    id: 'recursive-object',
    group: 'structure',
    severity: 'info',
    summary: 'An object does not hold itself.',
    *check({ outline }) {
      for (const { path, name, recursive } of outline.fields) {
        if (!recursive) continue;
        yield {
          path,
          message: `'${name}' leads back to an object that it stands in: Connect, Spark and most sinks refuse such a schema.`,
          suggestion: 'Write a list of nodes that refer to each other by id.',
        };
      }
    },
  },
];

/** Schemas that describe a value on their own, not a part of what is said of it. */
function wholeValues({ values }: JsonOutline): JsonValuePlace[] {
  return values.filter(({ role, isPart }) => role === 'value' && !isPart);
}

function isCheck(keyword: string): boolean {
  return kindsOfKeywords.has(keyword) || [...SAYS_TYPE, ...COMBINING, 'format'].includes(keyword);
}

function* checkRequired({ outline }: LintedJson): Iterable<Complaint> {
  const known = new Map<SchemaPlace, Set<string>>();
  const open = new Set<SchemaPlace>();
  for (const { place, whole } of outline.values) {
    const members = membersOf(place);
    const names = known.get(whole) ?? new Set();
    known.set(whole, names);
    const properties = members.get('properties');
    if (isJsonObject(properties)) for (const name of properties.keys()) names.add(name);
    const others = members.get('additionalProperties');
    const isMap = isJsonObject(others) || members.has('patternProperties');
    // What was opened elsewhere may describe more.
    const more = outline.links.alsoHolds(place).length > 0;
    if (isMap || more) open.add(whole);
  }
  for (const { path, place, role, whole } of outline.values) {
    const required = membersOf(place).get('required');
    const names = known.get(whole);
    if (role === 'condition' || !isJsonArray(required)) continue;
    if (names === undefined || names.size === 0 || open.has(whole)) continue;
    const unknown = required.filter((name) => typeof name === 'string' && !names.has(name));
    const [first] = unknown;
    if (typeof first !== 'string') continue;
    const { within } = placeSubject(path);
    yield {
      path,
      message: `${sayNames(unknown.map(String))} ${unknown.length === 1 ? 'is' : 'are'} required, but ${within} does not describe ${unknown.length === 1 ? 'it' : 'them'}.`,
      suggestion: `"properties": {"${first.slice(0, 60)}": {…}}`,
    };
  }
}

function* checkRepeated({ outline }: LintedJson): Iterable<Complaint> {
  const identity = jsonIdentities();
  const objects = [...outline.types.values()].filter(({ place }) => {
    const properties = membersOf(place).get('properties');
    return isJsonObject(properties) && properties.size >= 3;
  });
  const shapeOf = (place: SchemaPlace): number => {
    const properties: JsonValue = membersOf(place).get('properties') ?? null;
    return identity(properties);
  };
  for (const [first, ...others] of groupBy(objects, ({ place }) => shapeOf(place)).values()) {
    const [other] = others;
    if (first === undefined || other === undefined) continue;
    const paths = others.map(({ path }) => path);
    yield {
      path: other.path,
      message: `${sayNames(paths)} ${paths.length === 1 ? 'has' : 'have'} the same properties as ${placeSubject(first.path).within}.`,
      suggestion: `{"$ref": "#/$defs/${other.name.replace(/[^A-Za-z0-9._-]+/g, '-').slice(0, 60)}"}, defined once`,
    };
  }
}
