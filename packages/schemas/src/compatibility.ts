import { checkReaderWriter } from './avro/difference/reader-writer.ts';
import type { Direction } from './avro/difference/render.ts';
import { describeIncompatibility, renderIncompatibility } from './avro/difference/render.ts';
import type { AvroSchema, ParsedSchema } from './parsed-schema.ts';
import { isSchemaError, SchemaError } from './schema-error.ts';

/** How a new schema must fit the earlier ones of its subject. */
export type CompatibilityLevel =
  | 'NONE'
  | 'BACKWARD'
  | 'BACKWARD_TRANSITIVE'
  | 'FORWARD'
  | 'FORWARD_TRANSITIVE'
  | 'FULL'
  | 'FULL_TRANSITIVE';

/** A schema that the subject has already. */
export interface PreviousSchema {
  version: number;
  schema: ParsedSchema;
}

/** One thing that makes a schema incompatible with an earlier one. */
export interface Difference {
  /** For Avro the incompatibility's type, `NAME_MISMATCH`; `SCHEMA_TYPE` where the types differ. */
  type: string;
  /** JSON pointer into the schema that reads, `/` for the whole. */
  path: string;
  message: string;
  /** `backward`: the new schema cannot read the old one's data; `forward`: the reverse. */
  direction: Direction;
}

/** Whether a schema may follow. */
export interface CompatibilityResult {
  compatible: boolean;
  differences: Difference[];
  /** What the registry answers with `verbose=true`, word for word; empty where it is compatible. */
  messages: string[];
  /** The earlier version that does not fit, the newest if several do not. */
  failedVersion?: number;
}

interface Findings {
  differences: Difference[];
  messages: string[];
}

const DIRECTIONS = {
  NONE: [],
  BACKWARD: ['backward'],
  BACKWARD_TRANSITIVE: ['backward'],
  FORWARD: ['forward'],
  FORWARD_TRANSITIVE: ['forward'],
  // The registry asks whether the old one can read first.
  FULL: ['forward', 'backward'],
  FULL_TRANSITIVE: ['forward', 'backward'],
} as const satisfies Record<CompatibilityLevel, readonly Direction[]>;

const LONGEST_OLD_SCHEMA = 10_240;

/**
 * Decides whether a schema may follow the earlier ones of its subject, as a registry does.
 *
 * @param previous in any order; without `_TRANSITIVE` only the newest counts
 * @returns the reasons of the newest version that does not fit; older ones are not looked at then
 * @throws SchemaError `not_supported` for JSON Schema and Protobuf, which are not compared yet, and
 *   `too_large`
 */
export function checkCompatibility(
  next: ParsedSchema,
  previous: readonly PreviousSchema[],
  level: CompatibilityLevel,
): CompatibilityResult {
  if (level === 'NONE') return { compatible: true, differences: [], messages: [] };
  const newestFirst = [...previous].sort((a, b) => b.version - a.version);
  const relevant = level.endsWith('_TRANSITIVE') ? newestFirst : newestFirst.slice(0, 1);
  for (const { version, schema } of relevant) {
    const { differences, messages } = compare(next, schema, version, DIRECTIONS[level]);
    if (differences.length === 0) continue;
    messages.push(`{validateFields: 'false', compatibility: '${level}'}`);
    return { compatible: false, differences, messages, failedVersion: version };
  }
  return { compatible: true, differences: [], messages: [] };
}

function compare(
  next: ParsedSchema,
  old: ParsedSchema,
  version: number,
  directions: readonly Direction[],
): Findings {
  if (next.type !== old.type) return differentTypes(next, old);
  if (next.type !== 'AVRO' || old.type !== 'AVRO') throw notSupported(next);
  const all: Findings = { differences: [], messages: [] };
  let last: Findings = all;
  for (const direction of directions) {
    last = compareAvro(next, old, direction);
    all.differences.push(...last.differences);
    all.messages.push(...last.messages);
  }
  // The registry shows the old schema only where the last direction that it looked at fails.
  if (last.messages.length > 0) {
    all.messages.push(`{oldSchemaVersion: ${version}}`, renderOldSchema(old.text));
  }
  return all;
}

function compareAvro(next: AvroSchema, old: AvroSchema, direction: Direction): Findings {
  const [reader, writer] = direction === 'backward' ? [next, old] : [old, next];
  try {
    const found = checkReaderWriter(reader.root, writer.root);
    return {
      differences: found.map((incompatibility) => ({
        type: incompatibility.type,
        path: incompatibility.location,
        message: describeIncompatibility(incompatibility, direction),
        direction,
      })),
      messages: found.map((incompatibility) => renderIncompatibility(incompatibility, direction)),
    };
  } catch (error) {
    if (!isSchemaError(error, 'ambiguous_field')) throw error;
    const message = `Unexpected exception during compatibility check: ${error.details}`;
    return {
      differences: [{ type: 'AMBIGUOUS_FIELD', path: '/', message: error.message, direction }],
      messages: [message],
    };
  }
}

function differentTypes(next: ParsedSchema, old: ParsedSchema): Findings {
  const message = `The new schema is of type ${next.type}, the old one of type ${old.type}`;
  return {
    differences: [{ type: 'SCHEMA_TYPE', path: '/', message, direction: 'backward' }],
    messages: ['Incompatible because of different schema type'],
  };
}

function renderOldSchema(text: string): string {
  if (text.length <= LONGEST_OLD_SCHEMA) return `{oldSchema: '${text}'}`;
  return `{oldSchema: <truncated> '${text.slice(0, LONGEST_OLD_SCHEMA)}...'}`;
}

function notSupported({ type }: ParsedSchema): SchemaError {
  const details = `Schemas of type ${type} cannot be compared yet, so their compatibility is not known`;
  return new SchemaError(`${details}. Ask a registry, or use the level NONE.`, {
    code: 'not_supported',
    details,
  });
}
