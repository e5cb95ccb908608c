import type { SchemaPlace } from '../../json/schema-place.ts';
import { isJsonArray, isJsonObject } from '../../lossless-json/value.ts';
import {
  compareDefaults,
  compareDocs,
  compareFormats,
  compareProperty,
  reportSpelling,
} from './compare-annotations.ts';
import { compareCombinations } from './compare-branches.ts';
import { compareConstraint, compareEnums, constraintKeywords } from './compare-constraints.ts';
import { compareContentModel, comparePatterns, contentKeywords } from './compare-content.ts';
import { compareProperties, compareRequired } from './compare-objects.ts';
import {
  compareDependencies,
  compareItems,
  comparePart,
  compareTuples,
  singleParts,
} from './compare-parts.ts';
import { compareReferences } from './compare-references.ts';
import { compareTypes, reportNull, reportType } from './compare-types.ts';
import type { ComparedPlace, Comparison } from './json-change.ts';
import type { SchemaView } from './schema-view.ts';
import { joinedView, onlyBranch, plainView } from './schema-view.ts';

type CompareKeyword = (
  before: SchemaView,
  after: SchemaView,
  place: ComparedPlace,
  comparison: Comparison,
) => void;

/** Keywords that say something of a value's kind. Where the kinds have nothing in common they need no look. */
const ofValues: readonly (readonly [keywords: readonly string[], compare: CompareKeyword])[] = [
  [['enum'], compareEnums],
  ...constraintKeywords.map((keyword) => [[keyword], one(keyword, compareConstraint)] as const),
  [['required'], compareRequired],
  [['properties'], compareProperties],
  [['patternProperties'], comparePatterns],
  ...contentKeywords.map((keyword) => [[keyword], one(keyword, compareContentModel)] as const),
  [['items'], compareItems],
  [['prefixItems'], (...args) => compareTuples(args[0], args[1], 'prefixItems', args[2], args[3])],
  [['allOf', 'anyOf', 'oneOf'], compareCombinations],
  ...Object.keys(singleParts).map((keyword) => [[keyword], one(keyword, comparePart)] as const),
  ...(['dependencies', 'dependentSchemas'] as const).map((keyword) => {
    const compare: CompareKeyword = (before, after, place, comparison) =>
      compareDependencies(before, after, keyword, place, comparison);
    return [[keyword], compare] as const;
  }),
];

/** Keywords that are compared apart from all others. */
const apart: ReadonlySet<string> = new Set([
  ...ofValues.flatMap(([keywords]) => keywords),
  ...['type', 'title', 'description', 'default', 'format'],
  ...['$ref', '$dynamicRef', '$recursiveRef', '$schema', 'definitions', '$defs'],
]);

/** Compares two schemas that describe the same value, each with everything that is written in it. */
export function compareSchemas(
  before: SchemaPlace,
  after: SchemaPlace,
  outer: ComparedPlace,
  comparison: Comparison,
): void {
  const sides = { was: { ...outer.was, place: before }, is: { ...outer.is, place: after } };
  const place = { ...outer, ...sides };
  if (!isJsonObject(before.value) || !isJsonObject(after.value)) {
    if (before.value === after.value) return;
    reportType(plainView(before), plainView(after), place, comparison);
    return;
  }
  if (!comparison.visit(after)) return;
  compareOwn(plainView(before), plainView(after), place, comparison);
}

function compareOwn(
  plainBefore: SchemaView,
  plainAfter: SchemaView,
  place: ComparedPlace,
  comparison: Comparison,
): void {
  const references = compareReferences(plainBefore, plainAfter, place, comparison);
  const { before, after, nullKnown } = lookThrough(
    references.before,
    references.after,
    place,
    comparison,
  );
  compareDrafts(before, after, place, comparison);
  compareDocs(before, after, 'title', place, comparison);
  compareDocs(before, after, 'description', place, comparison);
  compareDefaults(before, after, place, comparison);
  if (references.unlike) return;
  const inCommon = compareTypes(before, after, nullKnown, place, comparison);
  if (inCommon) {
    compareFormats(before, after, place, comparison);
    const { members: old } = before;
    const { members: next } = after;
    // In the order of the newer schema, so that what is below comes in its order.
    const ranks = new Map([...next.keys()].map((keyword, index) => [keyword, index]));
    const written = ofValues
      .filter(([keywords]) => keywords.some((keyword) => old.has(keyword) || next.has(keyword)))
      .map(([keywords, compare]) => {
        const rank = Math.min(...keywords.map((keyword) => ranks.get(keyword) ?? ranks.size));
        return { rank, compare };
      });
    for (const { compare } of written.sort((a, b) => a.rank - b.rank)) {
      compare(before, after, place, comparison);
    }
  }
  for (const keyword of new Set([...after.members.keys(), ...before.members.keys()])) {
    if (!apart.has(keyword)) compareProperty(before, after, keyword, place, comparison);
  }
  for (const keyword of ['definitions', '$defs']) {
    compareContainers(before, after, keyword, place, comparison);
  }
}

/** Where only one of two schemas consists of a single branch, null aside, that branch is compared. */
function lookThrough(
  before: SchemaView,
  after: SchemaView,
  place: ComparedPlace,
  comparison: Comparison,
): { before: SchemaView; after: SchemaView; nullKnown: boolean } {
  const [old, next] = [
    onlyBranch(before, comparison.old.outline.links),
    onlyBranch(after, comparison.next.outline.links),
  ];
  const found = old ?? next;
  const plain = old === undefined ? before : after;
  const same = { before, after, nullKnown: false };
  if (found === undefined || (old !== undefined && next !== undefined)) return same;
  if (['anyOf', 'oneOf', 'allOf'].some((keyword) => plain.members.has(keyword))) return same;
  const { keyword, inner } = found;
  const type = plain.members.get('type');
  const plainIsNullable = type === 'null' || (isJsonArray(type) && type.includes('null'));
  if (found.besideNull !== plainIsNullable && type !== undefined) {
    reportNull(before, after, (next !== undefined) === found.besideNull, place, comparison);
  } else {
    const written = (old === undefined ? after : before).members.get(keyword);
    const [was, is] = old === undefined ? [undefined, written] : [written, undefined];
    reportSpelling(was, is, keyword, place, comparison);
  }
  if (next === undefined) {
    return { before: joinedView(before, inner, keyword), after, nullKnown: true };
  }
  comparison.visit(inner);
  return { before, after: joinedView(after, inner, keyword), nullKnown: true };
}

/** Compares `$schema`: the draft, or only how it is written. */
function compareDrafts(
  before: SchemaView,
  after: SchemaView,
  place: ComparedPlace,
  comparison: Comparison,
): void {
  const [old, next] = [comparison.old.schema.draft, comparison.next.schema.draft];
  if (old === next || place.path !== '' || before.place.pointer !== '') {
    compareProperty(before, after, '$schema', place, comparison);
    return;
  }
  if (before.members.get('$schema') === after.members.get('$schema')) return;
  const message = `The schema is written in ${sayDraft(next)} now, it was ${sayDraft(old)}.`;
  comparison.report({
    ...place,
    keyword: '$schema',
    kind: 'draft_changed',
    before: old,
    after: next,
    message,
  });
}

function sayDraft(draft: string): string {
  return draft.startsWith('draft-') ? draft.replace('-0', ' ') : `draft ${draft}`;
}

/** Definitions are compared one by one; this tells of what holds none. */
function compareContainers(
  before: SchemaView,
  after: SchemaView,
  keyword: string,
  place: ComparedPlace,
  comparison: Comparison,
): void {
  const [old, next] = [before.members.get(keyword), after.members.get(keyword)];
  const hasSchemas = [old, next].some((value) => isJsonObject(value) && value.size > 0);
  const isOdd = [old, next].some((value) => value !== undefined && !isJsonObject(value));
  if (!hasSchemas || isOdd) compareProperty(before, after, keyword, place, comparison);
  else {
    const odd = (value: typeof old): [string, unknown][] =>
      isJsonObject(value)
        ? [...value].filter(([, member]) => !isJsonObject(member) && typeof member !== 'boolean')
        : [];
    const [oldOdd, nextOdd] = [odd(old), odd(next)];
    if (JSON.stringify(oldOdd) !== JSON.stringify(nextOdd)) {
      compareProperty(before, after, keyword, place, comparison);
    }
  }
}

function one(
  keyword: string,
  compare: (
    before: SchemaView,
    after: SchemaView,
    keyword: string,
    place: ComparedPlace,
    comparison: Comparison,
  ) => void,
): CompareKeyword {
  return (before, after, place, comparison) => compare(before, after, keyword, place, comparison);
}
