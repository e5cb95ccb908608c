import type { ContextName } from '@srkit/registry-protocol';

/**
 * What became of a subject:
 *
 * - `deleted`: it was deleted, softly or for good as the plan says;
 * - `already_gone`: somebody else had deleted it;
 * - `blocked`: it stays, as the plan said or because something that stays refers to it;
 * - `changed`: it stays, as it has versions that the plan does not know;
 * - `failed`: the registry did not delete it;
 * - `unknown`: whether it was deleted could not be found out;
 * - `not_reached`: nothing was sent for it, as clearing ended before.
 */
export type ClearOutcome =
  | 'deleted'
  | 'already_gone'
  | 'blocked'
  | 'changed'
  | 'failed'
  | 'unknown'
  | 'not_reached';

/** What became of one subject. */
export interface SubjectOutcome {
  /** Qualified outside the default context. */
  readonly name: string;
  readonly context: ContextName;
  /** The name without its context. */
  readonly subject: string;
  readonly outcome: ClearOutcome;
  /** The versions that the registry says it deleted. */
  readonly versions: readonly number[];
  /** A deletion for good that did not come to its end has soft-deleted it, at least in part. */
  readonly softDeleted?: true;
  /** Why it is not deleted, or what else went with it, in a sentence. */
  readonly reason?: string;
  /** The client's word for what went wrong, for example `reference_exists`. */
  readonly code?: string;
}

/** What became of one context. */
export interface ClearedContext extends Readonly<Record<CountOf, number>> {
  readonly name: ContextName;
  /** Subjects that were to be dealt with, blocked ones too. */
  readonly total: number;
  /**
   * Subjects that are still there, soft-deleted ones too where it was cleared for good; undefined where they could not be
   * listed afterwards.
   */
  readonly left: readonly string[] | undefined;
  /** Those of them that the plan does not know: registered since, and not touched. */
  readonly unplanned: readonly string[];
}

type CountOf =
  | 'deleted'
  | 'alreadyGone'
  | 'blocked'
  | 'changed'
  | 'failed'
  | 'unknown'
  | 'notReached';

/** What clearing contexts did. */
export interface ClearResult {
  readonly registry: string;
  readonly permanent: boolean;
  /** In the order of the plan. */
  readonly contexts: readonly ClearedContext[];
  /** One for each subject of the plan, those first that go. */
  readonly subjects: readonly SubjectOutcome[];
  /** How many requests for deletions were made; repeats of the client are not counted. */
  readonly requests: number;
  /** Why it ended before everything was tried; undefined where it did not. */
  readonly ended?: string;
}

/** By outcome the name of its count. */
export const countNames = {
  deleted: 'deleted',
  already_gone: 'alreadyGone',
  blocked: 'blocked',
  changed: 'changed',
  failed: 'failed',
  unknown: 'unknown',
  not_reached: 'notReached',
} as const satisfies Record<ClearOutcome, CountOf>;
