import type { Mode, SchemaReference, SchemaType } from '@srkit/registry-protocol';

/** A version of the source, as it has to stand in the target. Its text is the one of `guid` in the source's snapshot. */
export interface VersionToWrite {
  /** In the target, qualified. */
  readonly subject: string;
  readonly version: number;
  /** The source's; a registry takes it in IMPORT mode only. */
  readonly id: number;
  readonly schemaType: SchemaType;
  /** The content's, in the source. */
  readonly guid: string;
  /** As they have to be written in the target. */
  readonly references: readonly SchemaReference[];
  /** Where it stands in the source. */
  readonly from: { readonly subject: string; readonly version: number };
}

/** Whose configuration or mode: a subject's, a context's, or (`:.__GLOBAL:`) everybody's. Qualified, in the target. */
export type SettingOwner = { readonly subject: string } | { readonly context: string };

/** One step that brings a target nearer to its source. Plain data, without texts and without anything secret. */
export type Change =
  | { readonly action: 'create_context'; readonly context: string }
  | ({ readonly action: 'register_version' } & VersionToWrite)
  /** Another content, or the same under another id, stands at that version, and has to go. */
  | ({
      readonly action: 'replace_version';
      readonly replaces: { readonly id: number; readonly guid: string };
    } & VersionToWrite)
  | {
      readonly action: 'delete_version';
      readonly subject: string;
      readonly version: number;
      /** Permanently, as soft-deleted versions were compared too. */
      readonly permanent: boolean;
    }
  | {
      readonly action: 'delete_subject';
      readonly subject: string;
      readonly versions: number;
      readonly permanent: boolean;
    }
  /** Only where soft-deleted versions were compared too: they keep a context. */
  | { readonly action: 'delete_context'; readonly context: string }
  | {
      readonly action: 'set_config';
      readonly of: SettingOwner;
      /** Which of its fields change. Their values stand in the source's snapshot. */
      readonly fields: readonly string[];
      readonly from: SettingOwner;
    }
  | { readonly action: 'delete_config'; readonly of: SettingOwner }
  | { readonly action: 'set_mode'; readonly of: SettingOwner; readonly mode: Mode }
  | { readonly action: 'delete_mode'; readonly of: SettingOwner };
