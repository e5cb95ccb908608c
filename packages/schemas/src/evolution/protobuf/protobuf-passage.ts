import type { Direction } from '../../compatibility/difference.ts';
import type { ProtobufSchema } from '../../parsed-schema.ts';
import type { ProtoFile } from '../../protobuf/model.ts';
import type { Draft, Passage } from '../draft.ts';
import { compareProtobuf } from './compare-protobuf.ts';
import { differencePlace } from './difference-place.ts';
import {
  fieldOf,
  findMessage,
  oneofOf,
  withField,
  withFieldAtTop,
  withMessage,
} from './edit-file.ts';
import { finishFile } from './finish-file.ts';

/** Another type under the same number: leaving the field out for one version would hide that from the checker. */
const OTHER_TYPE: ReadonlySet<string> = new Set([
  'FIELD_KIND_CHANGED',
  'FIELD_SCALAR_KIND_CHANGED',
  'FIELD_NAMED_TYPE_CHANGED',
  'FIELD_NUMERIC_LABEL_CHANGED',
]);

const OF_ONEOFS: ReadonlySet<string> = new Set([
  'ONEOF_FIELD_REMOVED',
  'FIELD_MOVED_TO_EXISTING_ONEOF',
  'MULTIPLE_FIELDS_MOVED_TO_ONEOF',
]);

/** What is to be done on the way. */
interface Tasks {
  /** Fields that are required on one side only. */
  readonly required: Map<string, FieldPlace>;
  /** Oneofs whose fields come or go. */
  readonly oneofs: Map<string, { messages: readonly string[]; name: string }>;
}

interface FieldPlace {
  messages: readonly string[];
  number: number;
}

/**
 * Schemas between two Protobuf schemas, where each only has to fit the one before it: without
 * `required` where it comes or goes, and without a oneof whose fields come or go. A number never
 * changes its meaning on the way, even where the checker would not see it.
 */
export function protobufPassage(
  old: ProtobufSchema,
  next: ProtobufSchema,
  directions: readonly Direction[],
): Passage {
  const tasks: Tasks = { required: new Map(), oneofs: new Map() };
  for (const { type, path, direction } of compareProtobuf(next, old, directions) ?? []) {
    const blockedBy = blocker(type, path);
    if (blockedBy !== undefined) return { drafts: [], leavesOut: false, blockedBy };
    const place = differencePlace(path, direction === 'backward' ? next.file : old.file);
    if (place === undefined) continue;
    const { messages, oneof, number } = place;
    const key = `${messages.join('.')} ${oneof ?? number}`;
    if (OF_ONEOFS.has(type) && oneof !== undefined)
      tasks.oneofs.set(key, { messages, name: oneof });
    else if (number !== undefined) tasks.required.set(key, { messages, number });
  }
  const drafts: Draft[] = [];

  function draft(
    schema: ProtobufSchema,
    changes: readonly ((file: ProtoFile, reasons: Map<string, string>) => ProtoFile)[],
  ): void {
    const reasons = new Map<string, string>();
    const file = changes.reduce((changed, change) => change(changed, reasons), schema.file);
    if (reasons.size === 0) return;
    const finished = finishFile(file, schema, schema === old ? next : old);
    if (finished !== undefined) drafts.push({ schema: finished, reasons });
  }

  const relax = relaxRequired(tasks);
  draft(old, [relax]);
  draft(old, [relax, openOneofs(tasks, false)]);
  draft(next, [relax, openOneofs(tasks, false)]);
  draft(next, [relax, openOneofs(tasks, true)]);
  draft(next, [relax]);
  return { drafts, leavesOut: tasks.oneofs.size > 0 };
}

function blocker(type: string, path: string): string | undefined {
  if (OTHER_TYPE.has(type)) {
    return `The field at ${path} becomes another one under the same number. A registry would take that if the field were left out for one version, but older data would then be read as something else, so no such steps are proposed.`;
  }
  if (type === 'MESSAGE_REMOVED') {
    return `The message at ${path} is in one schema only, and a registry takes that in no step.`;
  }
  if (type === 'PACKAGE_CHANGED') {
    return 'The package changes, and a registry takes that in no step.';
  }
  return undefined;
}

function relaxRequired({ required }: Tasks) {
  return (file: ProtoFile, reasons: Map<string, string>): ProtoFile => {
    let changed = file;
    for (const { messages, number } of required.values()) {
      changed = withMessage(changed, messages, (message) => {
        const field = fieldOf(message, number);
        if (field?.label !== 'required') return message;
        const reason = `Makes '${field.name}' of ${message.name} optional, so that one side can be without it.`;
        reasons.set(`optional ${messages.join('.')} ${number}`, reason);
        return withField(message, number, [{ ...field, label: 'optional' }]);
      });
    }
    return changed;
  };
}

function openOneofs({ oneofs }: Tasks, keepsFields: boolean) {
  return (file: ProtoFile, reasons: Map<string, string>): ProtoFile => {
    let changed = file;
    for (const { messages, name } of oneofs.values()) {
      const oneof = findMessage(changed, messages)?.oneofs.find((each) => each.name === name);
      if (oneof === undefined || oneof.groups.length > 0) continue;
      changed = withMessage(changed, messages, (message) => {
        let open = message;
        for (const field of oneof.fields) {
          if (oneofOf(open, field.number)?.name !== name) continue;
          open = withField(open, field.number, []);
          if (keepsFields) open = withFieldAtTop(open, field, file.syntax);
        }
        return open;
      });
      const where = `the oneof ${name} of ${messages.join('.')}`;
      reasons.set(
        `oneof ${messages.join('.')} ${name}`,
        keepsFields
          ? `Takes ${where} apart and keeps its fields, as a registry lets no field of a oneof come or go one by one.`
          : `Leaves out ${where} with its fields, as a registry lets no field of a oneof come or go one by one.`,
      );
    }
    return changed;
  };
}
