import type { SchemaPlace } from '../../json/schema-place.ts';
import type { JsonValue } from '../../lossless-json/value.ts';
import type { SchemaLinks } from './schema-links.ts';
import type { ValueFacts } from './value-facts.ts';

/** What a schema speaks of: a value of a message, or only a condition that is asked of one. */
export type SchemaRole = 'value' | 'condition';

/** A property where its object is opened. */
export interface JsonFieldPlace {
  readonly path: string;
  readonly name: string;
  /** The schemas that say what it is, first the one that is written first. */
  readonly places: readonly [SchemaPlace, ...SchemaPlace[]];
  /** The object that it belongs to. */
  readonly object: JsonTypePlace;
  /** Objects around that one. */
  readonly depth: number;
  readonly required: boolean;
  /** The objects that its values are or hold. */
  readonly mentions: readonly SchemaPlace[];
  readonly recursive: boolean;
}

/** A schema wherever one is written. */
export interface JsonValuePlace {
  readonly path: string;
  readonly place: SchemaPlace;
  /** The property whose value it describes, or a part of it. */
  readonly field: JsonFieldPlace | undefined;
  readonly role: SchemaRole;
  /** Whether another schema describes the same value, too: this is a branch, a condition or what is referred to. */
  readonly isPart: boolean;
  /** The schema of the whole value. */
  readonly whole: SchemaPlace;
}

/** An object or a definition where it is first used. */
export interface JsonTypePlace {
  readonly path: string;
  readonly place: SchemaPlace;
  /** What it is called; several may share it. */
  readonly name: string;
}

/** Everything that a schema holds, with its place. */
export interface JsonOutline {
  readonly links: SchemaLinks;
  readonly fields: readonly JsonFieldPlace[];
  readonly values: readonly JsonValuePlace[];
  /** By the schema as it was read. */
  readonly types: ReadonlyMap<JsonValue, JsonTypePlace>;
  /** The object that a schema with properties is or is a part of. */
  readonly owners: ReadonlyMap<JsonValue, JsonTypePlace>;
  /** All that stand under `definitions` or `$defs`. */
  readonly definitions: readonly (readonly [name: string, place: SchemaPlace])[];
  factsOf(place: SchemaPlace): ValueFacts;
}
