import type { CompatibilityLevel } from '@srkit/registry-protocol';
import type { ParsedSchema } from '@srkit/schemas';
import type { ConfluentVersion } from './features/confluent-version.ts';
import type { SchemaRecord } from './state/records.ts';
import type { Store } from './state/store.ts';

/**
 * Which edition is followed: `enterprise` keeps and validates the rules of data contracts and has exporters, `community` drops
 * rules without a word and has none.
 */
export type Edition = 'community' | 'enterprise';

/** What every rule works on: the state, and the few choices that were made when the registry was created. */
export interface Registry {
  readonly store: Store;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** The level where nothing is configured. */
  readonly defaultLevel: CompatibilityLevel;
  readonly clusterId: string;
  /** The release that is followed. */
  readonly version: ConfluentVersion;
  readonly edition: Edition;
  readonly schemas: ParsedCache;
}

/** Stored versions in parsed form, the most recently used ones remembered. */
export interface ParsedCache {
  /** The parsed form of a stored version. */
  parsed(record: SchemaRecord): ParsedSchema;
  /** The text of an Avro version with everything inlined that it refers to. */
  resolvedText(record: SchemaRecord): string;
  /** Keeps a parsed form that is known already. */
  remember(record: SchemaRecord, parsed: ParsedSchema): void;
}
