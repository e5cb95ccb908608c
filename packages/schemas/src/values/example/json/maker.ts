import type { SchemaPart, SchemaParts } from '../../json/schema-part.ts';
import type { Random } from '../random.ts';

/** Why there is no example of some schemas. */
export interface NoExample {
  /** Whether it is certain that there is none. */
  readonly isProved: boolean;
  /** Whether there may be one, but too large a one; then `why` says what is too large. */
  readonly isTooMuch?: boolean;
  /** JSON pointer of the schema. */
  readonly where: string;
  readonly why: string;
}

/** An example, or why there is none. */
export type Made = { readonly value: unknown } | NoExample;

/** Makes up values; what the makers of lists and objects need of the whole. */
export interface Maker {
  readonly parts: SchemaParts;
  readonly random: Random;
  readonly effort: { left: number };
  /**
   * Makes up a value that fits all of several schemas.
   *
   * @param words of the name that it has
   * @param depth levels of lists and objects around it
   */
  make(all: readonly SchemaPart[], words: string, depth: number): Made;
  /** Whether a value fits a schema. */
  fits(part: SchemaPart, value: unknown): boolean;
  /** Whether values should be as flat as they can be, this many levels deep. */
  isFlat(depth: number): boolean;
}
