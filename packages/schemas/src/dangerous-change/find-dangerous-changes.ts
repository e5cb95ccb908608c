import type { CompatibilityPolicy } from '../compatibility/difference.ts';
import type { ParsedSchema } from '../parsed-schema.ts';
import { requireSameType } from '../require-same-type.ts';
import { findAvroDangers } from './avro/find-avro-dangers.ts';
import type { DangerousChange } from './dangerous-change.ts';
import { findJsonDangers } from './json/find-json-dangers.ts';
import { findProtobufDangers } from './protobuf/find-protobuf-dangers.ts';

/** How {@link findDangerousChanges} judges. */
export interface DangerOptions {
  /** The registry's `compatibilityPolicy`, by which it compares JSON Schemas. @default 'STRICT' */
  policy?: CompatibilityPolicy;
}

/**
 * Changes that a registry takes although they corrupt data, lose it, or block a later change. Each is
 * judged alone: whether the schema as a whole is compatible is for `checkCompatibility` to say, and
 * `acceptedAt` tells at which levels this change would be.
 *
 * @returns in the order of {@link diffSchemas}, whose paths these are
 * @throws SchemaError `not_supported` for schemas of two types
 */
export function findDangerousChanges(
  before: ParsedSchema,
  after: ParsedSchema,
  { policy = 'STRICT' }: DangerOptions = {},
): DangerousChange[] {
  switch (after.type) {
    case 'AVRO':
      return findAvroDangers(requireSameType(before, after), after);
    case 'JSON':
      return findJsonDangers(requireSameType(before, after), after, policy);
    case 'PROTOBUF':
      return findProtobufDangers(requireSameType(before, after), after);
  }
}
