import type { JsonOutline } from '../../field-walk/json/json-outline.ts';
import type { Later } from '../../field-walk/run-in-order.ts';
import type { SchemaPlace } from '../../json/schema-place.ts';
import type { JsonValue } from '../../lossless-json/value.ts';
import type { JsonSchema } from '../../parsed-schema.ts';
import type { StructuralChange } from '../structural-change.ts';
import type { DefinitionMatches } from './match-definitions.ts';

/** A property of an object. */
export interface ChangedField {
  readonly name: string;
  /** What its value is. */
  readonly place: SchemaPlace;
  /** The schema that has it among its `properties`. */
  readonly object: SchemaPlace;
  readonly required: boolean;
}

/** One side of a change: what stands there. */
export interface ChangedSide {
  /** The property whose value this is or is a part of. */
  readonly field?: ChangedField | undefined;
  /** The schema that changed. */
  readonly place?: SchemaPlace | undefined;
  /** Of a property that came or went: the object that it came to or went from. */
  readonly object?: SchemaPlace | undefined;
  /** The branch or element of it that came or went. */
  readonly part?: SchemaPlace | undefined;
}

/** A change with the parts of both schemas that it is about, for those who judge it. */
export interface JsonChange extends StructuralChange {
  readonly was: ChangedSide;
  readonly is: ChangedSide;
  /** The keyword that changed. */
  readonly keyword: string;
  /** The keywords around the schema, outermost first; those of properties and elements aside. */
  readonly context: readonly string[];
}

/** Where a comparison stands: the same value in both schemas. */
export interface ComparedPlace {
  readonly path: string;
  readonly was: ChangedSide;
  readonly is: ChangedSide;
  /** The keywords around the schema, outermost first; those of properties and elements aside. */
  readonly context: readonly string[];
}

/** One of the two schemas. */
export interface ComparedSchema {
  readonly schema: JsonSchema;
  readonly outline: JsonOutline;
}

const DEEPEST_CONTEXT = 8;

/** A place within a keyword; of a very deep one only what is nearest is kept. */
export function within(place: ComparedPlace, path: string, keyword: string): ComparedPlace {
  const context = [...place.context, keyword].slice(-DEEPEST_CONTEXT);
  return { ...place, path, context };
}

/** What every part of a comparison shares. */
export interface Comparison {
  readonly old: ComparedSchema;
  readonly next: ComparedSchema;
  readonly matches: DefinitionMatches;
  readonly later: Later;
  /** The same number for values that are equal, whatever the order of their keys. */
  identity(value: JsonValue): number;
  report(change: JsonChange): void;
  /** Notes that a schema of the newer is told of; false where it was already. */
  visit(after: SchemaPlace): boolean;
  /** Compares two schemas that describe the same value. */
  compare(before: SchemaPlace, after: SchemaPlace, place: ComparedPlace): void;
}
