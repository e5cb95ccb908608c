import { checkReaderWriter } from '../../avro/difference/reader-writer.ts';
import type { AvroEnum, AvroField, AvroNamedType, AvroRecord, AvroType } from '../../avro/model.ts';
import { isNamed } from '../../avro/model.ts';
import { aliasTexts } from '../../avro/names.ts';
import type { Direction } from '../../compatibility/difference.ts';
import { findLookalikes } from '../../dangerous-change/avro/find-lookalikes.ts';
import type { AvroSchema } from '../../parsed-schema.ts';
import { isSchemaError } from '../../schema-error.ts';
import { compareAvro } from '../../structural-difference/avro/compare-avro.ts';
import { matchBranches } from './match-branches.ts';
import { matchFields } from './match-fields.ts';
import { namedTypesIn } from './named-types-in.ts';
import type { AvroObstacle } from './obstacle.ts';

/** How {@link findObstacles} looks. */
export interface ObstacleOptions {
  /** Who is to read whom; `backward`: the newer schema reads. */
  directions: readonly Direction[];
  /** Whether the older schema can still get defaults and aliases, by a step of its own. */
  oldCanChange: boolean;
}

/** A pair of named types that has to be looked into. */
interface NamedPair {
  readonly kind: 'pair';
  readonly old: AvroNamedType;
  readonly next: AvroNamedType;
}

type Note = AvroObstacle | NamedPair;

/** In types that are put side by side: unions within unions would multiply them. */
const GREATEST_EFFORT = 200_000;

/**
 * What is in the way from one Avro schema to another, as far as it can be told part by part. Types in
 * references belong to others and are never changed: they fit as they are, or not at all.
 */
export function findObstacles(
  old: AvroSchema,
  next: AvroSchema,
  { directions, oldCanChange }: ObstacleOptions,
): AvroObstacle[] {
  const foreign = new Set([...foreignTypes(old), ...foreignTypes(next)]);
  const renamed = likelyRenames(old, next);
  const obstacles: AvroObstacle[] = [];
  const seen = new Map<AvroNamedType, Set<AvroNamedType>>();
  const waiting: NamedPair[] = [];
  let effort = 0;
  const [backward, forward] = [directions.includes('backward'), directions.includes('forward')];

  /** What it takes for two types to follow each other in one place; undefined where nothing will do. */
  function fit(a: AvroType, b: AvroType): Note[] | undefined {
    effort += 1;
    if (effort > GREATEST_EFFORT) return undefined;
    if (isNamed(a) && isNamed(b)) return fitNamed(a, b);
    if (a.type === 'array' && b.type === 'array') return fit(a.items, b.items);
    if (a.type === 'map' && b.type === 'map') return fit(a.values, b.values);
    if (a.type === 'union' || b.type === 'union') return fitUnions(a, b);
    return readEachOther(a, b) ? [] : undefined;
  }

  function fitNamed(a: AvroNamedType, b: AvroNamedType): Note[] | undefined {
    if (foreign.has(a) || foreign.has(b)) return readEachOther(a, b) ? [] : undefined;
    if (a.type === 'fixed' && b.type === 'fixed') {
      return a.size === b.size ? fitNames(a, b) : undefined;
    }
    if (a.type === 'enum' && b.type === 'enum') {
      const symbols = fitSymbols(a, b);
      return symbols && [...fitNames(a, b), ...symbols];
    }
    if (a.type !== 'record' || b.type !== 'record') return undefined;
    return [...fitNames(a, b), { kind: 'pair', old: a, next: b }];
  }

  function fitNames(a: AvroNamedType, b: AvroNamedType): Note[] {
    const known = (!backward || isKnownAs(b, a)) && (!forward || isKnownAs(a, b));
    return known ? [] : [{ kind: 'type_renamed', old: a, next: b }];
  }

  function fitSymbols(a: AvroEnum, b: AvroEnum): Note[] | undefined {
    const removed = backward && b.default === undefined ? without(a.symbols, b.symbols) : [];
    const added = forward && a.default === undefined ? without(b.symbols, a.symbols) : [];
    if (added.length > 0 && !oldCanChange) return undefined;
    if (removed.length + added.length === 0) return [];
    return [{ kind: 'symbols_changed', old: a, next: b, removed, added }];
  }

  function fitUnions(a: AvroType, b: AvroType): Note[] | undefined {
    const notes: Note[] = [];
    const [olds, nexts] = [branchesOf(a), branchesOf(b)];
    for (const direction of directions) {
      const isBackward = direction === 'backward';
      const [readers, writers] = isBackward ? [nexts, olds] : [olds, nexts];
      for (const [written, candidates] of matchBranches(readers, writers)) {
        let found: Note[] | undefined;
        for (const reader of candidates) {
          found = fitOneWay(
            direction,
            isBackward ? written : reader,
            isBackward ? reader : written,
          );
          if (found !== undefined) break;
        }
        if (found === undefined) return undefined;
        notes.push(...found);
      }
    }
    return notes;
  }

  /** Branches need not fit both ways: what the one direction reads may be another branch than in the other. */
  function fitOneWay(direction: Direction, a: AvroType, b: AvroType): Note[] | undefined {
    if (isNamed(a) || isNamed(b) || a.type === 'array' || a.type === 'map') return fit(a, b);
    return reads(direction, a, b) ? [] : undefined;
  }

  function readEachOther(a: AvroType, b: AvroType): boolean {
    return directions.every((direction) => reads(direction, a, b));
  }

  function commit(notes: readonly Note[]): void {
    for (const note of notes) {
      if (note.kind !== 'pair') {
        obstacles.push(note);
        continue;
      }
      const partners = seen.get(note.old) ?? new Set();
      if (partners.has(note.next)) continue;
      seen.set(note.old, partners.add(note.next));
      waiting.push(note);
    }
  }

  function lookInto(a: AvroRecord, b: AvroRecord): void {
    const seemsRenamed = (field: AvroField): AvroField | undefined => {
      const before = renamed.get(field);
      return before !== undefined && fit(before.type, field.type) !== undefined
        ? before
        : undefined;
    };
    for (const { old: before, next: after } of matchFields(a, b, seemsRenamed)) {
      const [was, is] = [
        before && { record: a, field: before },
        after && { record: b, field: after },
      ];
      if (was !== undefined && is !== undefined) {
        const notes = fit(was.field.type, is.field.type);
        if (notes === undefined) obstacles.push({ kind: 'field_retyped', old: was, next: is });
        else {
          if (!isLinked(was.field, is.field)) {
            obstacles.push({ kind: 'field_renamed', old: was, next: is });
          }
          commit(notes);
        }
      } else if (is !== undefined && backward && is.field.default === undefined) {
        obstacles.push({ kind: 'field_added', next: is });
      } else if (was !== undefined && forward && was.field.default === undefined) {
        obstacles.push({ kind: 'field_removed', old: was, inRecord: b });
      }
    }
  }

  function isLinked(was: AvroField, is: AvroField): boolean {
    if (was.name === is.name) return true;
    return (
      (!backward || is.aliases.includes(was.name)) && (!forward || was.aliases.includes(is.name))
    );
  }

  const atRoot = fit(old.root, next.root);
  if (atRoot === undefined) return [{ kind: 'rigid', old: old.root, next: next.root }];
  commit(atRoot);
  for (let pair = waiting.pop(); pair !== undefined; pair = waiting.pop()) {
    if (pair.old.type === 'record' && pair.next.type === 'record') lookInto(pair.old, pair.next);
  }
  return obstacles;
}

/** Whether the one type reads the other; false too where that cannot be told. */
export function reads(direction: Direction, old: AvroType, next: AvroType): boolean {
  const [reader, writer] = direction === 'backward' ? [next, old] : [old, next];
  try {
    return checkReaderWriter(reader, writer).length === 0;
  } catch (error) {
    if (isSchemaError(error)) return false;
    throw error;
  }
}

/** The named types that a schema has from its references. */
function foreignTypes({ root, referenceNames }: AvroSchema): AvroNamedType[] {
  if (referenceNames.length === 0) return [];
  const names = new Set(referenceNames);
  const referenced = [...namedTypesIn(root)].filter(({ name }) => names.has(name.fullName));
  return referenced.flatMap((type) => [...namedTypesIn(type)]);
}

/** By a newer field the older one that it seems to be, going by their names. */
function likelyRenames(old: AvroSchema, next: AvroSchema): Map<AvroField, AvroField> {
  const renames = new Map<AvroField, AvroField>();
  for (const [removed, { added, byName }] of findLookalikes(compareAvro(old, next))) {
    const [before, after] = [removed.was.field, added.is.field];
    if (byName && before !== undefined && after !== undefined) renames.set(after, before);
  }
  return renames;
}

/** Whether a reader takes a writer's type for its own, by name or alias. */
function isKnownAs(reader: AvroNamedType, writer: AvroNamedType): boolean {
  return reader.name.name === writer.name.name || aliasTexts(reader).includes(writer.name.fullName);
}

function branchesOf(type: AvroType): readonly AvroType[] {
  return type.type === 'union' ? type.branches : [type];
}

function without(symbols: readonly string[], known: readonly string[]): string[] {
  const there = new Set(known);
  return symbols.filter((symbol) => !there.has(symbol));
}
