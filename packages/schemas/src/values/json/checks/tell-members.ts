import type { SchemaPlace } from '../../../json/schema-place.ts';
import { closestName } from '../../closest-name.ts';
import { describeFound, listNames, quote } from '../../value-problem.ts';
import { describePart } from '../describe-part.ts';
import type { SchemaParts, Telling } from '../schema-part.ts';
import { tell } from '../walk-part.ts';
import { hasMember } from './members.ts';

const WEIGHT_OF_ABSENCE = 4;
const WEIGHT_OF_STRANGER = 2;

/** Tells that a member may not be there. */
export function tellUnknown(
  name: string,
  value: Readonly<Record<string, unknown>>,
  known: readonly string[],
  patterns: readonly string[],
  telling: Telling,
): void {
  const absent = known.filter((other) => !hasMember(value, other));
  const close = closestName(name, absent);
  const choices: string[] = [];
  if (known.length > 0) choices.push(listNames(known));
  if (patterns.length > 0) choices.push(`names that match ${listNames(patterns)}`);
  const expected = choices.length === 0 ? 'no such property' : choices.join(' or ');
  const allowed = choices.length === 0 ? 'It allows none.' : `It allows ${expected}.`;
  tell(telling, {
    expected,
    found: describeFound(value[name]),
    why: 'The schema allows no property of this name here.',
    hint: close === undefined ? allowed : `Write ${close}.`,
    step: name,
    weight: WEIGHT_OF_STRANGER,
  });
}

/** Tells that a member has to be there. */
export function tellAbsence(
  name: string,
  because: string,
  place: SchemaPlace,
  parts: SchemaParts,
  telling: Telling,
): void {
  const part = parts.child(place, 'properties', name);
  const kind = part === undefined ? 'another value' : describePart(part, parts);
  const expected = kind === 'another value' ? 'a value' : kind;
  const what = kind === 'another value' ? '' : ` (${kind})`;
  tell(telling, {
    expected,
    found: 'nothing',
    why: `The property ${quote(name)}${what} is required${because}.`,
    step: name,
    weight: WEIGHT_OF_ABSENCE,
  });
}
