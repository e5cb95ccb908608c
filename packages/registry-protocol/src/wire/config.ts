import type { CompatibilityLevel } from '../compatibility-level.ts';
import type { Metadata, RuleSet } from './schema.ts';

/** How strictly JSON Schemas are compared. */
export type CompatibilityPolicy = 'STRICT' | 'LENIENT';

interface ConfigFields {
  /** Requests for this subject are answered from the one named here. */
  alias?: string;
  aliasForDeks?: string;
  normalize?: boolean;
  validateFields?: boolean;
  validateNewSchemas?: boolean;
  validateRules?: boolean;
  compatibilityPolicy?: CompatibilityPolicy;
  /** Only versions with the same value of this metadata property are compared. */
  compatibilityGroup?: string;
  defaultMetadata?: Metadata;
  overrideMetadata?: Metadata;
  defaultRuleSet?: RuleSet;
  overrideRuleSet?: RuleSet;
}

/** The configuration of a subject, a context or the registry, as it is read. */
export interface Config extends ConfigFields {
  compatibilityLevel?: CompatibilityLevel;
}

/** A change of configuration: an absent field stays, `null` clears it, a value sets it. */
export type ConfigUpdate = {
  [Field in keyof ConfigFields]?: ConfigFields[Field] | null;
} & { compatibility?: CompatibilityLevel | null };

/** What a change of configuration answers with: the whole record as it is now stored. */
export interface ConfigUpdated extends ConfigFields {
  compatibility?: CompatibilityLevel;
}
