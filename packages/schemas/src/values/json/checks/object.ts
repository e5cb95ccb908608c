import { spendEffort } from '../../../json/effort.ts';
import type { JsonValue } from '../../../lossless-json/value.ts';
import { isJsonArray, isJsonObject } from '../../../lossless-json/value.ts';
import { isMembers } from '../../plain-value.ts';
import { quote } from '../../value-problem.ts';
import { describePart } from '../describe-part.ts';
import type { Check, KeywordContext, Run, SchemaPart } from '../schema-part.ts';
import { fitsInside, isFull, tell, tellInside } from '../walk-part.ts';
import { hasMember, memberNames } from './members.ts';
import { objectCheck } from './plain-check.ts';
import { readCount } from './read-count.ts';
import { tellAbsence, tellUnknown } from './tell-members.ts';

/** `minProperties` */
export function readMinProperties(written: JsonValue): Check | undefined {
  const least = readCount(written);
  if (least === undefined) return undefined;
  const expected = `an object with at least ${properties(least)}`;
  return objectCheck(expected, (value) => memberNames(value).length >= least);
}

/** `maxProperties` */
export function readMaxProperties(written: JsonValue): Check | undefined {
  const most = readCount(written);
  if (most === undefined) return undefined;
  const expected = `an object with at most ${properties(most)}`;
  return objectCheck(expected, (value) => memberNames(value).length <= most);
}

/** `required` */
export function readRequired(
  written: JsonValue,
  { place, parts }: KeywordContext,
): Check | undefined {
  if (!isJsonArray(written)) return undefined;
  const names = written.filter((name) => typeof name === 'string');
  return {
    fits: (value, run) => {
      spendEffort(run.effort, names.length / 8);
      return !isMembers(value) || names.every((name) => hasMember(value, name));
    },
    tell: (value, telling) => {
      if (!isMembers(value)) return;
      for (const name of names) {
        if (hasMember(value, name)) continue;
        tellAbsence(name, '', place, parts, telling);
      }
    },
  };
}

/** `propertyNames` */
export function readPropertyNames(
  _: JsonValue,
  { place, parts }: KeywordContext,
): Check | undefined {
  const part = parts.child(place, 'propertyNames');
  if (part === undefined) return undefined;
  return {
    fits: (value, run) =>
      !isMembers(value) || memberNames(value).every((name) => fitsInside(part, name, run)),
    tell: (value, telling) => {
      if (!isMembers(value)) return;
      for (const name of memberNames(value)) {
        if (isFull(telling)) return;
        if (fitsInside(part, name, telling.run)) continue;
        const problems: typeof telling.problems = [];
        tellInside(part, name, name, {
          ...telling,
          path: [],
          problems,
          limit: 1,
          isShallow: false,
        });
        const [problem] = problems;
        const expected = problem?.expected ?? describePart(part, parts);
        const why = `The name of this property does not fit: expected ${expected}, found ${quote(name)}.`;
        tell(telling, { expected, found: `the name ${quote(name)}`, why, step: name });
      }
    },
  };
}

/** `properties`, `patternProperties` and `additionalProperties`, which only make sense together. */
export function readMembers(_: JsonValue, context: KeywordContext): Check {
  const { place, keywords, parts } = context;
  const named = partsByName(context, 'properties');
  const patterned = partsByName(context, 'patternProperties');
  const others = keywords.has('additionalProperties')
    ? parts.child(place, 'additionalProperties')
    : undefined;

  /** Everything that a member has to fit; the last part is there for what nothing else names. */
  function partsFor(name: string, run: Run): readonly SchemaPart[] {
    const own = named.get(name);
    if (patterned.size === 0)
      return own !== undefined ? [own] : others !== undefined ? [others] : [];
    const found = own === undefined ? [] : [own];
    for (const [pattern, part] of patterned) {
      if (parts.pattern(pattern, run).matches(name, run.effort)) found.push(part);
    }
    return found.length === 0 && others !== undefined ? [others] : found;
  }

  return {
    fits: (value, run, marks) => {
      if (!isMembers(value)) return true;
      for (const name of memberNames(value)) {
        spendEffort(run.effort, 1 / 4);
        const all = partsFor(name, run);
        for (const part of all) if (!fitsInside(part, value[name], run)) return false;
        if (all.length > 0) marks?.properties.add(name);
      }
      return true;
    },
    tell: (value, telling) => {
      if (!isMembers(value)) return;
      for (const name of memberNames(value)) {
        if (isFull(telling)) return;
        spendEffort(telling.run.effort, 1 / 4);
        const all = partsFor(name, telling.run);
        // It is allowed, but another form may be the one that knows it.
        if (all.length === 0 && named.size > 0) telling.weight += 1;
        for (const part of all) {
          if (part !== others || part.always !== false)
            tellInside(part, value[name], name, telling);
          else {
            const known = [...named.keys()];
            tellUnknown(name, value, known, [...patterned.keys()], telling);
          }
        }
      }
    },
  };
}

/** The schemas that a keyword gives by name. */
export function partsByName(
  { place, keywords, parts }: KeywordContext,
  keyword: string,
): Map<string, SchemaPart> {
  const byName = new Map<string, SchemaPart>();
  const written = keywords.get(keyword);
  if (!isJsonObject(written)) return byName;
  for (const name of written.keys()) {
    const part = parts.child(place, keyword, name);
    if (part !== undefined) byName.set(name, part);
  }
  return byName;
}

function properties(count: number): string {
  return count === 1 ? '1 property' : `${count} properties`;
}
