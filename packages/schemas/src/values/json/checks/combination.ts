import type { JsonValue } from '../../../lossless-json/value.ts';
import { isJsonArray } from '../../../lossless-json/value.ts';
import { describeFound } from '../../value-problem.ts';
import { describePart } from '../describe-part.ts';
import { addMarks, newMarks } from '../run.ts';
import type { Check, KeywordContext, Marks, Run, SchemaPart } from '../schema-part.ts';
import { fitsPart, isFull, tell, tellPart } from '../walk-part.ts';
import { tellClosestForm } from './closest-form.ts';

/** `allOf` */
export function readAllOf(written: JsonValue, context: KeywordContext): Check | undefined {
  const all = partsInList(written, 'allOf', context);
  return {
    fits: (value, run, marks) => {
      for (const part of all) if (!fitsPart(part, value, run, marks)) return false;
      return true;
    },
    tell: (value, telling) => {
      for (const part of all) {
        if (isFull(telling)) return;
        tellPart(part, value, telling);
      }
    },
  };
}

/** `anyOf` */
export function readAnyOf(written: JsonValue, context: KeywordContext): Check | undefined {
  const forms = partsInList(written, 'anyOf', context);
  if (forms.length === 0) return undefined;
  return {
    fits: (value, run, marks) => {
      if (marks !== undefined) return countFitting(forms, value, run, marks, Infinity) > 0;
      for (const part of forms) if (fitsPart(part, value, run, undefined)) return true;
      return false;
    },
    tell: (value, telling) => {
      if (forms.some((part) => fitsPart(part, value, telling.run, undefined))) return;
      tellClosestForm(forms, value, context.parts, telling);
    },
  };
}

/** `oneOf` */
export function readOneOf(written: JsonValue, context: KeywordContext): Check | undefined {
  const forms = partsInList(written, 'oneOf', context);
  if (forms.length === 0) return undefined;
  return {
    fits: (value, run, marks) => countFitting(forms, value, run, marks, 1) === 1,
    tell: (value, telling) => {
      const fitting = forms.filter((part) => fitsPart(part, value, telling.run, undefined));
      if (fitting.length === 1) return;
      if (fitting.length === 0) {
        tellClosestForm(forms, value, context.parts, telling);
        return;
      }
      const [first, second] = fitting.map(({ place }) => place.pointer);
      tell(telling, {
        expected: `exactly one of ${forms.length} forms`,
        found: `a value that fits ${fitting.length} of them`,
        why: `Exactly one of ${forms.length} forms may fit, but ${fitting.length} do: ${first} and ${second}${fitting.length > 2 ? ' and more' : ''} of the schema.`,
      });
    },
  };
}

/** `not` */
export function readNot(_: JsonValue, { place, parts }: KeywordContext): Check | undefined {
  const part = parts.child(place, 'not');
  if (part === undefined) return undefined;
  const fits = (value: unknown, run: Run): boolean => !fitsPart(part, value, run, undefined);
  return {
    fits,
    tell: (value, telling) => {
      if (fits(value, telling.run)) return;
      const kind = describePart(part, parts);
      const expected = kind === 'another value' ? kind : `anything but ${kind}`;
      const found = describeFound(value);
      const why = `The schema at ${part.place.pointer} must not fit, and it does: found ${found}.`;
      tell(telling, { expected, found, why });
    },
  };
}

/** `if`, `then` and `else` */
export function readIf(_: JsonValue, { place, parts }: KeywordContext): Check | undefined {
  const condition = parts.child(place, 'if');
  const [yes, no] = [parts.child(place, 'then'), parts.child(place, 'else')];
  if (condition === undefined) return undefined;
  const follows = (value: unknown, run: Run, marks: Marks | undefined): SchemaPart | undefined => {
    const own = marks && newMarks();
    const holds = fitsPart(condition, value, run, own);
    if (holds && marks !== undefined && own !== undefined) addMarks(marks, own);
    return holds ? yes : no;
  };
  return {
    fits: (value, run, marks) => {
      const part = follows(value, run, marks);
      return part === undefined || fitsPart(part, value, run, marks);
    },
    tell: (value, telling) => {
      const part = follows(value, telling.run, undefined);
      if (part !== undefined) tellPart(part, value, telling);
    },
  };
}

function countFitting(
  forms: readonly SchemaPart[],
  value: unknown,
  run: Run,
  marks: Marks | undefined,
  enough: number,
): number {
  let count = 0;
  for (const part of forms) {
    const own = marks && newMarks();
    if (!fitsPart(part, value, run, own)) continue;
    count += 1;
    if (count > enough) return count;
    if (marks !== undefined && own !== undefined) addMarks(marks, own);
  }
  return count;
}

function partsInList(
  written: JsonValue,
  keyword: string,
  { place, parts }: KeywordContext,
): SchemaPart[] {
  if (!isJsonArray(written)) return [];
  return written
    .map((_, index) => parts.child(place, keyword, index))
    .filter((part) => part !== undefined);
}
