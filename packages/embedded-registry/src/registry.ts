import type { CompatibilityLevel } from '@srkit/registry-protocol';
import type { ParsedSchema } from '@srkit/schemas';
import type { SchemaRecord } from './state/records.ts';
import type { Store } from './state/store.ts';

/** What every rule works on: the state, and the few choices that were made when the registry was created. */
export interface Registry {
  readonly store: Store;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** The level where nothing is configured. */
  readonly defaultLevel: CompatibilityLevel;
  readonly clusterId: string;
  /** The parsed form of what is stored, remembered for a while. */
  readonly parsed: (record: SchemaRecord) => ParsedSchema;
}
