import type { JsonOutline } from '../../field-walk/json/json-outline.ts';
import { outlineJson } from '../../field-walk/json/outline-json.ts';
import { usedDefinitions } from '../../field-walk/json/used-definitions.ts';
import type { SchemaPlace } from '../../json/schema-place.ts';
import type { JsonSchema } from '../../parsed-schema.ts';
import { applyRules } from '../apply-rules.ts';
import type { LintFinding, LintLevel } from '../lint-rule.ts';
import { jsonRuleTable } from './json-lint-rules.ts';
import { misfitFinder } from './unfit-values.ts';

/** What could be better in a JSON Schema. */
export function lintJsonSchema(
  schema: JsonSchema,
  rules: Readonly<Record<string, LintLevel>>,
): LintFinding[] {
  const outline = outlineJson(schema);
  const isUsed = usedDefinitions(outline);
  const misfitOf = misfitFinder(schema);
  return applyRules(jsonRuleTable, { schema, outline: ownPart(outline), misfitOf, isUsed }, rules);
}

/** Only what the schema's own text holds. */
function ownPart(outline: JsonOutline): JsonOutline {
  const isOwn = ({ document }: SchemaPlace): boolean => document === undefined;
  return {
    ...outline,
    fields: outline.fields.filter(({ places }) => isOwn(places[0])),
    values: outline.values.filter(({ place }) => isOwn(place)),
    types: new Map([...outline.types].filter(([, { place }]) => isOwn(place))),
    definitions: outline.definitions.filter(([, place]) => isOwn(place)),
  };
}
