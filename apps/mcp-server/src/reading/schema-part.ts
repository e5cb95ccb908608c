import { isHighSurrogate } from '../present/plain-text.ts';

/** A part of a schema's text. */
export interface SchemaPart {
  schema: string;
  /** Where it begins, in characters (UTF-16 units). */
  offset: number;
  /** Where the next one begins; absent on the last. */
  nextOffset?: number;
}

/**
 * Takes as much of a text as an answer can carry, from an offset on. The parts from 0 on, each from the `nextOffset` of the
 * one before, join to exactly the text: none cuts a character in two.
 *
 * @param offset in UTF-16 units; in the middle of a character, the part begins before it
 * @param budget characters of JSON that the part may have
 */
export function schemaPart(text: string, offset: number, budget: number): SchemaPart {
  const start = wholeCharacter(text, Math.min(offset, text.length));
  let end = Math.min(text.length, start + Math.max(budget, 2));
  while (end - start > 2 && JSON.stringify(text.slice(start, end)).length > budget) {
    // Escaping makes the text longer by a factor that is about the same in all of it.
    const size = JSON.stringify(text.slice(start, end)).length;
    end =
      start + Math.max(2, Math.min(end - start - 1, Math.floor(((end - start) * budget) / size)));
  }
  end = end < text.length ? Math.max(wholeCharacter(text, end), start + 1) : end;
  const part: SchemaPart = { schema: text.slice(start, end), offset: start };
  if (end < text.length) part.nextOffset = end;
  return part;
}

function wholeCharacter(text: string, index: number): number {
  const cutsPair =
    isHighSurrogate(text.charCodeAt(index - 1)) && /[\udc00-\udfff]/.test(text.charAt(index));
  return cutsPair ? index - 1 : index;
}
