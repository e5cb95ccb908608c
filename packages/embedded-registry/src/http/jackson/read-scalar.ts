import type { Cursor } from './cursor.ts';
import { complain, complainOfCharacter } from './json-complaint.ts';
import { complainOfSign, readNumber } from './read-number.ts';
import { readString } from './read-string.ts';
import { isSignedWord, readWord } from './read-word.ts';

/**
 * Reads the string, number or word that begins here.
 *
 * @param parent what it is in; undefined for nothing
 * @throws JsonComplaint
 */
export function readScalar(cursor: Cursor, parent: 'Array' | 'Object' | undefined): unknown {
  const isRoot = parent === undefined;
  const character = cursor.text[cursor.at] ?? '';
  if (character === '"') return readString(cursor);
  if (character === '-' || character === '+') {
    if (isSignedWord(cursor)) return readWord(cursor);
    if (character === '+' || cursor.text[cursor.at + 1] === 'I') throw complainOfSign(cursor);
    return readNumber(cursor, isRoot);
  }
  if (character >= '0' && character <= '9') return readNumber(cursor, isRoot);
  if (isRoot && (character === '}' || character === ']'))
    throw complain(
      cursor,
      `Unexpected close marker '${character}': no open ${character === '}' ? 'Object' : 'Array'} to close`,
      cursor.at,
    );
  if (isMissingValue(cursor, character, parent))
    throw complainOfCharacter(cursor, ': expected a value');
  return readWord(cursor);
}

/** The two ways to read complain in other words of a value that is not there. */
function isMissingValue(
  { source }: Cursor,
  character: string,
  parent: 'Array' | 'Object' | undefined,
): boolean {
  if (source === 'avro text') return character === '}' && parent === 'Array';
  return character === '}' || character === ',' || (character === ']' && parent === 'Array');
}
