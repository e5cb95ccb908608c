import type { CompatibilityLevel, SchemaType } from '@srkit/registry-protocol';
import type { ParsedSchema, ReferencedSchema } from '@srkit/schemas';
import type { ConfluentVersion } from './features/confluent-version.ts';
import type { Features } from './features/features.ts';
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
  /** What that release has. */
  readonly features: Features;
  readonly edition: Edition;
  readonly schemas: ParsedCache;
  readonly texts: TextCache;
  readonly answers: WrittenAnswers;
}

/** Stored versions in parsed form, the most recently used ones remembered. */
export interface ParsedCache {
  /** The parsed form of a stored version. */
  parsed(record: SchemaRecord): ParsedSchema;
  /**
   * The text of an Avro version with everything inlined that it refers to; none where that is too much, or cannot be read any
   * more, because something else was imported over what it refers to.
   */
  resolvedText(record: SchemaRecord): string | undefined;
  /** The parsed form of a stored version, if it is remembered. */
  remembered(record: SchemaRecord): ParsedSchema | undefined;
  /** Keeps a parsed form that is known already. */
  remember(record: SchemaRecord, parsed: ParsedSchema): void;
}

/** Texts as they were sent, read; the most recently sent ones are remembered. */
export interface TextCache {
  /**
   * Reads a text.
   *
   * @param references what it refers to, with something that tells it from other references
   * @param earlier finds the version before it, of which a part may be written again; what is read does not depend on it
   * @throws SchemaError for an invalid text
   */
  read(
    schemaType: SchemaType,
    text: string,
    references: { key: string; schemas: readonly ReferencedSchema[] },
    validation: 'new' | 'stored',
    earlier: () => ParsedSchema | undefined,
  ): ReadText;
}

/** A text that was read. */
export interface ReadText {
  readonly parsed: ParsedSchema;
  /** Whether it passes as a new schema too. */
  readonly isValidNew: boolean;
  /** The stored text and its guid where nothing else is sent with it, as it came and normalized. */
  readonly contents: Map<'sent' | 'normalized', { schema: string; guid: string }>;
}

/** Parts of answers that need not be made again. */
export interface WrittenAnswers {
  /**
   * The written JSON of one version, which never changes.
   *
   * @param kind tells the answers about one version apart
   */
  ofVersion(record: SchemaRecord, kind: 'by id' | 'registered', write: () => string): string;
  /**
   * Something that holds until the state changes.
   *
   * @param key tells it from all others
   */
  list<List>(key: string, make: () => List): List;
}
