import type { ContextName, SchemaType } from '@srkit/registry-protocol';
import type { Unreadable } from '../snapshot.ts';
import type { Failure } from './read-content.ts';
import type { SearchTarget } from './search-query.ts';

/** Where in a schema something was found. */
export interface ContentHit {
  /** What the match stands in. */
  readonly what: SearchTarget;
  /** The field or type: `customer.email`; of metadata the pattern of a tag; empty for the schema as a whole. */
  readonly path: string;
  /** The name of the field, property or tag, or the full name of the type. */
  readonly name: string;
  /** Of a field its type in words, of a type its kind. */
  readonly type?: string;
  /** The match and what stands around it, in one line; of a structured query the field in a few words. */
  readonly snippet: string;
  /** True where it stands in a schema that this one refers to. */
  readonly throughReference?: boolean;
}

/** Something that was found, and where. */
export interface SearchHit extends ContentHit {
  /** Qualified outside the default context. */
  readonly subject: string;
  readonly context: ContextName;
  /** Undefined for a subject of which no version is known. */
  readonly version?: number;
  readonly id?: number;
  readonly schemaType?: SchemaType;
  readonly deleted?: boolean;
}

/** A version that was not searched, or not all of it. */
export interface NotSearched extends Failure {
  readonly subject: string;
  readonly version: number;
  readonly id: number;
}

/** What a search found. */
export interface SearchResult {
  /** In the order of the snapshot, and of the schema; from `offset`, `limit` at most. */
  readonly hits: readonly SearchHit[];
  /** How many hits there are in all. */
  readonly total: number;
  readonly offset: number;
  readonly limit: number;
  /** How many subjects and versions have a hit. */
  readonly matchedSubjects: number;
  readonly matchedVersions: number;
  /** How many subjects and versions were looked at. */
  readonly searchedSubjects: number;
  readonly searchedVersions: number;
  /** Versions that could not be searched, or not whole: so there may be more hits. */
  readonly notSearched: {
    readonly total: number;
    /** The first 100. */
    readonly versions: readonly NotSearched[];
  };
  /** What could not be read, and was therefore not searched. */
  readonly unknown: readonly Unreadable[];
}
