import type { FieldPlace } from '../../field-walk/protobuf/outline-protobuf.ts';
import type {
  ChangedSide,
  ProtobufChange,
} from '../../structural-difference/protobuf/protobuf-change.ts';
import { EVERY_LEVEL } from '../avro/accepting-levels.ts';
import type { Danger } from '../dangerous-change.ts';
import type { ChangeContext, ProtobufDangerRule } from './protobuf-danger-rule.ts';
import { namesIn, reservedIn, symbolsOf } from './type-index.ts';

/** Numbers of fields: what stands for a field in data. */
export const numberRules: readonly ProtobufDangerRule[] = [
  {
    id: 'field-number-changed',
    kinds: ['number_changed'],
    severity: 'error',
    summary: 'A field got another number, so what was written under the old one is lost.',
    judge(change, context) {
      const { was, is, before = '', after = '' } = change;
      if (was.field === undefined || is.field === undefined) return undefined;
      return {
        message: `Data holds '${was.field.member.name}' as number ${before}: new readers look for ${after} and see no value, readers of the older schema do not find what is written as ${after}.`,
        advice: `Give the field its number ${before} back, or add a new field under another name and keep the old one.`,
        acceptedAt: context.levels(change, was.field, is.field),
      };
    },
  },
  {
    id: 'field-number-reused',
    kinds: ['field_added', 'number_changed', 'field_renamed'],
    severity: 'error',
    summary: 'A number stands for another field than before, and old data is read as the new one.',
    judge: judgeReuse,
  },
  {
    id: 'removed-field-not-reserved',
    kinds: ['field_removed'],
    severity: 'warning',
    summary: 'A field went without its number and name being reserved.',
    judge(change, context) {
      const { field } = change.was;
      if (field === undefined) return undefined;
      const { name, number } = field.member;
      const isTaken = context.newFields(change).has(number);
      const freeNumber = !isTaken && !isReserved(change.is, number);
      const freeName = !isReservedName(change.is, name);
      if (!freeNumber && !freeName) return undefined;
      const free = [
        ...(freeNumber ? [`the number ${number}`] : []),
        ...(freeName ? [`the name '${name}'`] : []),
      ].join(' and ');
      const keep = [
        ...(freeNumber ? [`reserved ${number};`] : []),
        ...(freeName ? [`reserved "${name}";`] : []),
      ].join(' ');
      return {
        severity: freeNumber ? 'warning' : 'info',
        message: `Another field may take ${free}: what is stored would be read as something else, and a registry does not notice.`,
        advice: `Add to the message: ${keep}`,
        acceptedAt: context.levels(change, field, undefined),
      };
    },
  },
  {
    id: 'reserved-number-used',
    kinds: ['field_added', 'number_changed'],
    severity: 'error',
    summary:
      'A field has a number that was reserved because older data holds something else there.',
    judge(change, context) {
      const { field } = change.is;
      if (field === undefined || !isReserved(change.was, field.member.number)) return undefined;
      const { name, number } = field.member;
      return {
        message: `The number ${number} was reserved: data from before holds something else there, which is read as '${name}' now.`,
        advice: `Give '${name}' a number that was never used, and put back: reserved ${number};`,
        acceptedAt: context.levels(change, undefined, field),
      };
    },
  },
  {
    id: 'reserved-name-used',
    kinds: ['field_added', 'field_renamed'],
    severity: 'warning',
    summary: 'A field has a name that was reserved.',
    judge(change, context) {
      const { field } = change.is;
      if (field === undefined || !isReservedName(change.was, field.member.name)) return undefined;
      const { name } = field.member;
      return {
        message: `The name '${name}' was reserved: JSON and text from before may hold something else under it.`,
        advice: `Choose another name, and put back: reserved "${name}";`,
        acceptedAt: context.levels(change, change.was.field, field),
      };
    },
  },
  {
    id: 'reservation-dropped',
    kinds: ['reserved_removed'],
    severity: 'warning',
    summary: 'What was reserved is free again.',
    judge(change, context) {
      const { reserved } = change.was;
      const { before = '' } = change;
      if (reserved === undefined || isUsed(change, context)) return undefined;
      const what = typeof reserved === 'string' ? 'name' : 'number';
      return {
        message: `${typeof reserved === 'string' ? `The name ${before}` : `What was reserved as ${before}`} may be used again, although data from before holds something else under that ${what}.`,
        advice: `Put back: reserved ${before};`,
        acceptedAt: [...EVERY_LEVEL],
      };
    },
  },
];

function judgeReuse(change: ProtobufChange, context: ChangeContext): Danger | undefined {
  const next = change.is.field;
  if (next === undefined) return undefined;
  const { name, number } = next.member;
  const old = context.oldFields(change).get(number);
  if (old === undefined || old.member.name === name) return undefined;
  const { name: oldName } = old.member;
  // Of the same number and another name, it may be the same field after all.
  const continues = old === change.was.field;
  if (continues && (sameType(old, next, context) || context.alike(oldName, name))) return undefined;
  return {
    message: `The number ${number} stood for '${oldName}' and stands for '${name}' now: what was written as '${oldName}' is read as '${name}', and the reverse.`,
    advice: `Give '${name}' a number that was never used, and write: reserved ${number}; reserved "${oldName}";`,
    acceptedAt: context.levels(change, old, next),
  };
}

function sameType(old: FieldPlace, next: FieldPlace, { comparison }: ChangeContext): boolean {
  const [a, b] = [old.member, next.member];
  if (a.mapKey !== b.mapKey || (a.label === 'repeated') !== (b.label === 'repeated')) return false;
  if (old.target && next.target) return comparison.matches.same(old.target, next.target);
  return !old.target && !next.target && a.type === b.type;
}

function isReserved({ entry }: ChangedSide, number: number): boolean {
  return reservedIn(entry?.type).hasNumber(number);
}

function isReservedName({ entry }: ChangedSide, name: string): boolean {
  return reservedIn(entry?.type).hasName(name);
}

/** Whether something has the number or the name now, which is another rule's finding. */
function isUsed(change: ProtobufChange, context: ChangeContext): boolean {
  const { reserved } = change.was;
  const type = change.is.entry?.type;
  if (reserved === undefined || type === undefined) return false;
  const isNumber = typeof reserved !== 'string';
  if (isNumber && reserved.from !== reserved.to) return false;
  if (isNumber) {
    const used = type.kind === 'enum' ? symbolsOf(type) : context.newFields(change);
    return used.has(reserved.from);
  }
  return namesIn(type).has(reserved);
}
