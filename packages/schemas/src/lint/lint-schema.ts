import type { ParsedSchema } from '../parsed-schema.ts';
import { lintAvroSchema } from './avro/lint-avro-schema.ts';
import { lintJsonSchema } from './json/lint-json-schema.ts';
import type { LintFinding, LintLevel } from './lint-rule.ts';
import { lintProtobufSchema } from './protobuf/lint-protobuf-schema.ts';

/** How {@link lintSchema} looks at a schema. */
export interface LintOptions {
  /**
   * Levels of rules by id, instead of their own. Ids that no rule has are passed over, so that one
   * setting serves several versions.
   *
   * @default {}
   */
  rules?: Readonly<Record<string, LintLevel>>;
}

/**
 * What could be better in a schema, with what to write instead. What its references define belongs
 * to other subjects and is not looked at.
 *
 * @returns by rule in the order of `lintRules`, within a rule in document order
 */
export function lintSchema(schema: ParsedSchema, { rules = {} }: LintOptions = {}): LintFinding[] {
  switch (schema.type) {
    case 'AVRO':
      return lintAvroSchema(schema, rules);
    case 'JSON':
      return lintJsonSchema(schema, rules);
    case 'PROTOBUF':
      return lintProtobufSchema(schema, rules);
  }
}
