import type { Decimal } from '../../json/decimal.ts';
import { compareDecimals, readDecimal } from '../../json/decimal.ts';
import type { SchemaPart } from '../../json/schema-part.ts';

/** A bound of a number. */
export interface Bound {
  readonly value: Decimal;
  readonly excluded: boolean;
}

/** Everything that several schemas together demand of one value, as far as it can be read off. */
export interface Wish {
  /** Undefined: any. */
  types: ReadonlySet<string> | undefined;
  /** What `const` and `enum` name; every one of them has to be checked. */
  words: unknown[] | undefined;
  /** What `default` and `examples` name. */
  readonly suggestions: unknown[];
  least: Bound | undefined;
  greatest: Bound | undefined;
  readonly multiples: Decimal[];
  minLength: number;
  maxLength: number;
  readonly patterns: string[];
  readonly formats: string[];
  minItems: number;
  maxItems: number;
  unique: boolean;
  /** Schemas that say something about elements. */
  readonly lists: SchemaPart[];
  readonly contains: { part: SchemaPart; least: number }[];
  minProperties: number;
  maxProperties: number;
  readonly required: Set<string>;
  readonly forbidden: Set<string>;
  /** Schemas that say something about members. */
  readonly objects: SchemaPart[];
  readonly names: SchemaPart[];
  readonly others: SchemaPart[];
  readonly dependencies: { name: string; needs: string[] | SchemaPart }[];
  /** Why there is no such value, as far as that shows. */
  impossible: { where: string; why: string } | undefined;
  /** Whether something was chosen, so that another choice may be possible. */
  isChosen: boolean;
}

/** What every value fits. */
export function newWish(): Wish {
  return {
    types: undefined,
    words: undefined,
    suggestions: [],
    least: undefined,
    greatest: undefined,
    multiples: [],
    minLength: 0,
    maxLength: Infinity,
    patterns: [],
    formats: [],
    minItems: 0,
    maxItems: Infinity,
    unique: false,
    lists: [],
    contains: [],
    minProperties: 0,
    maxProperties: Infinity,
    required: new Set(),
    forbidden: new Set(),
    objects: [],
    names: [],
    others: [],
    dependencies: [],
    impossible: undefined,
    isChosen: false,
  };
}

/** Narrows the types to those that are in both; an integer is a number. */
export function narrowTypes(wish: Wish, types: readonly string[]): void {
  if (wish.types === undefined) {
    wish.types = new Set(types);
    return;
  }
  const kept = new Set<string>();
  for (const type of wish.types) {
    if (types.includes(type)) kept.add(type);
    else if (type === 'integer' && types.includes('number')) kept.add(type);
    else if (type === 'number' && types.includes('integer')) kept.add('integer');
  }
  wish.types = kept;
}

/** Raises the lower bound, if it does. */
export function raiseLeast(wish: Wish, spelling: string, excluded: boolean): void {
  const value = readDecimal(spelling);
  const difference = wish.least === undefined ? 1 : compareDecimals(value, wish.least.value);
  if (difference > 0 || (difference === 0 && excluded)) wish.least = { value, excluded };
}

/** Lowers the upper bound, if it does. */
export function lowerGreatest(wish: Wish, spelling: string, excluded: boolean): void {
  const value = readDecimal(spelling);
  const difference = wish.greatest === undefined ? -1 : compareDecimals(value, wish.greatest.value);
  if (difference < 0 || (difference === 0 && excluded)) wish.greatest = { value, excluded };
}
