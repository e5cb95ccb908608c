import type { VersionToWrite } from '../compare/change.ts';
import type { NotCompared, Side } from '../compare/comparison.ts';
import type { Unreadable } from '../snapshot.ts';

/** Something that a missing version refers to, as it stands in the target. */
export interface NeededReference {
  /** How the text names it. */
  readonly name: string;
  /** Where it leads in the target, or in the source where it has no counterpart. */
  readonly subject: string;
  readonly version: number;
  /**
   * `in_target`: it is there; `missing_too`: it is in the list, before; `other_content`, `at_other_version`: something else
   * stands there, or the content stands elsewhere in its subject; `not_in_source`: nobody has it; `unknown`: it was not read.
   */
  readonly state:
    | 'in_target'
    | 'missing_too'
    | 'other_content'
    | 'at_other_version'
    | 'not_in_source'
    | 'unknown';
  /** Why it is unknown. */
  readonly reason?: string;
}

/** A version of the source whose content the target's subject does not have. */
export interface MissingVersion extends VersionToWrite {
  /** `referenced`: it was not asked for, and a missing version needs it. */
  readonly why: 'no_subject' | 'no_version' | 'referenced';
  readonly needs: readonly NeededReference[];
  /** The target has it, soft-deleted. */
  readonly deletedInTarget?: true;
  /** Other subjects of the target with the same content, some of them. */
  readonly elsewhere?: readonly { readonly subject: string; readonly version: number }[];
}

/** What a source has and a target does not. Plain data. */
export interface MissingSchemas {
  /** In an order in which they can be registered: each after what it refers to and after the versions of its subject before. */
  readonly missing: readonly MissingVersion[];
  /** Versions that wait for each other, so that no order is right. */
  readonly circles: readonly (readonly { readonly subject: string; readonly version: number }[])[];
  readonly summary: {
    /** Subjects that the target does not have at all; and those of which it does not have every version. */
    readonly subjects: number;
    readonly incompleteSubjects: number;
    readonly versions: number;
    /** That only others need. */
    readonly referenced: number;
    /** Subjects that may be missing. */
    readonly unknownSubjects: number;
  };
  /** Subjects of the source of which it is not known whether the target has them. */
  readonly unknownSubjects: readonly { readonly subject: string; readonly reason: string }[];
  readonly notCompared: readonly NotCompared[];
  readonly unknown: readonly (Unreadable & { readonly side: Side })[];
}
