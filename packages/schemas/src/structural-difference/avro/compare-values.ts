import type { AvroType } from '../../avro/model.ts';
import { isNamed } from '../../avro/model.ts';
import {
  branchesBesideNull,
  isNullable,
  typeAndNullInWords,
  typeInWords,
} from '../../field-walk/avro/type-in-words.ts';
import { placeSubject } from '../say-value.ts';
import type { ComparedPlace, Comparison } from './avro-change.ts';
import { compareLogicalTypes, compareTypeProperties } from './compare-attributes.ts';
import { compareNamed } from './compare-named.ts';
import { compareUnions, reportBranchOrder } from './compare-unions.ts';

/** Compares the types of one value: whether it may be null first, then what it is otherwise. */
export function compareValues(
  before: AvroType,
  after: AvroType,
  place: ComparedPlace,
  comparison: Comparison,
): void {
  const nullable = [isNullable(before), isNullable(after)];
  const [old, next] = [branchesBesideNull(before), branchesBesideNull(after)];
  const types = { was: { ...place.was, type: before }, is: { ...place.is, type: after } };
  const here = { ...place, ...types };
  if (nullable[0] !== nullable[1]) reportNull(before, after, here, comparison);
  const [onlyOld, onlyNext] = [old[0], next[0]];
  if (old.length === 1 && next.length === 1 && onlyOld && onlyNext) {
    const inUnion = [before.type === 'union', after.type === 'union'];
    // A union of one type is written with a branch's number, so it is another type.
    if (nullable[0] === nullable[1] && inUnion[0] !== inUnion[1]) {
      reportType(before, after, here, comparison);
    } else reportBranchOrder(before, after, here, comparison);
    compareOne(onlyOld, onlyNext, place, comparison);
  } else if (old.length > 0 || next.length > 0) {
    compareUnions(before, after, place, comparison, compareOne);
  } else if (before.type !== after.type) reportType(before, after, here, comparison);
  const [oldNull, nextNull] = [nullOf(before), nullOf(after)];
  if (oldNull && nextNull) compareTypeProperties(oldNull, nextNull, place, comparison);
}

function nullOf(type: AvroType): AvroType | undefined {
  const branches = type.type === 'union' ? type.branches : [type];
  return branches.find((branch) => branch.type === 'null');
}

function compareOne(
  before: AvroType,
  after: AvroType,
  outer: ComparedPlace,
  comparison: Comparison,
): void {
  const types = { was: { ...outer.was, type: before }, is: { ...outer.is, type: after } };
  const place = { ...outer, ...types };
  const { later, matches } = comparison;
  if (before.type === 'array' && after.type === 'array') {
    compareTypeProperties(before, after, place, comparison);
    const inner = { ...outer, path: `${place.path}[]` };
    later(() => comparison.compare(before.items, after.items, inner));
  } else if (before.type === 'map' && after.type === 'map') {
    compareTypeProperties(before, after, place, comparison);
    const inner = { ...outer, path: `${place.path}{}` };
    later(() => comparison.compare(before.values, after.values, inner));
  } else if (isNamed(before) && isNamed(after)) {
    matches.tieIfAlike(before, after);
    if (
      matches.earlier(after)?.name.fullName === before.name.fullName &&
      before.type === after.type
    ) {
      later(() => compareNamed(before, after, place, comparison));
    } else reportType(before, after, place, comparison);
  } else if (before.type === after.type) {
    compareTypeProperties(before, after, place, comparison);
  } else {
    reportType(before, after, place, comparison);
    compareLogicalTypes(before, after, place, comparison);
  }
}

function reportNull(
  before: AvroType,
  after: AvroType,
  place: ComparedPlace,
  { report, nameType }: Comparison,
): void {
  const { start } = placeSubject(place.path);
  const said = {
    before: typeAndNullInWords(before, nameType),
    after: typeAndNullInWords(after, nameType),
  };
  if (isNullable(after)) {
    report({ ...place, kind: 'made_nullable', ...said, message: `${start} may be null now.` });
  } else {
    const message = `${start} may not be null any more.`;
    report({ ...place, kind: 'made_not_nullable', ...said, message });
  }
}

function reportType(
  before: AvroType,
  after: AvroType,
  place: ComparedPlace,
  { report, nameType, announceAdded, announceRemoved }: Comparison,
): void {
  const [old, next] = [typeInWords(before, nameType), typeInWords(after, nameType)];
  // Where the words are the same, the kinds differ: a record may have become an enum.
  const said =
    old === next
      ? { before: `${old} (${kindOf(before)})`, after: `${next} (${kindOf(after)})` }
      : { before: old, after: next };
  const { within } = placeSubject(place.path);
  const message = `The type of ${within} changed from ${said.before} to ${said.after}.`;
  report({ ...place, kind: 'type_changed', ...said, message });
  announceAdded(after, place.path);
  announceRemoved(before, place.path);
}

function kindOf(type: AvroType): string {
  return type.type === 'record' && type.isError ? 'error' : type.type;
}
