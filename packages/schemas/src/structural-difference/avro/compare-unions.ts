import type { AvroType } from '../../avro/model.ts';
import { isNamed } from '../../avro/model.ts';
import { branchPaths } from '../../field-walk/avro/field-path.ts';
import {
  isNullable,
  typeAndNullInWords,
  typeInWords,
} from '../../field-walk/avro/type-in-words.ts';
import { alignSequences } from '../align-sequences.ts';
import { placeSubject } from '../say-value.ts';
import type { ComparedPlace, Comparison } from './avro-change.ts';
import type { TypeMatches } from './match-types.ts';

type Compare = (
  before: AvroType,
  after: AvroType,
  place: ComparedPlace,
  comparison: Comparison,
) => void;

// What Avro reads as one another, so that a branch of one kind can have become one of the other.
const NUMBERS = ['int', 'long', 'float', 'double'];
const TEXTS = ['string', 'bytes'];

/** Compares unions branch by branch; a type that is no union counts as one of itself. Null is told apart. */
export function compareUnions(
  before: AvroType,
  after: AvroType,
  place: ComparedPlace,
  comparison: Comparison,
  compare: Compare,
): void {
  const { later, report, nameType, announceAdded, announceRemoved } = comparison;
  const [old, next] = [branchesOf(before), branchesOf(after)];
  const matches = matchBranches(old, next, comparison.matches);
  const oldPaths = before.type === 'union' ? branchPaths(before, place.path) : [place.path];
  const nextPaths = after.type === 'union' ? branchPaths(after, place.path) : [place.path];
  const { within } = placeSubject(place.path);

  for (const element of alignSequences(old.length, matches)) {
    const oldBranch = element.before === undefined ? undefined : old[element.before];
    const nextBranch = element.after === undefined ? undefined : next[element.after];
    const oldPath = oldPaths[element.before ?? -1] ?? place.path;
    const nextPath = nextPaths[element.after ?? -1] ?? place.path;
    const was = { ...place.was, type: oldBranch };
    const is = { ...place.is, type: nextBranch };
    if (oldBranch?.type === 'null' || nextBranch?.type === 'null') continue;
    later(() => {
      if (oldBranch !== undefined && nextBranch !== undefined) {
        compare(oldBranch, nextBranch, { ...place, path: nextPath }, comparison);
      } else if (nextBranch !== undefined) {
        const name = typeInWords(nextBranch, nameType);
        const message = `The union of ${within} may hold ${name} now.`;
        report({ kind: 'branch_added', path: nextPath, was, is, after: name, message });
        announceAdded(nextBranch, nextPath);
      } else if (oldBranch !== undefined) {
        const name = typeInWords(oldBranch, nameType);
        const message = `The union of ${within} may not hold ${name} any more.`;
        report({ kind: 'branch_removed', path: oldPath, was, is, before: name, message });
        announceRemoved(oldBranch, oldPath);
      }
    });
  }
  reportBranchOrder(before, after, place, comparison, matches);
}

/** Tells where branches that stayed stand in another order, null among them. */
export function reportBranchOrder(
  before: AvroType,
  after: AvroType,
  place: ComparedPlace,
  { report, nameType }: Comparison,
  known?: readonly (number | undefined)[],
): void {
  if (before.type !== 'union' || after.type !== 'union') return;
  const [old, next] = [before.branches, after.branches];
  // Two unions of null and one other type differ in order exactly where null stands elsewhere.
  const moved =
    known === undefined
      ? isNullable(before) &&
        isNullable(after) &&
        (old[0]?.type === 'null') !== (next[0]?.type === 'null')
      : alignSequences(old.length, known).some((element) => element.moved);
  if (!moved) return;
  const sayOrder = (union: AvroType): string => {
    if (union.type !== 'union') return '';
    const shown = union.branches.slice(0, 12).map((branch) => typeAndNullInWords(branch, nameType));
    return shown.length < union.branches.length ? `${shown.join(', ')}, …` : shown.join(', ');
  };
  const said = { before: sayOrder(before), after: sayOrder(after) };
  const { within } = placeSubject(place.path);
  const message = `The branches of ${within} stand in another order: ${said.after}; they were ${said.before}.`;
  const was = { ...place.was, type: before };
  const is = { ...place.is, type: after };
  report({ kind: 'branches_moved', path: place.path, was, is, ...said, message });
}

function branchesOf(type: AvroType): readonly AvroType[] {
  return type.type === 'union' ? type.branches : [type];
}

/** For each newer branch the older one that it continues. */
function matchBranches(
  old: readonly AvroType[],
  next: readonly AvroType[],
  { earlier }: TypeMatches,
): (number | undefined)[] {
  const places = new Map<unknown, number>();
  for (const [index, branch] of old.entries()) places.set(branchKey(branch), index);
  const matches = next.map((branch) =>
    places.get(isNamed(branch) ? branchKey(earlier(branch) ?? branch) : branch.type),
  );
  const taken = new Set(matches);
  for (const family of [NUMBERS, TEXTS]) {
    const left = [...old.keys()].filter(
      (index) => !taken.has(index) && family.includes(old[index]?.type ?? ''),
    );
    for (const [index, branch] of next.entries()) {
      if (matches[index] === undefined && family.includes(branch.type)) {
        matches[index] = left.shift();
      }
    }
  }
  return matches;
}

// Full names cannot be mistaken for the words of other types: none may be called like a primitive.
function branchKey(branch: AvroType): string {
  return isNamed(branch) ? `.${branch.name.fullName}` : branch.type;
}
