import type { PageOptions } from './call-options.ts';

/** Which schemas to list. */
export interface ListSchemasOptions extends PageOptions {
  /**
   * What their qualified names begin with: `:.staging:` is one context, `:*:` all of them.
   * Left out or empty, the default context; in a context client, that one.
   */
  subjectPrefix?: string | undefined;
  /** Soft-deleted ones too. @default false */
  deleted?: boolean | undefined;
  /** Only the latest version of each subject. @default false */
  latestOnly?: boolean | undefined;
  /** With the names of subjects that are aliases of each; from Confluent 7.7. @default false */
  aliases?: boolean | undefined;
  /** Only those with rules of these types. */
  ruleType?: readonly string[] | undefined;
  /** Only those associated with resources of this type, for example `topic`; experimental. */
  resourceType?: string | undefined;
  /** Only those with associations of these types, `key` or `value`; experimental. */
  associationType?: readonly string[] | undefined;
  /** Only those with associations of this lifecycle, `NONE` for those without any; experimental. */
  lifecycle?: 'STRONG' | 'WEAK' | 'NONE' | undefined;
}
