import type { SchemaType } from '@srkit/registry-protocol';
import type { ContentPart, NotCompared, Side, VersionFacts } from '../compare/comparison.ts';
import type { CompatibilityVerdict } from '../compatibility-verdict.ts';
import type { ConfigSource } from '../effective-config.ts';
import type { Unreadable } from '../snapshot.ts';

/** A version of one side. */
export interface ConflictingVersion extends VersionFacts {
  /** Qualified. */
  readonly subject: string;
  readonly version: number;
}

/** Two subjects that are in conflict. */
interface OfSubjects {
  /** In the source and in the target, qualified. */
  readonly subject: string;
  readonly targetSubject: string;
  /** In a sentence, for people. */
  readonly reason: string;
}

/** Something that stands in the way of bringing a source into a target. */
export type Conflict =
  /** One id has different contents on the two sides, so that messages with it are read wrongly. */
  | {
      readonly kind: 'id';
      readonly id: number;
      /** The context in the source and in the target. */
      readonly context: string;
      readonly targetContext: string;
      /** One version of each side that has it. */
      readonly source: ConflictingVersion;
      readonly target: ConflictingVersion;
      readonly reason: string;
    }
  /** One version has different contents. */
  | ({
      readonly kind: 'version';
      readonly version: number;
      readonly source: VersionFacts;
      readonly target: VersionFacts;
      readonly differs: readonly ContentPart[];
    } & OfSubjects)
  /** The newest versions are of two types of schema. */
  | ({
      readonly kind: 'schema_type';
      readonly source: { readonly version: number; readonly schemaType: SchemaType };
      readonly target: { readonly version: number; readonly schemaType: SchemaType };
    } & OfSubjects)
  /** The newest versions are not compatible at the target's level. */
  | ({
      readonly kind: 'incompatible';
      readonly source: ConflictingVersion;
      readonly target: ConflictingVersion;
      /** The target's level in force, and where it stands. */
      readonly level: string;
      readonly levelSource: ConfigSource;
      /** `target_behind`: the source goes on from the target's newest version; `diverged`: each has gone its own way. */
      readonly relation: 'target_behind' | 'diverged';
      /** Whether the source's newest version may follow the target's versions. */
      readonly sourceAfterTarget: CompatibilityVerdict;
      /** Whether the target's newest version may follow the source's versions. */
      readonly targetAfterSource: CompatibilityVerdict;
    } & OfSubjects)
  /** A version of the source refers to what the target does not have, or has with other content. */
  | ({
      readonly kind: 'reference_missing' | 'reference_content';
      readonly version: number;
      /** How the text names it. */
      readonly name: string;
      /** Where it leads in the target. */
      readonly refersTo: { readonly subject: string; readonly version: number };
      /** The source has it, so that it can be registered first. */
      readonly inSource: boolean;
    } & OfSubjects);

/** The word for a conflict. */
export type ConflictKind = Conflict['kind'];

/** A check that could not be made. */
export interface UnknownConflict {
  /** In the source, qualified. */
  readonly subject: string;
  readonly reason: string;
}

/** What stands in the way of bringing a source into a target. Plain data. */
export interface SchemaConflicts {
  /** By kind, in the order of the kinds in `summary`; within one in the source's order. */
  readonly conflicts: readonly Conflict[];
  readonly summary: {
    readonly total: number;
    readonly byKind: Record<ConflictKind, number>;
    /** Subjects with at least one conflict; ids are counted by context. */
    readonly subjects: number;
  };
  /** Checks that could not be made. */
  readonly unknownConflicts: readonly UnknownConflict[];
  readonly notCompared: readonly NotCompared[];
  readonly unknown: readonly (Unreadable & { readonly side: Side })[];
}
