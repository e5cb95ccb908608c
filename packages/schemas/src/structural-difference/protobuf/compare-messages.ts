import type { FieldPlace, TypePlace } from '../../field-walk/protobuf/outline-protobuf.ts';
import { typeInWords } from '../../field-walk/protobuf/type-in-words.ts';
import type { ProtoMessage, ProtoOneof } from '../../protobuf/model.ts';
import { alignSequences } from '../align-sequences.ts';
import { sayPosition, typeSubject } from '../say-value.ts';
import { compareDocs } from './compare-docs.ts';
import { compareMembers } from './compare-members.ts';
import { compareOptions } from './compare-options.ts';
import { compareExtensionRanges, compareReserved } from './compare-reserved.ts';
import { matchNumbered } from './match-numbered.ts';
import { matchOneofs } from './match-oneofs.ts';
import type { ComparedPlace, Comparison } from './protobuf-change.ts';

/** Compares two messages that continue each other, without what is nested in them. */
export function compareMessages(
  old: TypePlace & { readonly message: ProtoMessage },
  next: TypePlace & { readonly message: ProtoMessage },
  place: ComparedPlace,
  comparison: Comparison,
): void {
  const [before, after] = [old.message, next.message];
  const subject = typeSubject('message', comparison.nameType(next.entry));
  compareDocs(before.doc, after.doc, place, comparison, subject);
  compareOptions(before.options, after.options, place, comparison, subject);
  compareReserved(before.reserved, after.reserved, place, comparison, subject);
  compareExtensionRanges(before.extensionRanges, after.extensionRanges, place, comparison, subject);
  compareFields(old, next, place, comparison);
}

/** The fields of one container: a message itself, its groups, or a oneof. */
interface Container {
  readonly fields: readonly FieldPlace[];
}

function compareFields(
  old: TypePlace & { readonly message: ProtoMessage },
  next: TypePlace & { readonly message: ProtoMessage },
  place: ComparedPlace,
  comparison: Comparison,
): void {
  const numbered = ({ fields }: TypePlace) => fields.map(({ member }) => member);
  const matched = matchNumbered(numbered(old), numbered(next));
  const earlier = new Map<FieldPlace, FieldPlace>();
  const stayed = new Set<FieldPlace>();
  for (const [index, field] of next.fields.entries()) {
    const match = old.fields[matched[index] ?? -1];
    if (match === undefined) continue;
    earlier.set(field, match);
    stayed.add(match);
  }
  const oneofs = matchOneofs(old.message.oneofs, next.message.oneofs, earlier);
  const oldContainers = containersOf(old);
  const names = new Map([...oneofs].map(([after, before]) => [after.name, before.name]));

  const compareContainer = (was: Container | undefined, is: Container | undefined): void => {
    const olds = was?.fields ?? [];
    const nexts = is?.fields ?? [];
    const places = new Map(olds.map((field, index) => [field, index]));
    const matches = nexts.map((field) => {
      const match = earlier.get(field);
      return match && places.get(match);
    });
    for (const element of alignSequences(olds.length, matches)) {
      const nextField = nexts[element.after ?? -1];
      const oldField = nextField ? earlier.get(nextField) : olds[element.before ?? -1];
      const path = (nextField ?? oldField)?.path ?? place.path;
      const here = {
        path,
        was: { ...place.was, field: oldField },
        is: { ...place.is, field: nextField },
      };
      if (nextField && oldField) {
        if (element.moved) {
          const where = sayPosition(nexts[(element.after ?? 0) - 1]?.member.name);
          const said = {
            before: String((element.before ?? 0) + 1),
            after: String((element.after ?? 0) + 1),
          };
          const message = `The field '${path}' stands elsewhere: it comes ${where} now.`;
          comparison.report({ ...here, kind: 'field_moved', ...said, message });
        }
        compareMembers(oldField, nextField, here, comparison, names);
      } else if (nextField) reportAdded(nextField, here, comparison);
      else if (oldField && !stayed.has(oldField)) reportRemoved(oldField, here, comparison);
    }
  };

  const nextContainers = containersOf(next);
  compareContainer(oldContainers.get('fields'), nextContainers.get('fields'));
  compareOneofLists(old, next, place, comparison, oneofs, (was, is) => {
    compareContainer(was && oldContainers.get(was), is && nextContainers.get(is));
  });
  compareContainer(oldContainers.get('groups'), nextContainers.get('groups'));
}

function containersOf({ fields }: TypePlace): Map<ProtoOneof | 'fields' | 'groups', Container> {
  const containers = new Map<ProtoOneof | 'fields' | 'groups', { fields: FieldPlace[] }>();
  for (const field of fields) {
    const { oneof, group } = field.member;
    const key = oneof ?? (group ? 'groups' : 'fields');
    const container = containers.get(key);
    if (container) container.fields.push(field);
    else containers.set(key, { fields: [field] });
  }
  return containers;
}

function compareOneofLists(
  old: TypePlace & { readonly message: ProtoMessage },
  next: TypePlace & { readonly message: ProtoMessage },
  place: ComparedPlace,
  comparison: Comparison,
  oneofs: ReadonlyMap<ProtoOneof, ProtoOneof>,
  compareContents: (was: ProtoOneof | undefined, is: ProtoOneof | undefined) => void,
): void {
  const { report } = comparison;
  const [olds, nexts] = [old.message.oneofs, next.message.oneofs];
  const places = new Map(olds.map((oneof, index) => [oneof, index]));
  const matches = nexts.map((oneof) => {
    const match = oneofs.get(oneof);
    return match && places.get(match);
  });
  for (const { before, after, moved } of alignSequences(olds.length, matches)) {
    const [was, is] = [olds[before ?? -1], nexts[after ?? -1]];
    const holder = is ? next.path : old.path;
    const name = (is ?? was)?.name ?? '';
    const here = {
      path: holder === '' ? name : `${holder}.${name}`,
      was: { ...place.was, oneof: was },
      is: { ...place.is, oneof: is },
    };
    if (was && is) {
      const subject = typeSubject('oneof', is.name);
      if (was.name !== is.name) {
        const said = { before: was.name, after: is.name };
        const message = `The oneof ${was.name} is called ${is.name} now.`;
        report({ ...here, kind: 'oneof_renamed', ...said, message });
      }
      if (moved) {
        const where = sayPosition(nexts[(after ?? 0) - 1]?.name);
        const message = `The oneof ${is.name} stands elsewhere: it comes ${where} now.`;
        report({ ...here, kind: 'oneof_moved', message });
      }
      compareDocs(was.doc, is.doc, here, comparison, subject);
      compareOptions(was.options, is.options, here, comparison, subject);
    } else if (is) {
      const said = is.fields.length + is.groups.length;
      const message = `The oneof ${is.name} of ${said} ${said === 1 ? 'field' : 'fields'} was added to ${comparison.nameType(next.entry)}.`;
      report({ ...here, kind: 'oneof_added', after: is.name, message });
    } else if (was) {
      const message = `The oneof ${was.name} was removed from ${comparison.nameType(old.entry)}.`;
      report({ ...here, kind: 'oneof_removed', before: was.name, message });
    }
    compareContents(was, is);
  }
}

function reportAdded(
  field: FieldPlace,
  place: ComparedPlace,
  { report, nameType }: Comparison,
): void {
  const type = typeInWords(field.member, field.target, nameType);
  const { name, number } = field.member;
  const holder = place.is.entry ? nameType(place.is.entry) : field.message;
  const message = `The field '${name}' of type ${type} was added to ${holder}, with the number ${number}.`;
  report({ ...place, kind: 'field_added', after: type, message });
}

function reportRemoved(
  field: FieldPlace,
  place: ComparedPlace,
  { report, nameType }: Comparison,
): void {
  const type = typeInWords(field.member, field.target, nameType);
  const { name, number } = field.member;
  const holder = place.was.entry ? nameType(place.was.entry) : field.message;
  const message = `The field '${name}' of type ${type} was removed from ${holder}; it had the number ${number}.`;
  report({ ...place, kind: 'field_removed', before: type, message });
}
