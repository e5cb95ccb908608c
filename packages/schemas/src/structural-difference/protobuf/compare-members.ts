import type { Presence } from '../../field-walk/protobuf/message-members.ts';
import { presenceOf } from '../../field-walk/protobuf/message-members.ts';
import type { FieldPlace } from '../../field-walk/protobuf/outline-protobuf.ts';
import { baseTypeInWords, typeInWords } from '../../field-walk/protobuf/type-in-words.ts';
import { placeSubject } from '../say-value.ts';
import { compareDocs } from './compare-docs.ts';
import { compareOptions } from './compare-options.ts';
import type { ComparedPlace, Comparison } from './protobuf-change.ts';

const WORDS = {
  required: 'required',
  explicit: 'optional',
  implicit: 'singular',
  none: 'repeated',
} as const satisfies Record<Presence, string>;

/** Which oneof of the newer schema continues which of the older, by their names. */
export type OneofNames = ReadonlyMap<string, string>;

/** Compares two fields that continue each other, but for what is within their types. */
export function compareMembers(
  old: FieldPlace,
  next: FieldPlace,
  place: ComparedPlace,
  comparison: Comparison,
  oneofs: OneofNames = new Map(),
): void {
  const { report } = comparison;
  const [before, after] = [old.member, next.member];
  const subject = placeSubject(place.path);
  if (before.name !== after.name) {
    const said = { before: before.name, after: after.name };
    const message = `The field ${before.number} is called '${after.name}' now, it was '${before.name}'.`;
    report({ ...place, kind: 'field_renamed', ...said, message });
  }
  if (before.number !== after.number) {
    const said = { before: String(before.number), after: String(after.number) };
    const message = `The number of '${place.path}' changed from ${before.number} to ${after.number}.`;
    report({ ...place, kind: 'number_changed', ...said, message });
  }
  compareTypes(old, next, place, comparison);
  const moved = compareOneofs(old, next, place, comparison, oneofs);
  compareCardinality(old, next, place, comparison, moved);
  compareDocs(before.doc, after.doc, place, comparison, subject);
  compareOptions(before.options, after.options, place, comparison, subject);
}

function compareTypes(
  old: FieldPlace,
  next: FieldPlace,
  place: ComparedPlace,
  { matches, nameType, report }: Comparison,
): void {
  const [before, after] = [old.member, next.member];
  const bothMaps = before.mapKey !== undefined && after.mapKey !== undefined;
  const neitherMap = before.mapKey === undefined && after.mapKey === undefined;
  const sameKeys = before.mapKey === after.mapKey;
  const sameGroup = (before.group === undefined) === (after.group === undefined);
  const [oldTarget, nextTarget] = [old.target, next.target];
  const sameValues =
    oldTarget && nextTarget
      ? matches.same(oldTarget, nextTarget)
      : !oldTarget && !nextTarget && before.type === after.type;
  if (sameKeys && sameValues && sameGroup) {
    const sameName = oldTarget?.fullName === nextTarget?.fullName;
    if (before.type === after.type || !sameName || before.group) return;
    const said = { before: before.type, after: after.type };
    const message = `The type of '${place.path}' is written ${after.type} now, which means the same as ${before.type}.`;
    report({ ...place, kind: 'written_otherwise', ...said, message });
    return;
  }
  // Whether it is repeated is told apart, unless one of both is a map.
  const inWords = bothMaps || neitherMap ? baseOrMapInWords : typeInWords;
  let [was, is] = [inWords(before, oldTarget, nameType), inWords(after, nextTarget, nameType)];
  if (was === is) [was, is] = [`${was} (${kindOf(old)})`, `${is} (${kindOf(next)})`];
  const message = `The type of '${place.path}' changed from ${was} to ${is}.`;
  report({ ...place, kind: 'type_changed', before: was, after: is, message });
}

const baseOrMapInWords: typeof typeInWords = (member, target, nameType) =>
  member.mapKey === undefined
    ? baseTypeInWords(member, target, nameType)
    : typeInWords(member, target, nameType);

function kindOf({ member, target }: FieldPlace): string {
  return member.group ? 'group' : (target?.type.kind ?? 'unknown');
}

function compareOneofs(
  old: FieldPlace,
  next: FieldPlace,
  place: ComparedPlace,
  { report }: Comparison,
  oneofs: OneofNames,
): boolean {
  const [before, after] = [old.member.oneof, next.member.oneof];
  if (before === undefined && after === undefined) return false;
  if (before && after && oneofs.get(after.name) === before.name) return false;
  const { start } = placeSubject(place.path);
  const said = {
    ...(before && { before: before.name }),
    ...(after && { after: after.name }),
  };
  const message =
    after === undefined
      ? `${start} stands outside of the oneof ${before?.name ?? ''} now.`
      : before === undefined
        ? `${start} belongs to the oneof ${after.name} now.`
        : `${start} belongs to the oneof ${after.name} now, it was one of ${before.name}.`;
  report({ ...place, kind: 'oneof_changed', ...said, message });
  return true;
}

function compareCardinality(
  old: FieldPlace,
  next: FieldPlace,
  place: ComparedPlace,
  { report }: Comparison,
  oneofChanged: boolean,
): void {
  const [before, after] = [old.member, next.member];
  const isMap = before.mapKey !== undefined || after.mapKey !== undefined;
  if (before.label === after.label || isMap) return;
  const [was, is] = [
    WORDS[presenceOf(before, old.target, old.syntax)],
    WORDS[presenceOf(after, next.target, next.syntax)],
  ];
  const { start } = placeSubject(place.path);
  if (was !== is) {
    const message = `${start} is ${is} now, it was ${was}.`;
    report({ ...place, kind: 'cardinality_changed', before: was, after: is, message });
  } else if (!oneofChanged) {
    const said = { before: before.label ?? 'no label', after: after.label ?? 'no label' };
    const message = `${start} is written with ${said.after} now and ${said.before} before, which means the same.`;
    report({ ...place, kind: 'written_otherwise', ...said, message });
  }
}
