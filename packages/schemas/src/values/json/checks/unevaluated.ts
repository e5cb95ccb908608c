import type { JsonValue } from '../../../lossless-json/value.ts';
import { isMembers } from '../../plain-value.ts';
import { newMarks } from '../run.ts';
import type { Check, KeywordContext, Marks, SchemaPart, Telling } from '../schema-part.ts';
import { fitsInside, tell, tellInside } from '../walk-part.ts';
import { memberNames } from './members.ts';
import { tellUnknown } from './tell-members.ts';

/** The checks beside it, which say what was spoken of. */
type Others = readonly Check[];

/** `unevaluatedProperties` */
export function readUnevaluatedProperties(
  _: JsonValue,
  { place, parts }: KeywordContext,
  others: Others,
): Check | undefined {
  const part = parts.child(place, 'unevaluatedProperties');
  if (part === undefined) return undefined;
  const left = (value: Readonly<Record<string, unknown>>, { properties }: Marks): string[] =>
    memberNames(value).filter((name) => !properties.has(name));
  return {
    fits: (value, run, marks = newMarks()) => {
      if (!isMembers(value)) return true;
      const names = left(value, marks);
      if (!names.every((name) => fitsInside(part, value[name], run))) return false;
      for (const name of names) marks.properties.add(name);
      return true;
    },
    tell: (value, telling) => {
      if (!isMembers(value)) return;
      const marks = newMarks();
      // Where something else is wrong, much is not spoken of that would be if it were right.
      if (!others.every((check) => check.fits(value, telling.run, marks))) return;
      for (const name of left(value, marks)) {
        if (part.always === false) tellUnknown(name, value, [...marks.properties], [], telling);
        else tellInside(part, value[name], name, telling);
      }
    },
  };
}

/** `unevaluatedItems` */
export function readUnevaluatedItems(
  _: JsonValue,
  { place, parts }: KeywordContext,
  others: Others,
): Check | undefined {
  const part = parts.child(place, 'unevaluatedItems');
  if (part === undefined) return undefined;
  return {
    fits: (value, run, marks = newMarks()) => {
      if (!Array.isArray(value)) return true;
      for (const index of indexesLeft(value, marks)) {
        if (!fitsInside(part, value[index], run)) return false;
      }
      marks.itemsBefore = value.length;
      return true;
    },
    tell: (value, telling) => {
      if (!Array.isArray(value)) return;
      const marks = newMarks();
      if (!others.every((check) => check.fits(value, telling.run, marks))) return;
      for (const index of indexesLeft(value, marks))
        tellElement(part, value[index], index, telling);
    },
  };
}

function tellElement(part: SchemaPart, element: unknown, index: number, telling: Telling): void {
  if (part.always !== false) {
    tellInside(part, element, index, telling);
    return;
  }
  const expected = `a list of at most ${index}`;
  const why = 'The schema allows no element here.';
  tell(telling, { expected, found: 'one more element', why, step: index });
}

function* indexesLeft(list: readonly unknown[], { items, itemsBefore }: Marks): Iterable<number> {
  for (let index = itemsBefore; index < list.length; index += 1) {
    if (!items.has(index)) yield index;
  }
}
