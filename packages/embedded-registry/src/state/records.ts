import type {
  CompatibilityLevel,
  CompatibilityPolicy,
  Metadata,
  Mode,
  RuleSet,
  SchemaReference,
  SchemaType,
} from '@srkit/registry-protocol';

/** One registered version, as the registry keeps it. Records are replaced, never changed. */
export interface SchemaRecord {
  /** In normal form: qualified outside the default context. */
  readonly subject: string;
  readonly version: number;
  readonly id: number;
  readonly guid: string;
  readonly schemaType: SchemaType;
  /** The stored form of the text. */
  readonly schema: string;
  readonly references: readonly SchemaReference[];
  readonly metadata: Metadata | null;
  readonly ruleSet: RuleSet | null;
  /** When it was registered, in milliseconds since 1970. */
  readonly ts: number;
  readonly deleted: boolean;
}

/** The configuration that a subject, a context or everything has of its own. */
export interface ConfigRecord {
  readonly alias?: string;
  readonly aliasForDeks?: string;
  readonly normalize?: boolean;
  readonly validateFields?: boolean;
  readonly validateNewSchemas?: boolean;
  readonly validateRules?: boolean;
  readonly compatibility?: CompatibilityLevel;
  readonly compatibilityPolicy?: CompatibilityPolicy;
  readonly compatibilityGroup?: string;
  readonly defaultMetadata?: Metadata;
  readonly overrideMetadata?: Metadata;
  readonly defaultRuleSet?: RuleSet;
  readonly overrideRuleSet?: RuleSet;
}

/** What one name (a subject, `:.ctx:`, `:.__GLOBAL:`, or '' for the default context) has of its own. */
export interface Settings {
  readonly config?: ConfigRecord;
  readonly mode?: Mode;
}
