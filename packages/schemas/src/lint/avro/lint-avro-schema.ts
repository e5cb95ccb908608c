import type { AvroOutline } from '../../field-walk/avro/outline-avro.ts';
import { outlineAvro } from '../../field-walk/avro/outline-avro.ts';
import type { AvroSchema } from '../../parsed-schema.ts';
import { applyRules } from '../apply-rules.ts';
import type { LintFinding, LintLevel } from '../lint-rule.ts';
import { avroRuleTable } from './avro-lint-rules.ts';

/** What could be better in an Avro schema. */
export function lintAvroSchema(
  schema: AvroSchema,
  rules: Readonly<Record<string, LintLevel>>,
): LintFinding[] {
  return applyRules(avroRuleTable, { schema, outline: outlineOwn(schema) }, rules);
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
