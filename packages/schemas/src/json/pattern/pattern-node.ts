import type { CharacterSet } from './character-set.ts';

/** A regular expression as a tree. Whether a repetition is greedy does not matter to whether it matches. */
export type PatternNode =
  | { readonly type: 'characters'; readonly set: CharacterSet }
  | { readonly type: 'sequence'; readonly parts: readonly PatternNode[] }
  | { readonly type: 'alternatives'; readonly branches: readonly PatternNode[] }
  | {
      readonly type: 'repeat';
      readonly part: PatternNode;
      readonly least: number;
      /** May be infinite. */
      readonly greatest: number;
    }
  | { readonly type: 'capture'; readonly part: PatternNode; readonly index: number }
  | { readonly type: 'backreference'; readonly indexes: readonly number[] }
  | { readonly type: 'start' | 'end'; readonly ofLine: boolean }
  | { readonly type: 'boundary'; readonly negated: boolean }
  | {
      readonly type: 'look';
      readonly part: PatternNode;
      readonly behind: boolean;
      readonly negated: boolean;
    };

/** A regular expression that was read. */
export interface PatternTree {
  readonly root: PatternNode;
  /** How many groups capture. */
  readonly captures: number;
}
