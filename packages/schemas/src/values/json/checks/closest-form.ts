import type { ValueProblem } from '../../value-problem.ts';
import { describeFound } from '../../value-problem.ts';
import { describePart } from '../describe-part.ts';
import type { SchemaPart, SchemaParts, Telling } from '../schema-part.ts';
import { tell, tellPart, WEIGHT_OF_WORD } from '../walk-part.ts';

const OTHER_KIND = 100;
const MOST_NAMED = 8;
const MOST_DESCRIBED = 200;

/**
 * Tells what is wrong with a value in the one form that it is nearest to, as what the other forms
 * miss would only be noise. Where it is near to none, the forms are named.
 */
export function tellClosestForm(
  forms: readonly SchemaPart[],
  value: unknown,
  parts: SchemaParts,
  telling: Telling,
): void {
  let closest: SchemaPart[] = [];
  let least = OTHER_KIND;
  for (const form of forms) {
    const weighing: Telling = { ...telling, problems: [], isShallow: true, weight: 0 };
    tellPart(form, value, weighing);
    if (weighing.weight > least || weighing.weight >= OTHER_KIND) continue;
    if (weighing.weight < least) closest = [];
    closest.push(form);
    least = weighing.weight;
  }
  if (telling.isShallow) {
    telling.weight += least;
    return;
  }
  const [first] = closest;
  const told = first === undefined ? [] : tellApart(first, value, telling);
  // Where only a word decides, all words that it could have been are told.
  const isWord = least >= WEIGHT_OF_WORD && least < 2 * WEIGHT_OF_WORD;
  const word = isWord ? joinWords(closest, value, telling) : undefined;
  if (word !== undefined) telling.problems.push(word);
  else if (told.length > 0) telling.problems.push(...told.slice(0, telling.limit));
  else tell(telling, { expected: nameForms(forms, parts), found: describeFound(value) });
}

function tellApart(form: SchemaPart, value: unknown, telling: Telling): ValueProblem[] {
  const limit = telling.limit - telling.problems.length;
  const apart: Telling = { ...telling, problems: [], limit, weight: 0 };
  tellPart(form, value, apart);
  return apart.problems;
}

/** One problem for all forms, if each has one and all have it at the same place. */
function joinWords(
  forms: readonly SchemaPart[],
  value: unknown,
  telling: Telling,
): ValueProblem | undefined {
  const problems = forms
    .slice(0, MOST_DESCRIBED)
    .map((form) => tellApart(form, value, { ...telling, problems: [], limit: 2 }));
  const [first] = problems[0] ?? [];
  if (first === undefined || forms.length === 1) return undefined;
  const expected = new Set<string>();
  for (const [problem, ...more] of problems) {
    if (problem === undefined || more.length > 0 || problem.path !== first.path) return undefined;
    expected.add(problem.expected);
  }
  const named = [...expected].slice(0, MOST_NAMED).join(' or ');
  const all = expected.size > MOST_NAMED ? `${named} or another one` : named;
  return { ...first, expected: all, message: `Expected ${all}, found ${first.found}.` };
}

function nameForms(forms: readonly SchemaPart[], parts: SchemaParts): string {
  const names = new Set(forms.slice(0, MOST_DESCRIBED).map((form) => describePart(form, parts)));
  const named = [...names].slice(0, MOST_NAMED);
  const isWhole = named.length === names.size && forms.length <= MOST_DESCRIBED;
  return `${named.join(' or ')}${isWhole ? '' : ' or another form'}`;
}
