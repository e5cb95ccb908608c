import type { SchemaPlace } from '../../json/schema-place.ts';
import type { JsonValue } from '../../lossless-json/value.ts';
import { isJsonArray, isJsonObject } from '../../lossless-json/value.ts';
import type { JsonSchema } from '../../parsed-schema.ts';
import type { Later } from '../run-in-order.ts';
import { runInOrder } from '../run-in-order.ts';
import { innerSchemas } from './inner-schemas.ts';
import type {
  JsonFieldPlace,
  JsonOutline,
  JsonTypePlace,
  JsonValuePlace,
  SchemaRole,
} from './json-outline.ts';
import { partPath, propertyPath } from './json-path.ts';
import { mentionedObjects } from './mentioned-objects.ts';
import { ignoresSiblings, isMereReference, membersOf, schemaLinks } from './schema-links.ts';
import { definitionName, isDefinition, schemaName, titleOf } from './schema-name.ts';
import { factFinder } from './value-facts.ts';

/** Where a walk stands: a value that several schemas may describe. */
interface Step {
  readonly path: string;
  readonly field: JsonFieldPlace | undefined;
  readonly role: SchemaRole;
  /** Objects around the value. */
  readonly depth: number;
  /** Of a branch or a condition: the schema of the whole value, and the object that it is. */
  readonly partOf?: { whole: SchemaPlace; object: JsonTypePlace | undefined } | undefined;
}

/** The schemas that hold of one value, opened together. */
interface Opened {
  readonly step: Step;
  readonly parts: readonly SchemaPlace[];
  readonly whole: SchemaPlace;
  readonly object: JsonTypePlace | undefined;
  /** By name, where each is written; emptied as they are visited. */
  readonly properties: Map<string, SchemaPlace[]>;
  readonly required: ReadonlySet<string>;
  readonly later: Later;
}

const remembered = new WeakMap<JsonSchema, JsonOutline>();
const START: Step = { path: '', field: undefined, role: 'value', depth: 0 };

/**
 * Walks a schema once. Each schema is opened where it is first used, the parts of an `allOf` and what
 * a `$ref` leads to as one with what holds them, so the cost is linear. Definitions that nothing uses
 * come last.
 *
 * @returns the same outline for the same schema
 */
export function outlineJson(schema: JsonSchema): JsonOutline {
  const known = remembered.get(schema);
  if (known !== undefined) return known;
  const outline = walkJson(schema);
  remembered.set(schema, outline);
  return outline;
}

function walkJson(schema: JsonSchema): JsonOutline {
  const links = schemaLinks(schema);
  const factsOf = factFinder(links);
  const fields: JsonFieldPlace[] = [];
  const values: JsonValuePlace[] = [];
  const types = new Map<JsonValue, JsonTypePlace>();
  const owners = new Map<JsonValue, JsonTypePlace>();
  const definitions: [string, SchemaPlace][] = [];
  const known = new Set<JsonValue>();
  const open = new Set<JsonValue>();
  const counts = (part: SchemaPlace): boolean => !ignoresSiblings(part, links);

  function visit(starts: readonly SchemaPlace[], step: Step, later: Later): void {
    const [start] = starts;
    const parts = gather(starts, step);
    if (start === undefined || parts.length === 0) return;
    // What only refers to another schema is nothing beside it.
    const first = parts.findIndex((part) => !isMereReference(part, links));
    const whole = step.partOf?.whole ?? parts[first] ?? start;
    let object = step.partOf?.object;
    for (const [index, part] of parts.entries()) {
      const isPart = step.partOf !== undefined || (index > first && first !== -1);
      values.push({
        path: step.path,
        place: part,
        field: step.field,
        role: step.role,
        isPart,
        whole,
      });
      for (const keyword of ['definitions', '$defs']) {
        for (const definition of links.named(part, keyword)) definitions.push(definition);
      }
      const own = step.role === 'value' ? typeOf(part, step.path, object) : undefined;
      if (own !== undefined) types.set(part.value, own);
      object ??= own;
      const owner = own ?? object;
      if (owner !== undefined && isJsonObject(part.value)) owners.set(part.value, owner);
      open.add(part.value);
    }
    const properties = step.role === 'value' ? mergeProperties(parts) : new Map();
    const required = requiredNames(parts);
    const opened: Opened = { step, parts, whole, object, properties, required, later };
    for (const part of parts) visitPart(part, opened, properties.size > 0);
    later(() => {
      for (const part of parts) open.delete(part.value);
    });
  }

  function visitPart(part: SchemaPlace, opened: Opened, isObject: boolean): void {
    const { step, later, whole, object } = opened;
    const role = counts(part) ? step.role : 'condition';
    const depth = step.depth + (isObject ? 1 : 0);
    const same: Step = { ...step, role, partOf: { whole, object } };
    for (const keyword of membersOf(part).keys()) {
      if (keyword === 'properties' && role === 'value') visitProperties(part, opened, depth);
      else if (keyword === 'allOf' && !counts(part)) {
        for (const place of links.list(part, keyword)) later(() => visit([place], same, later));
      }
      for (const inner of innerSchemas(part, keyword, role, links, factsOf)) {
        const { name, suffix } = inner;
        const path = name === undefined ? step.path + suffix : propertyPath(step.path, name);
        const next = inner.isPart
          ? { ...same, path, role: inner.role }
          : { path, field: step.field, role: inner.role, depth };
        later(() => visit([inner.place], next, later));
      }
    }
  }

  /** Visits the properties of an object that are written here first. */
  function visitProperties(part: SchemaPlace, opened: Opened, depth: number): void {
    const { step, properties, required, later } = opened;
    const object = owners.get(part.value);
    for (const [name] of links.named(part, 'properties')) {
      const [first, ...more] = properties.get(name) ?? [];
      properties.delete(name);
      if (first === undefined || object === undefined) continue;
      later(() => {
        const path = propertyPath(step.path, name);
        const places: JsonFieldPlace['places'] = [first, ...more];
        const mentions = mentionedObjects(places, links);
        const recursive = mentions.some(({ value }) => open.has(value));
        const facts = { mentions, recursive, required: required.has(name) };
        const field = { path, name, places, object, depth: depth - 1, ...facts };
        fields.push(field);
        later(() => visit(places, { path, field, role: 'value', depth }, later));
      });
    }
  }

  /** The schemas that hold of one value, as far as they were not opened before. */
  function gather(starts: readonly SchemaPlace[], { role }: Step): SchemaPlace[] {
    const parts: SchemaPlace[] = [];
    const waiting = starts.toReversed();
    for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
      if (isJsonObject(part.value)) {
        if (known.has(part.value)) continue;
        known.add(part.value);
      }
      parts.push(part);
      // What a condition refers to is opened where a value does.
      if (role === 'value') waiting.push(...links.alsoHolds(part).toReversed());
      else if (counts(part)) waiting.push(...links.list(part, 'allOf').toReversed());
    }
    return parts;
  }

  function typeOf(
    part: SchemaPlace,
    path: string,
    head: JsonTypePlace | undefined,
  ): JsonTypePlace | undefined {
    if (!isJsonObject(part.value)) return undefined;
    const isRoot = part.pointer === '';
    const isObject = isJsonObject(part.value.get('properties')) && counts(part);
    if (!isDefinition(part) && !isRoot && !isObject) return undefined;
    const isHead = head === undefined || isRoot;
    const name = definitionName(part) ?? (isHead ? schemaName(part) : titleOf(part));
    if (name === undefined && head !== undefined) return undefined;
    return { path, place: part, name: name ?? (path === '' ? 'root' : path) };
  }

  function mergeProperties(parts: readonly SchemaPlace[]): Map<string, SchemaPlace[]> {
    const merged = new Map<string, SchemaPlace[]>();
    for (const part of parts.filter(counts)) {
      for (const [name, place] of links.named(part, 'properties')) {
        const places = merged.get(name);
        if (places === undefined) merged.set(name, [place]);
        else places.push(place);
      }
    }
    return merged;
  }

  function requiredNames(parts: readonly SchemaPlace[]): Set<string> {
    const names = parts.filter(counts).flatMap((part) => {
      const required = membersOf(part).get('required');
      return isJsonArray(required) ? required.filter((name) => typeof name === 'string') : [];
    });
    return new Set(names);
  }

  runInOrder((later) => visit([links.documents.root], START, later));
  // The list grows, as definitions can hold others.
  for (const [name, place] of definitions) {
    if (known.has(place.value)) continue;
    runInOrder((later) => visit([place], { ...START, path: partPath('', name) }, later));
  }
  return { links, fields, values, types, owners, definitions, factsOf };
}
