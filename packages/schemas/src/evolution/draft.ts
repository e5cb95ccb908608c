import type { Direction } from '../compatibility/difference.ts';
import type { ParsedSchema } from '../parsed-schema.ts';

/** A schema that may be a step, as nobody has checked it yet. */
export interface Draft<Schema extends ParsedSchema = ParsedSchema> {
  schema: Schema;
  /** What it does and why; under keys, so that a later step does not say again what an earlier did. */
  reasons: ReadonlyMap<string, string>;
}

/** Schemas between two others, in the order in which they may be passed through. */
export interface Passage {
  drafts: Draft[];
  /** Whether something is left out on the way and comes back, so that older data is not read into it. */
  leavesOut: boolean;
  /** Why there is none, where that is known. */
  blockedBy?: string;
}

/** A schema that is as near to the target as the earlier versions let it be. */
export interface NearestDraft {
  draft: Draft;
  /** The same without what it only keeps for a while; the second step, if that passes. */
  afterwards?: Draft;
}

/** What a nearest schema must fit. */
export interface NearestGoal<Schema extends ParsedSchema> {
  target: Schema;
  /** The newest first, and at least one. */
  versions: readonly Schema[];
  directions: readonly Direction[];
}
