import type { CompatibilityOptions, PreviousSchema } from '../compatibility.ts';

/** A version of the subject whose schema nobody could read. */
export interface UnreadableVersion {
  version: number;
  /** Why, in a sentence. */
  reason: string;
}

/** The subject that a schema is to follow in. */
export interface SubjectVersions extends Omit<CompatibilityOptions, 'everyVersion'> {
  /** Those that the registry compares with, in any order. */
  versions: readonly PreviousSchema[];
  /** Versions that are there and not among these. What depends on them is unknown. @default [] */
  unreadable?: readonly UnreadableVersion[];
  /** Why there may be more versions, of which nobody knows; everything that depends on them is unknown then. */
  incomplete?: string;
}
