import { outlineProtobuf } from '../../field-walk/protobuf/outline-protobuf.ts';
import type { ProtobufSchema } from '../../parsed-schema.ts';
import { applyRules } from '../apply-rules.ts';
import type { LintFinding, LintLevel } from '../lint-rule.ts';
import type { LintedProtobuf } from './protobuf-lint-rule.ts';
import { protobufRuleTable } from './protobuf-lint-rules.ts';

/** What could be better in a Protobuf schema. */
export function lintProtobufSchema(
  schema: ProtobufSchema,
  rules: Readonly<Record<string, LintLevel>>,
): LintFinding[] {
  return applyRules(protobufRuleTable, ownParts(schema), rules);
}

/** Only what the schema's own text holds. */
function ownParts(schema: ProtobufSchema): LintedProtobuf {
  const { fields, types, table } = outlineProtobuf(schema);
  const own = [...types.values()].filter(({ entry }) => entry.importPath === undefined);
  return {
    schema,
    file: schema.file,
    table,
    fields: fields.filter(({ isOwn }) => isOwn),
    messages: own.flatMap((place) =>
      place.entry.type.kind === 'message' ? [{ ...place, message: place.entry.type }] : [],
    ),
    enums: own.flatMap((place) =>
      place.entry.type.kind === 'enum' ? [{ ...place, enumeration: place.entry.type }] : [],
    ),
  };
}
