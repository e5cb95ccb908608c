import type { SchemaLinks } from '../../field-walk/json/schema-links.ts';
import { membersOf } from '../../field-walk/json/schema-links.ts';
import type { JsonKind, ValueFacts } from '../../field-walk/json/value-facts.ts';
import { everyKind } from '../../field-walk/json/value-facts.ts';
import type { SchemaPlace } from '../../json/schema-place.ts';
import { isJsonArray, isJsonObject } from '../../lossless-json/value.ts';
import type { JsonLintRule } from './json-lint-rule.ts';
import { sayNames } from './say-names.ts';

const MOST_BRANCHES = 100;
/** What says nothing of which values fit. */
const ANNOTATIONS = ['type', 'title', 'description', '$comment', 'default', 'examples', 'format'];

/** Combinations of schemas. */
export const combinationRules: readonly JsonLintRule[] = [
  {
    id: 'one-of-overlap',
    group: 'structure',
    severity: 'warning',
    summary: 'No value fits two branches of oneOf, for then it fits none.',
    *check({ outline: { values, links, factsOf } }) {
      for (const { path, place } of values) {
        const branches = links.list(place, 'oneOf').slice(0, MOST_BRANCHES);
        const shared = overlap(branches, factsOf);
        if (shared === undefined) continue;
        yield {
          path,
          message: `A ${shared} fits several branches of "oneOf", so it is refused.`,
          suggestion: 'Write anyOf instead of oneOf.',
        };
      }
    },
  },
  {
    id: 'one-of-indistinct',
    group: 'structure',
    severity: 'info',
    summary: 'The objects of oneOf are told apart by a property.',
    *check({ outline: { values, links, factsOf } }) {
      for (const { path, place } of values) {
        const branches = ['oneOf', 'anyOf']
          .flatMap((keyword) => links.list(place, keyword))
          .map((branch) => links.target(branch) ?? branch)
          .filter((branch) => isJsonObject(membersOf(branch).get('properties')))
          .slice(0, MOST_BRANCHES);
        if (branches.length < 2 || areTold(branches, links, factsOf)) continue;
        yield {
          path,
          message:
            'No property tells the branches apart: readers must try one after the other, and generated code has no class to choose.',
          suggestion:
            'In each branch: "required": ["kind"], "properties": {"kind": {"const": "…"}}',
        };
      }
    },
  },
  {
    id: 'closed-part',
    group: 'structure',
    severity: 'warning',
    summary: 'What is combined by allOf is not closed against its other parts.',
    *check({ outline: { values, links } }) {
      for (const { path, place } of values) {
        if (!membersOf(place).has('allOf')) continue;
        const parts = [
          place,
          ...links.list(place, 'allOf').map((part) => links.target(part) ?? part),
        ];
        const all = new Set(parts.slice(0, MOST_BRANCHES).flatMap(propertyNames));
        const closed = parts.find((part) => membersOf(part).get('additionalProperties') === false);
        if (closed === undefined || isJsonObject(membersOf(closed).get('patternProperties')))
          continue;
        const own = new Set(propertyNames(closed));
        const refused = [...all].filter((name) => !own.has(name));
        if (refused.length === 0) continue;
        yield {
          path,
          message: `A part of "allOf" takes no other properties, so it refuses ${sayNames(refused)}, which other parts describe.`,
          suggestion:
            '"unevaluatedProperties": false beside "allOf" (since 2019-09), instead of "additionalProperties": false in the part.',
        };
      }
    },
  },
];

/** A kind of value that fits two branches: one that takes all of it, and another that takes some. */
function overlap(
  branches: readonly SchemaPlace[],
  factsOf: (place: SchemaPlace) => ValueFacts,
): JsonKind | undefined {
  const taken = new Map<JsonKind, number>();
  for (const branch of branches) {
    const { kinds } = factsOf(branch);
    if (kinds.size === everyKind.size) continue;
    for (const kind of kinds) taken.set(kind, (taken.get(kind) ?? 0) + 1);
  }
  for (const branch of branches) {
    if (!isPlain(branch)) continue;
    for (const kind of factsOf(branch).kinds) {
      if ((taken.get(kind) ?? 0) > 1) return kind;
    }
  }
  return undefined;
}

/** Whether a branch says only of what type a value is. */
function isPlain(branch: SchemaPlace): boolean {
  const members = membersOf(branch);
  return members.has('type') && [...members.keys()].every((name) => ANNOTATIONS.includes(name));
}

/** Whether a property has another value in each branch, or each has a required one of its own. */
function areTold(
  branches: readonly SchemaPlace[],
  links: SchemaLinks,
  factsOf: (place: SchemaPlace) => ValueFacts,
): boolean {
  const [first, ...others] = branches;
  if (first === undefined) return true;
  for (const name of propertyNames(first)) {
    const seen = new Set<string>();
    const isTag = branches.every((branch) => {
      const property = links.documents.child(branch, 'properties', name);
      const symbols = property && factsOf(property).symbols;
      if (symbols === undefined || symbols.some((symbol) => seen.has(symbol))) return false;
      for (const symbol of symbols) seen.add(symbol);
      return true;
    });
    if (isTag) return true;
  }
  const uses = new Map<string, number>();
  for (const branch of [first, ...others]) {
    for (const name of requiredNames(branch)) uses.set(name, (uses.get(name) ?? 0) + 1);
  }
  // One branch may be what is left when the others are told by theirs.
  const bare = branches.filter(
    (branch) => !requiredNames(branch).some((name) => uses.get(name) === 1),
  );
  return bare.length <= 1;
}

function propertyNames(place: SchemaPlace): string[] {
  const properties = membersOf(place).get('properties');
  return isJsonObject(properties) ? [...properties.keys()] : [];
}

function requiredNames(place: SchemaPlace): string[] {
  const required = membersOf(place).get('required');
  return isJsonArray(required) ? required.filter((name) => typeof name === 'string') : [];
}
