import type { Association } from './association.ts';

/** The formats that a registry keeps. */
export const schemaTypes = ['AVRO', 'JSON', 'PROTOBUF'] as const;

/** The format of a schema. A registry may answer with another; `AVRO` where it names none. */
export type SchemaType = (typeof schemaTypes)[number];

/** Names another schema of the same registry, which this schema uses. */
export interface SchemaReference {
  /** How the schema's text names it: a full name (Avro), a `$ref` (JSON Schema), an import path (Protobuf). */
  name: string;
  /** The subject it is registered under; unqualified, it is one of the referring subject's context. */
  subject: string;
  version: number;
}

/** Tags and properties of a schema, and which properties must not be shown. */
export interface Metadata {
  /** Tags by path, for example `**.ssn`. */
  tags?: Record<string, string[]>;
  properties?: Record<string, string>;
  /** Names of properties whose values are secret. */
  sensitive?: string[];
}

/** A rule of a data contract. */
export interface Rule {
  name: string;
  doc?: string;
  kind?: 'TRANSFORM' | 'CONDITION';
  mode?: 'UPGRADE' | 'DOWNGRADE' | 'UPDOWN' | 'WRITE' | 'READ' | 'WRITEREAD';
  type?: string;
  tags?: string[];
  params?: Record<string, string>;
  expr?: string;
  onSuccess?: string;
  onFailure?: string;
  disabled?: boolean;
}

/** The rules of a data contract. Community Edition drops them silently. */
export interface RuleSet {
  migrationRules?: Rule[];
  domainRules?: Rule[];
  encodingRules?: Rule[];
  enableAt?: string;
}

/** What is posted to register, look up or check a schema. */
export interface RegisterSchemaRequest {
  /** The schema's text; Avro and JSON Schema as JSON in a string. */
  schema?: string;
  /** @default 'AVRO' */
  schemaType?: SchemaType;
  references?: SchemaReference[];
  metadata?: Metadata;
  ruleSet?: RuleSet;
  /** Only in IMPORT and FORWARD mode, where it is mandatory (IMPORT) or ignored (FORWARD). */
  id?: number;
  /** Must be the next one, except in IMPORT mode. */
  version?: number;
  /** Tags to write into the text of the schema. */
  schemaTagsToAdd?: SchemaTags[];
  /** Tags to take out of the text of the schema. */
  schemaTagsToRemove?: SchemaTags[];
  /** Take the tags of the version before over. */
  propagateSchemaTags?: boolean;
}

/** The tags of one record or field in the text of a schema. */
export interface SchemaTags {
  schemaEntity: { entityPath: string; entityType: 'sr_record' | 'sr_field' };
  tags: string[];
}

/** A new version of a schema with other tags, metadata or rules. */
export interface TagSchemaRequest {
  /** The number that the new version must get. */
  newVersion?: number;
  tagsToAdd?: SchemaTags[];
  tagsToRemove?: SchemaTags[];
  metadata?: Metadata;
  /** All rules; or else those to merge and remove. */
  ruleSet?: RuleSet;
  rulesToMerge?: RuleSet;
  /** Names of rules. */
  rulesToRemove?: string[];
}

/** What a registration answers with; before Confluent 7.5 only `id`. */
export interface RegisterSchemaResponse {
  id: number;
  version?: number;
  guid?: string;
  schemaType?: SchemaType;
  schema?: string;
  references?: SchemaReference[];
  metadata?: Metadata;
  ruleSet?: RuleSet;
  ts?: number;
  deleted?: boolean;
}

/** One version of a subject. */
export interface RegisteredSchema {
  /** Qualified (`:.staging:orders-value`) outside the default context. */
  subject: string;
  version: number;
  id: number;
  /** MD5 of the content as a UUID; from Confluent 8.0. */
  guid?: string;
  /** Absent means AVRO before Confluent 8.0. */
  schemaType?: SchemaType;
  schema: string;
  references?: SchemaReference[];
  metadata?: Metadata;
  ruleSet?: RuleSet;
  /** When it was registered, in milliseconds since 1970. */
  ts?: number;
  deleted?: boolean;
  /** Tags in its text, when they were asked for. */
  schemaTags?: SchemaTags[];
}

/** One version in a listing of schemas. */
export interface ListedSchema extends RegisteredSchema {
  aliases?: string[];
  associations?: Association[];
}

/** A schema as it is found by its id or guid. */
export interface SchemaById {
  schema: string;
  schemaType?: SchemaType;
  /** From Confluent 8.0 also without a `subject` in the question. */
  subject?: string;
  version?: number;
  guid?: string;
  references?: SchemaReference[];
  metadata?: Metadata;
  ruleSet?: RuleSet;
  ts?: number;
  deleted?: boolean;
  /** The greatest id of the context, when it was asked for. */
  maxId?: number;
  /** Tags in its text, when they were asked for. */
  schemaTags?: SchemaTags[];
}

/** A version that uses a schema id. */
export interface SubjectVersion {
  subject: string;
  version: number;
}

/** A schema id and the context that it belongs to. */
export interface ContextId {
  context: string;
  id: number;
}

/** What a compatibility check answers with. */
export interface CompatibilityCheck {
  is_compatible: boolean;
  /** Why not, one difference each; only with `verbose`. */
  messages?: string[];
}
