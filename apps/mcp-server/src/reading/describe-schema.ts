import {
  type Metadata,
  type RuleSet,
  type SchemaReference,
  schemaGuid,
} from '@srkit/registry-protocol';
import { schemaPart } from './schema-part.ts';

/** A schema as a registry gives it. */
interface GivenSchema {
  schema: string;
  schemaType?: string;
  guid?: string;
  references?: SchemaReference[];
  metadata?: Metadata;
  ruleSet?: RuleSet;
  ts?: number;
  deleted?: boolean;
}

/** A schema as an answer shows it: whole, or the part that fits. */
export interface SchemaFacts {
  guid?: string;
  schema_type: string;
  size_bytes: number;
  schema: string;
  offset?: number;
  next_offset?: number;
  more?: string;
  references?: { name: string; subject: string; version: number }[];
  metadata?: Record<string, unknown>;
  rule_set?: Record<string, unknown>;
  registered_at?: string;
  deleted?: boolean;
}

interface DescribeOptions {
  offset?: number | undefined;
  format?: string | undefined;
  budget: number;
}

/**
 * Describes a schema and takes as much of its text as fits.
 *
 * @param options.offset where in the text to begin
 * @param options.format the form that was asked for; absent, the text is as the registry stores it
 * @param options.budget characters of JSON for the whole answer
 */
export function describeSchema(
  given: GivenSchema,
  { offset = 0, format, budget }: DescribeOptions,
): SchemaFacts {
  const { schema, schemaType = 'AVRO', references, metadata, ruleSet, ts, deleted } = given;
  // Before Confluent 8.0 a registry does not say it. It can be computed, but of the stored form only.
  const guid = given.guid ?? (format === undefined ? schemaGuid(given) : undefined);
  const facts = {
    ...(guid !== undefined && { guid }),
    schema_type: schemaType,
    size_bytes: Buffer.byteLength(schema),
    ...(references && {
      references: references.map(({ name, subject, version }) => ({ name, subject, version })),
    }),
    ...(metadata && { metadata: { ...metadata } }),
    ...(ruleSet && { rule_set: { ...ruleSet } }),
    ...(ts !== undefined && { registered_at: new Date(ts).toISOString() }),
    ...(deleted === true && { deleted }),
  };
  const room = budget - JSON.stringify(facts).length - 500;
  const part = schemaPart(schema, offset, Math.max(room, 1000));
  if (part.offset === 0 && part.nextOffset === undefined) return { ...facts, schema: part.schema };
  return {
    ...facts,
    offset: part.offset,
    ...(part.nextOffset !== undefined && {
      next_offset: part.nextOffset,
      more: `The text has ${schema.length} characters. Call again with offset=${part.nextOffset}; the parts join to the whole text.`,
    }),
    schema: part.schema,
  };
}
