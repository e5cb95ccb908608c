import type { ContextName, Mode } from '@srkit/registry-protocol';

/** What clearing contexts would do, as plain data. */
export interface ClearPlan {
  /** Which registry it is for, as its client calls it. */
  readonly registry: string;
  /** Whether everything goes for good; it is soft-deleted otherwise. */
  readonly permanent: boolean;
  /** When what it was decided from was read, in milliseconds since 1970. */
  readonly readAt: number;
  /** The contexts that are cleared, in the order in which they were named. */
  readonly contexts: readonly PlannedContext[];
  /** What goes: subjects that refer to others before those. */
  readonly subjects: readonly PlannedSubject[];
  /** What stays, as the registry would refuse to delete it. */
  readonly blocked: readonly BlockedSubject[];
  /** The requests, each after those in its `after`. */
  readonly steps: readonly ClearStep[];
  /** What could not be told, in sentences: the registry decides about it. */
  readonly unknown: readonly string[];
}

/** A context that is to be cleared. */
export interface PlannedContext {
  readonly name: ContextName;
  /** Whether it is there; undefined where contexts could not be listed. */
  readonly exists: boolean | undefined;
  /** The mode in force for its subjects; undefined where it is not known. */
  readonly mode: Mode | undefined;
  /** How many subjects and versions go, and how many subjects stay because something forbids to delete them. */
  readonly subjects: number;
  readonly versions: number;
  readonly blocked: number;
}

/** A subject that goes. */
export interface PlannedSubject {
  /** Qualified outside the default context. */
  readonly name: string;
  readonly context: ContextName;
  /** The name without its context. */
  readonly subject: string;
  /** The versions that go, ascending; empty where they could not be read. */
  readonly versions: readonly number[];
  /** Those of them that are soft-deleted already. */
  readonly softDeleted: readonly number[];
}

/** A subject that stays, and why. */
export interface BlockedSubject {
  readonly name: string;
  readonly context: ContextName;
  readonly subject: string;
  /**
   * - `reference`: something refers to it that stays;
   * - `circle`: it and others refer to each other, so that none of them can be deleted first;
   * - `mode`: nothing is deleted in the mode that is in force;
   * - `alias`: its name stands for another subject, which would be deleted in its place.
   */
  readonly by: 'reference' | 'circle' | 'mode' | 'alias';
  /** Why, in a sentence. */
  readonly reason: string;
  /** What refers to it and stays; the first of many. */
  readonly referencedBy: readonly Referrer[];
  /** How many refer to it and stay. */
  readonly referrers: number;
}

/** A version that refers to another subject. */
export interface Referrer {
  /** Qualified outside the default context. */
  readonly subject: string;
  readonly version: number;
  readonly deleted: boolean;
}

/** One request. */
export interface ClearStep {
  /** Qualified outside the default context. */
  readonly subject: string;
  /** Only this version; the whole subject without it. */
  readonly version?: number;
  /** For good; it is soft-deleted otherwise. */
  readonly permanent: boolean;
  /** The steps that must be done before, by their place in the list. */
  readonly after: readonly number[];
}
