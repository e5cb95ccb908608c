import { LONGEST_LIST, makeList } from './make-list.ts';
import { makeNumber } from './make-number.ts';
import { MOST_PROPERTIES, makeObject } from './make-object.ts';
import { LONGEST_TEXT, makeText } from './make-text.ts';
import type { Made, Maker } from './maker.ts';
import type { Wish } from './wish.ts';

/**
 * Makes up a value of one type.
 *
 * @param isSmall leaves out what is optional
 * @param where the schema that is told where there is no value
 */
export function makeOfType(
  type: string,
  wish: Wish,
  words: string,
  depth: number,
  isSmall: boolean,
  where: string,
  maker: Maker,
): Made {
  const { random, parts, effort } = maker;
  const none = (why: string): Made => ({ isProved: true, where, why });
  const notFound = (why: string): Made => ({ isProved: false, where, why });
  const tooMuch = (why: string): Made => ({ isProved: false, isTooMuch: true, where, why });
  switch (type) {
    case 'null':
      return { value: null };
    case 'boolean':
      return { value: random.below(2) === 1 };
    case 'integer':
    case 'number': {
      const value = makeNumber(wish, type === 'integer', words, random);
      if (value === 'none') return none('no number is within the bounds');
      return value === undefined ? notFound('no number was found within the bounds') : { value };
    }
    case 'string': {
      if (wish.minLength > wish.maxLength) {
        return none('a text would have to be longer than is allowed');
      }
      if (wish.minLength > LONGEST_TEXT) return tooMuch(`a text of ${wish.minLength} characters`);
      const value = makeText(wish, words, random, parts, effort);
      if (value !== undefined) return { value };
      const demands = [...wish.patterns, ...wish.formats].join(' and ');
      return notFound(`no text was found that fits ${demands}`);
    }
    case 'array':
      if (wish.minItems > wish.maxItems) {
        return none('a list would have to be longer than is allowed');
      }
      if (wish.minItems > LONGEST_LIST) return tooMuch(`a list of ${wish.minItems}`);
      return makeList(wish, words, depth, isSmall, maker);
    default:
      if (wish.minProperties > MOST_PROPERTIES) {
        return tooMuch(`an object of ${wish.minProperties} properties`);
      }
      return makeObject(wish, depth, isSmall, maker);
  }
}
