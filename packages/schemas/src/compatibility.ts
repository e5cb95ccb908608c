import { checkReaderWriter } from './avro/difference/reader-writer.ts';
import { describeIncompatibility } from './avro/difference/render.ts';
import type {
  CompatibilityLevel,
  CompatibilityPolicy,
  Difference,
  Direction,
} from './compatibility/difference.ts';
import { DIRECTIONS } from './compatibility/difference.ts';
import type { SchemaMetadata } from './compatibility/metadata.ts';
import { checkReservedFields } from './compatibility/reserved-fields.ts';
import { renderVerboseMessages } from './compatibility/verbose-messages.ts';
import { compareJsonSchemas } from './json/difference/compare-json-schemas.ts';
import type { AvroSchema, ParsedSchema } from './parsed-schema.ts';
import { compareProtobufSchemas } from './protobuf/difference/compare-protobuf-schemas.ts';
import { requireSameType } from './require-same-type.ts';
import { isSchemaError } from './schema-error.ts';

/** A schema that the subject has already. */
export interface PreviousSchema {
  version: number;
  schema: ParsedSchema;
  /** Only `validateFields` looks at them. */
  metadata?: SchemaMetadata | null | undefined;
}

/** How {@link checkCompatibility} checks. */
export interface CompatibilityOptions {
  /** Looks at every version that the level names, and does not stop at the first failure. @default false */
  everyVersion?: boolean;
  /** Checks the fields that metadata reserve, as the configuration's setting of that name does. @default false */
  validateFields?: boolean;
  /** How JSON Schemas are compared; the configuration's `compatibilityPolicy`. @default 'STRICT' */
  policy?: CompatibilityPolicy;
  /** Of the new schema, for `validateFields`. */
  metadata?: SchemaMetadata | null | undefined;
}

/** An earlier version that does not fit. */
export interface VersionFailure {
  version: number;
  differences: Difference[];
}

/** Whether a schema may follow. */
export interface CompatibilityResult {
  compatible: boolean;
  /** Those of the newest version that does not fit. */
  differences: Difference[];
  /** What the registry answers with `verbose=true`, word for word; empty where it is compatible. */
  messages: string[];
  /** The earlier version that does not fit, the newest if several do not. */
  failedVersion?: number;
  /** With `everyVersion`: every version that does not fit, newest first. */
  failures?: VersionFailure[];
}

/**
 * Decides whether a schema may follow the earlier ones of its subject, as a registry does.
 *
 * @param previous in any order; without `_TRANSITIVE` only the newest counts
 * @returns the reasons of the newest version that does not fit; older ones are looked at only with
 *   `everyVersion`
 * @throws SchemaError `too_large` where the comparison would take too long
 */
export function checkCompatibility(
  next: ParsedSchema,
  previous: readonly PreviousSchema[],
  level: CompatibilityLevel,
  options: CompatibilityOptions = {},
): CompatibilityResult {
  const { everyVersion = false, validateFields = false, policy = 'STRICT' } = options;
  const newestFirst = [...previous].sort((a, b) => b.version - a.version);
  const relevant = level.endsWith('_TRANSITIVE') ? newestFirst : newestFirst.slice(0, 1);
  const result: CompatibilityResult = { compatible: true, differences: [], messages: [] };
  const failures: VersionFailure[] = [];
  if (everyVersion) result.failures = failures;
  if (level === 'NONE') return result;
  for (const [index, old] of relevant.entries()) {
    const differences = compare(next, old.schema, DIRECTIONS[level], policy);
    if (validateFields && index === 0) {
      differences.unshift(...checkReservedFields(next, options.metadata, old.metadata));
    }
    if (differences.length === 0) continue;
    failures.push({ version: old.version, differences });
    if (!result.compatible) continue;
    result.compatible = false;
    result.differences = differences;
    result.messages = renderVerboseMessages(differences, {
      schemaType: next.type,
      level,
      old: { version: old.version, text: old.schema.text },
      validateFields,
    });
    result.failedVersion = old.version;
    if (!everyVersion) break;
  }
  return result;
}

function compare(
  next: ParsedSchema,
  old: ParsedSchema,
  directions: readonly Direction[],
  policy: CompatibilityPolicy,
): Difference[] {
  if (next.type !== old.type) return [differentTypes(next, old)];
  return directions.flatMap((direction) => compareOneWay(next, old, direction, policy));
}

function compareOneWay(
  next: ParsedSchema,
  old: ParsedSchema,
  direction: Direction,
  policy: CompatibilityPolicy,
): Difference[] {
  switch (next.type) {
    case 'AVRO':
      return compareAvro(next, requireSameType(old, next), direction);
    case 'JSON':
      return compareJsonSchemas(next, requireSameType(old, next), direction, policy);
    case 'PROTOBUF':
      return compareProtobufSchemas(next, requireSameType(old, next), direction);
  }
}

function compareAvro(next: AvroSchema, old: AvroSchema, direction: Direction): Difference[] {
  const [reader, writer] = direction === 'backward' ? [next, old] : [old, next];
  try {
    return checkReaderWriter(reader.root, writer.root).map((incompatibility) => ({
      type: incompatibility.type,
      path: incompatibility.location,
      message: describeIncompatibility(incompatibility, direction),
      direction,
      additionalInfo: incompatibility.message,
    }));
  } catch (error) {
    if (!isSchemaError(error, 'ambiguous_field')) throw error;
    const { message, details } = error;
    return [{ type: 'AMBIGUOUS_FIELD', path: '/', message, direction, additionalInfo: details }];
  }
}

function differentTypes(next: ParsedSchema, old: ParsedSchema): Difference {
  const message = `The new schema is of type ${next.type}, the old one of type ${old.type}`;
  return { type: 'SCHEMA_TYPE', path: '/', message, direction: 'backward' };
}
