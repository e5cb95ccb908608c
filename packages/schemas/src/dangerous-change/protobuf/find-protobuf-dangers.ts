import type { FieldPlace, ProtobufOutline } from '../../field-walk/protobuf/outline-protobuf.ts';
import type { ProtobufSchema } from '../../parsed-schema.ts';
import type { TypeEntry } from '../../protobuf/type-table.ts';
import { compareProtobuf } from '../../structural-difference/protobuf/compare-protobuf.ts';
import type { ProtobufDifference } from '../../structural-difference/protobuf/protobuf-change.ts';
import { EVERY_LEVEL } from '../avro/accepting-levels.ts';
import type { DangerousChange } from '../dangerous-change.ts';
import { likeNames } from '../like-names.ts';
import { judgeFields } from './accepting-levels.ts';
import { findShiftedMessages } from './find-shifted-messages.ts';
import type { ChangeContext } from './protobuf-danger-rule.ts';
import { rulesByKind } from './protobuf-danger-rules.ts';

/** Beyond so many pairs of names none are looked at, and what may be a rename is taken for one. */
const MOST_NAMES = 5000;

/** Changes of a Protobuf schema that a registry takes although they harm. */
export function findProtobufDangers(
  before: ProtobufSchema,
  after: ProtobufSchema,
): DangerousChange[] {
  const difference = compareProtobuf(before, after);
  const context = makeContext(difference);
  return difference.changes.flatMap((change) =>
    (rulesByKind.get(change.kind) ?? []).flatMap(({ id, severity, judge }) => {
      const danger = judge(change, context);
      if (danger === undefined || danger.acceptedAt.length === 0) return [];
      return [{ rule: id, severity, path: change.path, ...danger }];
    }),
  );
}

function makeContext(difference: ProtobufDifference): ChangeContext {
  const { comparison } = difference;
  const { before, after } = comparison;
  const groups = new Set([...groupNames(before.outline), ...groupNames(after.outline)]);
  const isUnseen = ({ entry }: { entry?: TypeEntry | undefined }): boolean =>
    entry === undefined || groups.has(entry.fullName);
  const byNumber = new Map<readonly FieldPlace[], Map<number, FieldPlace>>();
  const fieldsOf = (
    { types }: ProtobufOutline,
    entry: TypeEntry | undefined,
  ): ReadonlyMap<number, FieldPlace> => {
    const fields = types.get(entry?.fullName ?? '')?.fields ?? [];
    const known = byNumber.get(fields);
    if (known !== undefined) return known;
    const numbered = new Map(fields.map((field) => [field.member.number, field]));
    byNumber.set(fields, numbered);
    return numbered;
  };
  const judgeField = judgeFields();
  let compared = 0;
  const shifted = findShiftedMessages(difference);
  return {
    comparison,
    isUnseen: ({ was, is }) => isUnseen(was) || isUnseen(is),
    levels({ was, is }, old, next) {
      const [oldEntry, nextEntry] = [was.entry, is.entry];
      if (!oldEntry || !nextEntry || isUnseen(was) || isUnseen(is)) return [...EVERY_LEVEL];
      return judgeField(
        { field: old, entry: oldEntry, schema: before },
        { field: next, entry: nextEntry, schema: after },
      );
    },
    oldFields: ({ was }) => fieldsOf(before.outline, was.entry),
    newFields: ({ is }) => fieldsOf(after.outline, is.entry),
    alike(before, after) {
      compared += 1;
      return compared > MOST_NAMES || likeNames(before, after);
    },
    shiftedBy: (change) => shifted.get(change) ?? [],
  };
}

/** Full names of the messages that are groups. */
function groupNames({ fields }: ProtobufOutline): string[] {
  return fields.flatMap(({ member, target }) => (member.group && target ? [target.fullName] : []));
}
