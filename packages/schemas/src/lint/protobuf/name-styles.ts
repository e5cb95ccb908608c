import { nameWords } from '../../name-words.ts';

const MOST_NAMES = 8;

export const UPPER_CAMEL = /^[A-Z][A-Za-z0-9]*$/;
export const LOWER_SNAKE = /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/;
export const UPPER_SNAKE = /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/;

/** `order_line` as `OrderLine`. */
export function upperCamel(name: string): string {
  return nameWords(name)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}

/** `OrderLine` as `order_line`. */
export function lowerSnake(name: string): string {
  return nameWords(name).join('_');
}

/** `OrderLine` as `ORDER_LINE`. */
export function upperSnake(name: string): string {
  return lowerSnake(name).toUpperCase();
}

/** Names in a sentence, the first of them. */
export function sayNames(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).map((name) => `'${name}'`);
  const hidden = names.length - shown.length;
  return hidden > 0 ? `${shown.join(', ')} and ${hidden} more` : shown.join(', ');
}
