import { branchSuffixes } from '../../field-walk/json/inner-schemas.ts';
import type { Alternative } from '../../field-walk/json/schema-links.ts';
import { typeAndNullInWords } from '../../field-walk/json/type-in-words.ts';
import type { SchemaPlace } from '../../json/schema-place.ts';
import { isJsonArray } from '../../lossless-json/value.ts';
import { alignSequences } from '../align-sequences.ts';
import { placeSubject, shorten } from '../say-value.ts';
import { compareProperty, reportSpelling } from './compare-annotations.ts';
import { reportConstraint } from './compare-constraints.ts';
import { isSchema } from './compare-objects.ts';
import type { ComparedPlace, ComparedSchema, Comparison } from './json-change.ts';
import { within } from './json-change.ts';
import type { Branch } from './match-branches.ts';
import { matchBranches } from './match-branches.ts';
import type { SchemaView } from './schema-view.ts';

type Combination = 'allOf' | 'anyOf' | 'oneOf';

const WORDS: Readonly<Record<Combination, [may: string, mayNot: string]>> = {
  allOf: ['must also be', 'need not be'],
  anyOf: ['may also be', 'may not be'],
  oneOf: ['may also be', 'may not be'],
};
const MOST_NAMED = 12;

/** Compares all combinations of two schemas; where `anyOf` became `oneOf`, their branches. */
export function compareCombinations(
  before: SchemaView,
  after: SchemaView,
  place: ComparedPlace,
  comparison: Comparison,
): void {
  const [old, next] = [before, after].map(onlyAlternatives);
  if (old !== undefined && next !== undefined && old !== next) {
    const value = placeSubject(place.path).within;
    const rule = next === 'oneOf' ? 'exactly one' : 'at least one';
    const message = `Of the branches of ${value}, ${rule} must fit now: '${old}' became '${next}'.`;
    const said = { before: old, after: next };
    comparison.report({ ...place, keyword: next, kind: 'constraint_changed', ...said, message });
    compareCombination(before, after, old, next, place, comparison);
    compareCombination(before, after, 'allOf', 'allOf', place, comparison);
    return;
  }
  for (const keyword of ['allOf', 'anyOf', 'oneOf'] as const) {
    compareCombination(before, after, keyword, keyword, place, comparison);
  }
}

function compareCombination(
  before: SchemaView,
  after: SchemaView,
  oldKeyword: Combination,
  keyword: Combination,
  place: ComparedPlace,
  comparison: Comparison,
): void {
  const [old, next] = [before.members.get(oldKeyword), after.members.get(keyword)];
  const [oldList, nextList] = [old ?? [], next ?? []];
  if (!isSchemaList(oldList) || !isSchemaList(nextList)) {
    compareProperty(before, after, keyword, place, comparison);
    return;
  }
  if (oldList.length + nextList.length === 0) {
    if ((old === undefined) !== (next === undefined)) {
      reportSpelling(old, next, keyword, place, comparison);
    }
    return;
  }
  if (keyword !== 'allOf' && (oldList.length === 0) !== (nextList.length === 0)) {
    reportAlternatives(before, after, keyword, place, comparison);
    return;
  }
  const oldBranches = branchesOf(before, oldKeyword, oldList.length, comparison.old);
  const nextBranches = branchesOf(after, keyword, nextList.length, comparison.next);
  const matches = matchBranches(oldBranches, nextBranches, comparison);
  const aligned = alignSequences(oldBranches.length, matches);
  for (const element of aligned) {
    const was = oldBranches[element.before ?? -1];
    const is = nextBranches[element.after ?? -1];
    const path = `${place.path}${(is ?? was)?.suffix ?? ''}`;
    comparison.later(() => {
      if (was !== undefined && is !== undefined) {
        comparison.compare(was.place, is.place, within(place, path, keyword));
      } else reportBranch(was?.place, is?.place, keyword, { ...place, path }, comparison);
    });
  }
  if (aligned.some((element) => element.moved)) {
    reportOrder(oldBranches, nextBranches, keyword, place, comparison);
  }
}

function branchesOf(
  view: SchemaView,
  keyword: Combination,
  count: number,
  { outline }: ComparedSchema,
): Branch[] {
  const { links, factsOf } = outline;
  const places = count === 0 ? [] : links.list(view.holder(keyword), keyword);
  if (keyword === 'allOf') return places.map((place) => ({ place, suffix: '' }));
  const alternatives = places.map((place, index): Alternative => ({ keyword, index, place }));
  const suffixes = branchSuffixes(alternatives, links, factsOf);
  return places.map((place, index) => ({ place, suffix: suffixes[index] ?? '' }));
}

function reportBranch(
  before: SchemaPlace | undefined,
  after: SchemaPlace | undefined,
  keyword: Combination,
  place: ComparedPlace,
  { report, old, next }: Comparison,
): void {
  const { start } = placeSubject(place.path.replace(/\([^()]*\)$/, ''));
  const sides = { was: { ...place.was, part: before }, is: { ...place.is, part: after } };
  const [may, mayNot] = WORDS[keyword];
  if (after !== undefined) {
    const words = typeAndNullInWords(after, next.outline);
    const message = `${start} ${may} ${words} now.`;
    report({ ...place, ...sides, keyword, kind: 'branch_added', after: words, message });
  } else if (before !== undefined) {
    const words = typeAndNullInWords(before, old.outline);
    const message = `${start} ${mayNot} ${words} any more.`;
    report({ ...place, ...sides, keyword, kind: 'branch_removed', before: words, message });
  }
}

/** Tells that a value must be one of several, or need not any more. */
function reportAlternatives(
  before: SchemaView,
  after: SchemaView,
  keyword: Combination,
  place: ComparedPlace,
  comparison: Comparison,
): void {
  const { old, next } = comparison;
  const [from, to] = [
    { view: before, side: old },
    { view: after, side: next },
  ].map(({ view, side }) => {
    const written = view.members.get(keyword);
    if (!isJsonArray(written) || written.length === 0) return undefined;
    return sayBranches(branchesOf(view, keyword, written.length, side), side);
  });
  reportConstraint(from, to, keyword, place, comparison);
}

function reportOrder(
  before: readonly Branch[],
  after: readonly Branch[],
  keyword: Combination,
  place: ComparedPlace,
  { report, old, next }: Comparison,
): void {
  const said = { before: sayBranches(before, old), after: sayBranches(after, next) };
  const value = placeSubject(place.path).within;
  const message = `The branches of ${value} stand in another order: ${said.after}; they were ${said.before}.`;
  report({ ...place, keyword, kind: 'branches_moved', ...said, message });
}

function sayBranches(branches: readonly Branch[], { outline }: ComparedSchema): string {
  const shown = branches
    .slice(0, MOST_NAMED)
    .map((branch) => typeAndNullInWords(branch.place, outline));
  return shorten(`${shown.join(', ')}${branches.length > MOST_NAMED ? ', …' : ''}`);
}

/** The one of `anyOf` and `oneOf` that a schema has, if it has one of them. */
function onlyAlternatives({ members }: SchemaView): 'anyOf' | 'oneOf' | undefined {
  const [anyOf, oneOf] = [members.has('anyOf'), members.has('oneOf')];
  if (anyOf === oneOf) return undefined;
  return anyOf ? 'anyOf' : 'oneOf';
}

function isSchemaList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.every(isSchema);
}
