import type { AvroOutline } from '../../field-walk/avro/outline-avro.ts';
import type { AvroSchema } from '../../parsed-schema.ts';
import type { LintRule } from '../lint-rule.ts';

/** What an Avro rule looks at: the schema's own text, without what its references define. */
export interface LintedAvro {
  schema: AvroSchema;
  outline: AvroOutline;
}

/** A rule about Avro. */
export type AvroLintRule = LintRule<LintedAvro>;
