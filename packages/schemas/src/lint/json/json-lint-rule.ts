import type { JsonOutline } from '../../field-walk/json/json-outline.ts';
import type { SchemaPlace } from '../../json/schema-place.ts';
import type { JsonSchema } from '../../parsed-schema.ts';
import type { LintRule } from '../lint-rule.ts';
import type { FindMisfit } from './unfit-values.ts';

/** What a rule about JSON Schema looks at: the schema's own text, without what its references hold. */
export interface LintedJson {
  readonly schema: JsonSchema;
  readonly outline: JsonOutline;
  readonly misfitOf: FindMisfit;
  /** Whether anything leads to the definition that a place stands in. */
  isUsed(place: SchemaPlace): boolean;
}

/** A rule about JSON Schema. */
export type JsonLintRule = LintRule<LintedJson>;
