import type { Random } from '../random.ts';
import type { Wish } from './wish.ts';

const TYPES = ['object', 'array', 'string', 'number', 'boolean', 'null'] as const;
const ENDING = ['string'] as const;

/** How much of the example there is already around the value. */
interface Surroundings {
  /** Whether it should be as flat as it can be. */
  isFlat: boolean;
  /** Whether even the flattest choices have not ended it. */
  isDeep: boolean;
}

/**
 * Chooses the type of a value, where several are allowed: null in some examples, and another one than
 * is meant when that has failed before.
 *
 * @returns undefined where none is allowed
 */
export function pickType(
  wish: Wish,
  random: Random,
  attempt: number,
  { isFlat, isDeep }: Surroundings,
): string | undefined {
  // A schema that gives no type can always end in a text, if it allows one.
  const ends = isDeep && attempt % 2 === 0;
  const types = [...(wish.types ?? (ends ? ENDING : attempt % 4 === 3 ? TYPES : usualTypes(wish)))];
  const shown = types.filter((type) => type !== 'null');
  const [first, ...rest] = shown.length > 0 ? shown : types;
  if (first === undefined) return undefined;
  if (types.includes('null') && (isFlat || random.below(8) === 0)) return 'null';
  const [plain, ...others] = [first, ...rest].filter(
    (type) => type !== 'object' && type !== 'array',
  );
  if (isFlat && plain !== undefined) return random.pick([plain, ...others]);
  return random.pick([first, ...rest]);
}

/** The type that is meant where none is given. */
function usualTypes(wish: Wish): readonly string[] {
  const { objects, required, names, minProperties, dependencies } = wish;
  if (objects.length + required.size + names.length + minProperties + dependencies.length > 0) {
    return ['object'];
  }
  if (wish.lists.length + wish.minItems + wish.contains.length > 0 || wish.unique) return ['array'];
  if (wish.least !== undefined || wish.greatest !== undefined || wish.multiples.length > 0) {
    return ['number'];
  }
  return ['string'];
}
