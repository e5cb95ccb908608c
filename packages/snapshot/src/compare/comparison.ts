import type { Mode, SchemaType } from '@srkit/registry-protocol';
import type { SnapshotDetail, Unreadable } from '../snapshot.ts';
import type { Change } from './change.ts';

/** How two things stand to each other. What is `unknown` could not be read on one side, and may be anything. */
export type ComparisonState =
  | 'equal'
  | 'different'
  | 'only_in_source'
  | 'only_in_target'
  | 'unknown';

/** How many of something stand how. */
export type Tally = Record<ComparisonState, number>;

/** One of two things that are compared. */
export type Side = 'source' | 'target';

/** Two names of what is compared. */
export interface NamePair {
  readonly source: string;
  readonly target: string;
}

/** Of what a content differs. */
export type ContentPart =
  | 'schema_type'
  | 'text'
  /** The text differs and means the same: both have one normal form. */
  | 'formatting'
  | 'references'
  | 'metadata'
  | 'rule_set';

/** A version, by what it is recognised by. */
export interface VersionFacts {
  readonly id: number;
  readonly guid: string;
  readonly schemaType: SchemaType;
}

/** One field of a configuration. Values of metadata and rules are left out: they may be secret. */
export interface ConfigField {
  readonly field: string;
  /** Undefined where it is not set, and for metadata and rules. */
  readonly source?: string | boolean;
  readonly target?: string | boolean;
}

/** One thing that differs between two subjects or contexts. Versions and names are those of the side that is named. */
export type ComparedDifference =
  /** A version of the source that the target does not have. */
  | {
      readonly kind: 'version_missing';
      readonly version: number;
      readonly guid: string;
      /** Where the target's subject has the same content. */
      readonly atTargetVersion?: number;
    }
  /** A version of the target that the source does not have. */
  | {
      readonly kind: 'version_extra';
      readonly version: number;
      readonly guid: string;
      readonly atSourceVersion?: number;
    }
  /** Other content at the same version. */
  | {
      readonly kind: 'content';
      readonly version: number;
      readonly source: VersionFacts;
      readonly target: VersionFacts;
      readonly differs: readonly ContentPart[];
      /** Where the target's subject has the source's content, and the reverse. */
      readonly atTargetVersion?: number;
      readonly atSourceVersion?: number;
    }
  /** Equal content under another id. Looked for only when ids are compared. */
  | {
      readonly kind: 'id';
      readonly version: number;
      readonly source: number;
      readonly target: number;
    }
  /** Soft-deleted on one side only. */
  | {
      readonly kind: 'deleted';
      readonly version: number;
      readonly source: boolean;
      readonly target: boolean;
    }
  /** Equal content whose reference leads to something else. */
  | {
      readonly kind: 'reference';
      readonly version: number;
      readonly name: string;
      /** Where it leads: qualified subject and version. */
      readonly source: { readonly subject: string; readonly version: number };
      readonly target: { readonly subject: string; readonly version: number };
      readonly why: 'other_subject' | 'other_content' | 'missing_in_source' | 'missing_in_target';
    }
  /** Its own configuration; one that inherits has none. */
  | {
      readonly kind: 'config';
      readonly fields: readonly ConfigField[];
      /** Which side has one of its own. */
      readonly own: 'both' | Side;
    }
  /** Its own mode; undefined where it inherits. */
  | { readonly kind: 'mode'; readonly source?: Mode; readonly target?: Mode };

/** The word for a difference. */
export type DifferenceKind = ComparedDifference['kind'];

/** Something of a subject or context that could not be compared. */
export interface UnknownDifference {
  readonly side: Side;
  readonly what: Unreadable['what'] | 'content' | 'reference';
  readonly version?: number;
  /** Why, in a sentence. */
  readonly reason: string;
}

/** Two subjects. */
export interface SubjectComparison extends NamePair {
  readonly state: ComparisonState;
  readonly versions: Tally;
  readonly differences: readonly ComparedDifference[];
  readonly unknown: readonly UnknownDifference[];
  /** Both have the same contents, in another order. */
  readonly otherOrder?: true;
}

/** Two contexts. */
export interface ContextComparison extends NamePair {
  readonly state: ComparisonState;
  readonly subjects: Tally;
  readonly versions: Tally;
  /** Of its own configuration and mode. */
  readonly differences: readonly ComparedDifference[];
  readonly unknown: readonly UnknownDifference[];
}

/** A version that is equal itself, and refers to one that differs, which is told of where it stands. */
export interface AffectedVersion {
  /** Of the source. */
  readonly subject: string;
  readonly version: number;
  readonly refersTo: { readonly subject: string; readonly version: number };
}

/** One of the two snapshots. */
export interface ComparedSide {
  readonly registry: string;
  /** When reading ended, in milliseconds since 1970. */
  readonly readAt: number;
  readonly detail: SnapshotDetail;
  readonly includesDeleted: boolean;
  readonly includesConfigs: boolean;
  /** Somebody wrote while it was read, so that it may mix two states. */
  readonly changedWhileRead: boolean;
  /** Subjects that were left out, as the other side did not read that part. */
  readonly subjectsLeftOut: number;
}

/** Something that was not compared at all, as one of the sides did not read it. */
export interface NotCompared {
  readonly what:
    | 'versions'
    | 'deleted'
    | 'configs'
    | 'contexts'
    | 'subjects'
    | 'references'
    | 'settings';
  readonly reason: string;
}

/** How two registries, or parts of them, stand to each other. Plain data. */
export interface SnapshotComparison {
  readonly source: ComparedSide;
  readonly target: ComparedSide;
  /** `equal` only where nothing differs and nothing that was to be compared is unknown. */
  readonly state: 'equal' | 'different' | 'unknown';
  readonly summary: ComparisonSummary;
  /** Every pair of contexts that was compared. */
  readonly contexts: readonly ContextComparison[];
  /** In the source's order, then what only the target has; those that are equal only when they were asked for. */
  readonly subjects: readonly SubjectComparison[];
  /** What holds everywhere (`:.__GLOBAL:`). Compared only where whole registries are. */
  readonly everywhere: readonly ComparedDifference[];
  readonly affected: readonly AffectedVersion[];
  /** What makes the target equal to the source, in an order in which it can be done; not of what is unknown. */
  readonly changes: readonly Change[];
  readonly notCompared: readonly NotCompared[];
  /** Everything that one of the sides could not read, of what was compared. */
  readonly unknown: readonly (Unreadable & { readonly side: Side })[];
}

/** Numbers. */
export interface ComparisonSummary {
  /** A subject that one side lacks is one difference, whatever it holds; so is a context without subjects. */
  readonly differences: number;
  readonly byKind: Record<
    DifferenceKind | 'subject_missing' | 'subject_extra' | 'context_missing' | 'context_extra',
    number
  >;
  readonly contexts: Tally;
  readonly subjects: Tally;
  readonly versions: Tally;
  /** Equal versions with another id. A difference only when ids are compared. */
  readonly otherIds: number;
  readonly affected: number;
  readonly changes: number;
}
