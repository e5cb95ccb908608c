import type { SchemaType } from '@srkit/registry-protocol';
import { foldCase } from './fold-case.ts';
import type { ContentTexts } from './read-content.ts';

/** What names and paths of a JSON Schema say of their own: `root`, `(with street)`. */
const ownWords = ['root', 'with'];

/**
 * Whether a schema may have a match, by a look at its texts, which takes a hundredth of the time that parsing takes.
 *
 * @param pieces what must stand in them, folded
 * @returns true wherever that is not certain: letters can be written in other ways
 */
export function mayHold(
  { text, references }: ContentTexts,
  schemaType: SchemaType,
  pieces: readonly string[],
): boolean {
  // What a Protobuf schema holds need not stand in its text: files that everybody knows, texts in parts, base64.
  if (pieces.length === 0 || schemaType === 'PROTOBUF') return true;
  const texts = [text, ...references.flatMap((reference) => [reference.name, reference.text])];
  if (texts.some((each) => each.includes('\\u') || (schemaType === 'JSON' && each.includes('%')))) {
    return true;
  }
  const folded = [...texts.map(foldCase), ...(schemaType === 'JSON' ? ownWords : [])];
  return pieces.every((piece) => folded.some((each) => each.includes(piece)));
}
