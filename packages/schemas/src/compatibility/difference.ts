/** How a new schema must fit the earlier ones of its subject. */
export type CompatibilityLevel =
  | 'NONE'
  | 'BACKWARD'
  | 'BACKWARD_TRANSITIVE'
  | 'FORWARD'
  | 'FORWARD_TRANSITIVE'
  | 'FULL'
  | 'FULL_TRANSITIVE';

/** Which schema reads: the new one for `backward`, the old one for `forward`. */
export type Direction = 'backward' | 'forward';

/**
 * How JSON Schemas are compared: `LENIENT` takes properties that come and go as the registry's
 * setting of that name does, `STRICT` only where no value can tell.
 */
export type CompatibilityPolicy = 'STRICT' | 'LENIENT';

/** One thing that makes a schema incompatible with an earlier one. */
export interface Difference {
  /**
   * The registry's word for it, `NAME_MISMATCH`; for what it has no word for, one of ours:
   * `SCHEMA_TYPE`, `AMBIGUOUS_FIELD`, `RESERVED_FIELD_REMOVED`, `RESERVED_FIELD_USED`.
   */
  type: string;
  /** Where in the schema that reads: for Avro a JSON pointer, `/` for the whole. */
  path: string;
  message: string;
  /** `backward`: the new schema cannot read the old one's data; `forward`: the reverse. */
  direction: Direction;
  /** What the registry adds to its message, for Avro the bare reason of Avro Java. */
  additionalInfo?: string;
}

/** The directions of a level, in the order in which the registry asks. */
export const DIRECTIONS = {
  NONE: [],
  BACKWARD: ['backward'],
  BACKWARD_TRANSITIVE: ['backward'],
  FORWARD: ['forward'],
  FORWARD_TRANSITIVE: ['forward'],
  // The registry asks whether the old one can read first.
  FULL: ['forward', 'backward'],
  FULL_TRANSITIVE: ['forward', 'backward'],
} as const satisfies Record<CompatibilityLevel, readonly Direction[]>;
