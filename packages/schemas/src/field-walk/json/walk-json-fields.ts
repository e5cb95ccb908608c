import type { SchemaPlace } from '../../json/schema-place.ts';
import type { JsonSchema } from '../../parsed-schema.ts';
import { findTags } from '../find-tags.ts';
import type { FieldTarget, SchemaField, WalkOptions } from '../schema-field.ts';
import { fullNames } from './full-names.ts';
import type { JsonFieldPlace, JsonOutline } from './json-outline.ts';
import { outlineJson } from './outline-json.ts';
import type { SchemaLinks } from './schema-links.ts';
import { membersOf } from './schema-links.ts';
import { typeInWords } from './type-in-words.ts';
import { writtenFormat } from './written-format.ts';

/** Every property of a JSON Schema, in document order; those of unused definitions come last. */
export function walkJsonFields(schema: JsonSchema, options: WalkOptions): SchemaField[] {
  const outline = outlineJson(schema);
  const nameOf = fullNames(outline);
  return outline.fields.map((place) => describeField(place, outline, nameOf, options));
}

function describeField(
  { path, name, places, object, depth, required, mentions, recursive }: JsonFieldPlace,
  outline: JsonOutline,
  nameOf: (place: SchemaPlace) => string,
  options: WalkOptions,
): SchemaField {
  const { factsOf, links } = outline;
  const facts = places.map(factsOf);
  const [place] = places;
  const written = places.find((part) => typeInWords(part, outline) !== 'anything') ?? place;
  const fallback = facts.find((fact) => fact.default !== undefined)?.default;
  const innermost = innermostSchema(written, links);
  const tags = new Set(facts.flatMap((fact) => fact.tags));
  return {
    path,
    pointer: place.document === undefined ? place.pointer : undefined,
    name,
    record: nameOf(object.place),
    depth,
    type: typeInWords(written, outline),
    nullable: facts.every(({ kinds }) => kinds.has('null')),
    hasDefault: fallback !== undefined,
    default: fallback,
    doc: facts.find((fact) => fact.doc !== undefined)?.doc,
    logicalType: writtenFormat(innermost, outline),
    tags: findTags(tags, `$.${path}`, options),
    aliases: [],
    symbols: factsOf(innermost).symbols,
    leadsTo: leadsTo(mentions, outline, nameOf),
    recursive,
    required,
    ...(places.some((part) => membersOf(part).get('deprecated') === true) && { deprecated: true }),
  };
}

/** The objects that are mentioned, each once; parts of one are that one. */
function leadsTo(
  mentions: readonly SchemaPlace[],
  { owners }: JsonOutline,
  nameOf: (place: SchemaPlace) => string,
): FieldTarget[] {
  const objects = new Set(mentions.flatMap(({ value }) => owners.get(value) ?? []));
  return [...objects].map(({ place, path }) => ({ type: nameOf(place), fieldsAt: path }));
}

/** What a value consists of in the end: arrays and maps are looked through. */
function innermostSchema(place: SchemaPlace, links: SchemaLinks): SchemaPlace {
  let inner = place;
  for (let level = 0; level < 20; level += 1) {
    const holder = membersOf(inner).has('properties') ? undefined : inner;
    const next =
      holder &&
      (links.one(holder, 'items') ??
        mapValues(holder, links) ??
        (membersOf(holder).has('type') ? undefined : onlyPart(holder, links)));
    if (next === undefined) return inner;
    inner = next;
  }
  return inner;
}

function mapValues(place: SchemaPlace, links: SchemaLinks): SchemaPlace | undefined {
  const values = links.one(place, 'additionalProperties');
  return values !== undefined && typeof values.value !== 'boolean' ? values : undefined;
}

/** What a schema consists of that is only a reference, or one branch beside null. */
function onlyPart(place: SchemaPlace, links: SchemaLinks): SchemaPlace | undefined {
  const parts = links.alsoHolds(place);
  const branches = links
    .alternatives(place)
    .map((branch) => branch.place)
    .filter((branch) => membersOf(branch).get('type') !== 'null');
  const [only, ...more] = [...parts, ...branches];
  return more.length === 0 && parts.length + branches.length === 1 ? only : undefined;
}
