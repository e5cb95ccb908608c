import type { SchemaPlace } from '../../json/schema-place.ts';
import type { SchemaRole } from './json-outline.ts';
import { partPath } from './json-path.ts';
import type { Alternative, SchemaLinks } from './schema-links.ts';
import { membersOf } from './schema-links.ts';
import { schemaName } from './schema-name.ts';
import type { ValueFacts } from './value-facts.ts';

/** A schema within another, that is neither a property nor a part of `allOf`. */
export interface InnerSchema {
  readonly place: SchemaPlace;
  /** What its path has more. */
  readonly suffix: string;
  /** Of a property. */
  readonly name?: string;
  readonly role: SchemaRole;
  /** Whether it speaks of the same value as the schema that holds it. */
  readonly isPart: boolean;
}

type ReadKeyword = (
  part: SchemaPlace,
  links: SchemaLinks,
  factsOf: (place: SchemaPlace) => ValueFacts,
) => InnerSchema[];

const elements: ReadKeyword = (part, links) => single(links.one(part, 'items'), '[]');

/** What each keyword holds. */
const keywords: Readonly<Record<string, ReadKeyword>> = {
  items: (part, links, factsOf) => [
    ...elements(part, links, factsOf),
    ...tuple(links.list(part, 'items')),
  ],
  prefixItems: (part, links) => tuple(links.list(part, 'prefixItems')),
  additionalItems: (part, links) => single(links.one(part, 'additionalItems'), '[]'),
  unevaluatedItems: (part, links) => single(links.one(part, 'unevaluatedItems'), '[]'),
  contains: (part, links) => single(links.one(part, 'contains'), '[]', 'condition'),
  patternProperties: (part, links) =>
    links.named(part, 'patternProperties').flatMap(([, place]) => single(place, '{}')),
  additionalProperties: (part, links) => single(links.one(part, 'additionalProperties'), '{}'),
  unevaluatedProperties: (part, links) => single(links.one(part, 'unevaluatedProperties'), '{}'),
  propertyNames: (part, links) =>
    single(links.one(part, 'propertyNames'), partPath('', 'names'), 'condition'),
  anyOf: (part, links, factsOf) => branches(part, 'anyOf', links, factsOf),
  oneOf: (part, links, factsOf) => branches(part, 'oneOf', links, factsOf),
  // biome-ignore lint/suspicious/noThenProperty: it is a keyword's name
  then: (part, links) => sameValue(links.one(part, 'then'), 'then'),
  else: (part, links) => sameValue(links.one(part, 'else'), 'else'),
  if: (part, links) => sameValue(links.one(part, 'if'), 'if', 'condition'),
  not: (part, links) => sameValue(links.one(part, 'not'), 'not', 'condition'),
  dependentSchemas: (part, links) => dependencies(part, 'dependentSchemas', links),
  dependencies: (part, links) => dependencies(part, 'dependencies', links),
  contentSchema: (part, links) =>
    single(links.one(part, 'contentSchema'), partPath('', 'content'), 'condition'),
};

/**
 * The schemas that a keyword of a schema holds. Within a condition all are conditions, properties
 * among them; those of a value are told apart.
 */
export function innerSchemas(
  part: SchemaPlace,
  keyword: string,
  role: SchemaRole,
  links: SchemaLinks,
  factsOf: (place: SchemaPlace) => ValueFacts,
): InnerSchema[] {
  if (role === 'condition' && keyword === 'properties') {
    return links
      .named(part, keyword)
      .map(([name, place]) => ({ place, suffix: '', name, role, isPart: false }));
  }
  const read = Object.hasOwn(keywords, keyword) ? keywords[keyword] : undefined;
  const found = read === undefined ? [] : read(part, links, factsOf);
  return role === 'condition' ? found.map((inner) => ({ ...inner, role })) : found;
}

/**
 * The path of each branch, without that of the value: it is empty, unless several branches have
 * properties. Then a name is needed to tell their fields apart.
 */
export function branchSuffixes(
  alternatives: readonly Alternative[],
  links: SchemaLinks,
  factsOf: (place: SchemaPlace) => ValueFacts,
): string[] {
  const needsName = alternatives.map(({ place }) => factsOf(place).hasProperties);
  if (needsName.filter(Boolean).length < 2) return alternatives.map(() => '');
  const names = alternatives.map(({ place }) => branchName(place, links));
  const uses = new Map<string | undefined, number>();
  for (const name of names) uses.set(name, (uses.get(name) ?? 0) + 1);
  return alternatives.map(({ keyword, index }, place) => {
    if (needsName[place] !== true) return '';
    const name = names[place];
    const known = name !== undefined && uses.get(name) === 1;
    return partPath('', known ? name : `${keyword} ${index + 1}`);
  });
}

function branchName(place: SchemaPlace, links: SchemaLinks): string | undefined {
  const target = membersOf(place).has('title') ? undefined : links.target(place);
  return schemaName(target ?? place);
}

function branches(
  part: SchemaPlace,
  keyword: 'anyOf' | 'oneOf',
  links: SchemaLinks,
  factsOf: (place: SchemaPlace) => ValueFacts,
): InnerSchema[] {
  const alternatives = links.list(part, keyword).map((place, index) => ({ keyword, index, place }));
  const suffixes = branchSuffixes(alternatives, links, factsOf);
  return alternatives.map(({ place }, index) => ({
    place,
    suffix: suffixes[index] ?? '',
    role: 'value',
    isPart: true,
  }));
}

function dependencies(part: SchemaPlace, keyword: string, links: SchemaLinks): InnerSchema[] {
  return links.named(part, keyword).flatMap(([name, place]) => sameValue(place, `with ${name}`));
}

function tuple(places: readonly SchemaPlace[]): InnerSchema[] {
  return places.flatMap((place, index) => single(place, `[${index}]`));
}

function single(
  place: SchemaPlace | undefined,
  suffix: string,
  role: SchemaRole = 'value',
): InnerSchema[] {
  return place === undefined ? [] : [{ place, suffix, role, isPart: false }];
}

function sameValue(
  place: SchemaPlace | undefined,
  name: string,
  role: SchemaRole = 'value',
): InnerSchema[] {
  if (place === undefined) return [];
  return [{ place, suffix: partPath('', name), role, isPart: true }];
}
