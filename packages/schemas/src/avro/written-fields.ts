import type { KnownElements } from '../lossless-json/known-elements.ts';
import type { JsonObject, JsonValue } from '../lossless-json/value.ts';
import { isJsonArray, isJsonObject } from '../lossless-json/value.ts';
import type { AvroField, AvroRecord, AvroType } from './model.ts';
import { isPrimitiveName } from './names.ts';

/**
 * A field of a schema's root whose meaning is all in its text, because no other name occurs in it: where the same is written
 * again, it need be neither read nor printed again.
 */
export interface WrittenField {
  /** As it was written. */
  readonly written: string;
  /** As the registry stores it. */
  readonly printed: string;
  /** What it was read as; only of a field that came again, as many never do. */
  readonly read: { readonly json: JsonObject; readonly field: AvroField } | undefined;
}

/** What is told of the fields of the root while a schema is read, built and printed. */
export interface FieldMemory {
  /** For the reader. */
  readonly elements: KnownElements;
  /** What a piece of JSON was built to before, at its position now; undefined for what is new or no field of the root. */
  recall(json: JsonValue, position: number): AvroField | undefined;
  /** What a field was printed as before. */
  printed(position: number): string | undefined;
  /** Is told where another field is printed. */
  place(position: number, start: number, end: number): void;
  /** The fields for which the next version may look. */
  toKeep(root: AvroRecord, stored: string): WrittenField[];
}

/** Where a field of the root stands in the text, and how it is known. */
interface Piece {
  readonly json: JsonObject;
  readonly start: number;
  readonly end: number;
  readonly known: WrittenField | undefined;
}

/** How many of the earlier fields a text is compared with at one place, so that strange ones cost little. */
const MOST_COMPARED = 4;

/**
 * Looks for the fields of an earlier version, which mostly stand in the same order.
 *
 * @param text the new version
 * @param readJson reads the text of one field
 */
export function recallFields(
  text: string,
  earlier: readonly WrittenField[],
  readJson: (text: string) => JsonValue | undefined,
): FieldMemory {
  const pieces: Piece[] = [];
  const byPosition: Piece[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let next = 0;
  let taken = 0;

  function findKnown(start: number): WrittenField | undefined {
    const end = Math.min(next + MOST_COMPARED, earlier.length);
    for (let index = next; index < end; index += 1) {
      const known = earlier[index];
      if (known === undefined || !standsAt(text, known.written, start)) continue;
      next = index + 1;
      return known;
    }
    return undefined;
  }

  return {
    elements: {
      at(start) {
        const found = findKnown(start);
        if (found === undefined) return undefined;
        const known = found.read ? found : alone(found);
        const json = known.read?.json ?? readJson(known.written);
        if (!isJsonObject(json)) return undefined;
        const end = start + known.written.length;
        const piece = { json, start, end, known };
        pieces.push(piece);
        return piece;
      },
      read(json, start, end) {
        if (isJsonObject(json)) pieces.push({ json, start, end, known: undefined });
      },
    },
    recall(json, position) {
      const piece = pieces[taken];
      if (piece?.json !== json) return undefined;
      taken += 1;
      byPosition[position] = piece;
      const field = piece.known?.read?.field;
      return field === undefined || field.position === position ? field : { ...field, position };
    },
    printed: (position) => byPosition[position]?.known?.printed,
    place(position, start, end) {
      starts[position] = start;
      ends[position] = end;
    },
    toKeep(root, stored) {
      const kept: WrittenField[] = [];
      for (const field of root.fields) {
        const { position } = field;
        const piece = byPosition[position];
        if (piece === undefined) continue;
        const { json, known } = piece;
        if (known?.read?.field === field) kept.push(known);
        else if (known) kept.push({ ...known, read: { json, field } });
        else if (isOnlyText(field))
          kept.push({
            written: text.slice(piece.start, piece.end),
            printed: stored.slice(starts[position], ends[position]),
            read: undefined,
          });
      }
      return kept;
    },
  };
}

/** Whether a piece stands at a place of a text. As `startsWith` would say, in a fraction of its time. */
function standsAt(text: string, piece: string, start: number): boolean {
  const { length } = piece;
  // What differs mostly does so here, and what is left is compared as a whole.
  const middle = length >> 1;
  if (text.charCodeAt(start + middle) !== piece.charCodeAt(middle)) return false;
  return (
    text.charCodeAt(start + length - 1) === 0x7d && text.slice(start, start + length) === piece
  );
}

/** Whether a field says nothing that depends on what stands around it. */
function isOnlyText({ type, default: fallback }: AvroField): boolean {
  // An object may be looked at once more when all names are known.
  return !isJsonObject(fallback) && !isJsonArray(fallback) && holdsNoName(type);
}

function holdsNoName(type: AvroType): boolean {
  if (type.type === 'union') return type.branches.every((branch) => isPrimitiveName(branch.type));
  if (type.type === 'array') return isPrimitiveName(type.items.type);
  if (type.type === 'map') return isPrimitiveName(type.values.type);
  return isPrimitiveName(type.type);
}

/** A field that is no piece of a version any more: what comes again must not keep the version it came from in memory. */
function alone({ written, printed }: WrittenField): WrittenField {
  return { written: copy(written), printed: copy(printed), read: undefined };
}

/** The same text, joined anew: a piece that was cut out of another keeps the whole of that. */
function copy(text: string): string {
  return [text.slice(0, 1), text.slice(1)].join('');
}
