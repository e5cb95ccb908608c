import type { ExtensionPlace, FieldPlace } from '../../field-walk/protobuf/outline-protobuf.ts';
import { localName } from '../../field-walk/protobuf/outline-protobuf.ts';
import { typeInWords } from '../../field-walk/protobuf/type-in-words.ts';
import { groupBy } from '../../group-by.ts';
import { compareMembers } from './compare-members.ts';
import { matchNumbered } from './match-numbered.ts';
import type { ComparedSchema, Comparison } from './protobuf-change.ts';

/** Compares what is added to other messages by `extend`, by the message and the place it is written in. */
export function compareExtensions(comparison: Comparison): void {
  const { before, after } = comparison;
  const olds = groupBy(before.outline.extensions, (place) => keyOf(place, before));
  const nexts = groupBy(after.outline.extensions, (place) => keyOf(place, after));
  for (const [key, next] of nexts) compareFields(olds.get(key) ?? [], next, comparison);
  for (const [key, old] of olds) if (!nexts.has(key)) compareFields(old, [], comparison);
}

function keyOf({ extended, scope }: ExtensionPlace, { file }: ComparedSchema): string {
  const { packageName = '' } = file;
  return `${localName(extended, packageName)} ${localName(scope, packageName)}`;
}

function compareFields(
  before: readonly ExtensionPlace[],
  after: readonly ExtensionPlace[],
  comparison: Comparison,
): void {
  const [olds, nexts] = [before, after].map((places) => places.flatMap(({ fields }) => fields));
  if (olds === undefined || nexts === undefined) return;
  const members = (fields: readonly FieldPlace[]) => fields.map(({ member }) => member);
  const matches = matchNumbered(members(olds), members(nexts));
  const { report, nameType } = comparison;
  let last = -1;
  let moved = false;
  for (const [index, field] of nexts.entries()) {
    const old = olds[matches[index] ?? -1];
    const place = { path: field.path, was: { field: old }, is: { field } };
    if (old !== undefined) {
      moved ||= (matches[index] ?? 0) < last;
      last = matches[index] ?? 0;
      compareMembers(old, field, place, comparison);
    } else {
      const type = typeInWords(field.member, field.target, nameType);
      const { name, number } = field.member;
      const message = `The extension '${name}' of type ${type} was added to ${field.message}, with the number ${number}.`;
      report({ ...place, kind: 'extension_added', after: type, message });
    }
  }
  const kept = new Set(matches);
  for (const [index, field] of olds.entries()) {
    if (kept.has(index)) continue;
    const type = typeInWords(field.member, field.target, nameType);
    const { name, number } = field.member;
    const message = `The extension '${name}' of type ${type} was removed from ${field.message}; it had the number ${number}.`;
    const place = { path: field.path, was: { field }, is: {} };
    report({ ...place, kind: 'extension_removed', before: type, message });
  }
  const [first] = after;
  if (moved && first !== undefined) {
    const message = `The extensions of ${first.extended} stand in another order, which means the same.`;
    report({ path: first.path, was: {}, is: {}, kind: 'written_otherwise', message });
  }
}
