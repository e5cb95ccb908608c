import type { CharacterSet } from './character-set.ts';

/** A regular expression as a tree. */
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
      /** Whether fewer rounds are tried before more. */
      readonly lazy: boolean;
      /** The first and the last group that captures in it. */
      readonly captures: readonly [first: number, last: number] | undefined;
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
  /** Whether it repeats what a group has captured: only then it matters in which order ways are tried. */
  readonly hasBackreference: boolean;
}
