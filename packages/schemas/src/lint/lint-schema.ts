import type { AvroOutline } from '../field-walk/outline-avro.ts';
import { outlineAvro } from '../field-walk/outline-avro.ts';
import { requireAvro } from '../field-walk/require-avro.ts';
import type { AvroSchema, ParsedSchema } from '../parsed-schema.ts';
import type { LintFinding, LintLevel } from './lint-rule.ts';
import { avroRuleTable } from './lint-rules.ts';

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
 * @throws SchemaError `not_supported` for JSON Schema and Protobuf
 */
export function lintSchema(schema: ParsedSchema, { rules = {} }: LintOptions = {}): LintFinding[] {
  const avro = requireAvro(schema, 'Suggestions for improvements');
  const linted = { schema: avro, outline: outlineOwn(avro) };
  return avroRuleTable.flatMap(({ id, severity: usual, check }) => {
    const severity = Object.hasOwn(rules, id) ? (rules[id] ?? usual) : usual;
    if (severity === 'off') return [];
    return Array.from(check(linted), (complaint) => ({ rule: id, severity, ...complaint }));
  });
}

/** Only what the schema's own text holds. */
function outlineOwn(schema: AvroSchema): AvroOutline {
  const { fields, values, types } = outlineAvro(schema);
  const isOwn = ({ pointer }: { pointer: string | undefined }): boolean => pointer !== undefined;
  return {
    fields: fields.filter(isOwn),
    values: values.filter(isOwn),
    types: new Map([...types].filter(([, place]) => isOwn(place))),
  };
}
