import type { FieldPlace } from '../../field-walk/protobuf/outline-protobuf.ts';
import type { ProtoEnum } from '../../protobuf/model.ts';
import type { ProtobufChange } from '../../structural-difference/protobuf/protobuf-change.ts';
import type { Danger } from '../dangerous-change.ts';
import type { ChangeContext, ProtobufDangerRule } from './protobuf-danger-rule.ts';

interface Integer {
  readonly bits: 32 | 64;
  readonly signed: boolean;
}

const INTEGERS: ReadonlyMap<string, Integer> = new Map([
  ['int32', { bits: 32, signed: true }],
  ['int64', { bits: 64, signed: true }],
  ['uint32', { bits: 32, signed: false }],
  ['uint64', { bits: 64, signed: false }],
  ['sint32', { bits: 32, signed: true }],
  ['sint64', { bits: 64, signed: true }],
  ['fixed32', { bits: 32, signed: false }],
  ['fixed64', { bits: 64, signed: false }],
  ['sfixed32', { bits: 32, signed: true }],
  ['sfixed64', { bits: 64, signed: true }],
]);

/** What a value was and is: a scalar by its word, `enum`, or `message`. */
type Judge = (
  before: string,
  after: string,
  change: ProtobufChange,
) => Omit<Danger, 'acceptedAt'> | undefined;

/** Types that are written alike, and read as one another at a price. */
export const scalarRules: readonly ProtobufDangerRule[] = [
  {
    id: 'integer-width-changed',
    kinds: ['type_changed'],
    severity: 'error',
    summary: 'Integers of 64 bits are read as such of 32, which drops what does not fit.',
    judge: judging((before, after) => {
      const [old, next] = [INTEGERS.get(before), INTEGERS.get(after)];
      if (!old || !next || old.bits === next.bits) return undefined;
      const narrower = next.bits < old.bits;
      const who = narrower ? 'New readers' : 'Readers of the older schema';
      const sign =
        old.signed === next.signed ? '' : ' Negative numbers and very large ones change, too.';
      return {
        severity: narrower || (old.signed && !next.signed) ? 'error' : 'warning',
        message: `${who} keep only the lowest 32 of 64 bits: 4294967297 becomes 1, without an error.${sign}`,
        advice: narrower
          ? `Keep ${before}, or add a new field of type ${after}.`
          : `Move every reader to the new schema before anything writes a number beyond ${before}.`,
      };
    }),
  },
  {
    id: 'integer-sign-changed',
    kinds: ['type_changed'],
    severity: 'error',
    summary: 'Signed integers are read as unsigned ones, or the reverse.',
    judge: judging((before, after) => {
      const [old, next] = [INTEGERS.get(before), INTEGERS.get(after)];
      if (!old || !next || old.bits !== next.bits || old.signed === next.signed) return undefined;
      const greatest = old.bits === 32 ? '4294967295' : '18446744073709551615';
      const signed = old.signed ? 'New readers' : 'Readers of the older schema';
      const unsigned = old.signed ? 'Readers of the older schema' : 'new readers';
      return {
        message: `${signed} take -1 for ${greatest}, and ${unsigned.toLowerCase()} take what is beyond half of that for a negative number.`,
        advice: `Keep ${before}, or add a new field of type ${after}.`,
      };
    }),
  },
  {
    id: 'integer-and-bool',
    kinds: ['type_changed'],
    severity: 'error',
    summary: 'Numbers are read as true and false, or the reverse.',
    judge: judging((before, after) => {
      if (before === after || (before !== 'bool' && after !== 'bool')) return undefined;
      const other = before === 'bool' ? after : before;
      if (!INTEGERS.has(other) && other !== 'enum') return undefined;
      const who = after === 'bool' ? 'New readers' : 'Readers of the older schema';
      const lost = after === 'bool' ? 'the number is lost' : 'they do not see which';
      return {
        severity: after === 'bool' ? 'error' : 'warning',
        message: `${who} take every number but 0 for true: ${lost}. In JSON the values do not fit at all.`,
        advice: `Keep ${before}, and add a new field for what it is to say.`,
      };
    }),
  },
  {
    id: 'integer-and-enum',
    kinds: ['type_changed'],
    severity: 'warning',
    summary: 'An enum is read as a number, or the reverse.',
    judge: judging((before, after) => {
      if ((before === 'enum') === (after === 'enum')) return undefined;
      if (!INTEGERS.has(before === 'enum' ? after : before)) return undefined;
      const who = after === 'enum' ? 'New readers' : 'Readers of the older schema';
      return {
        message: `${who} know no symbol for other numbers: a closed enum, as in proto2, drops them. JSON holds the symbol's name on the one side and a number on the other.`,
        advice: `Keep the type, and add a new field of the other one.`,
      };
    }),
  },
  {
    id: 'enum-replaced',
    kinds: ['type_changed'],
    severity: 'error',
    summary: 'The numbers of one enum are read as the symbols of another.',
    judge: judging((before, after, { was, is }) => {
      if (before !== 'enum' || after !== 'enum') return undefined;
      const [old, next] = [enumOf(was.field), enumOf(is.field)];
      if (old === undefined || next === undefined) return undefined;
      const names = new Map(next.constants.map(({ name, number }) => [number, name]));
      const other = old.constants.find(
        ({ name, number }) => names.has(number) && names.get(number) !== name,
      );
      const lost = old.constants.find(({ number }) => !names.has(number));
      if (other === undefined && lost === undefined) return undefined;
      return {
        severity: other ? 'error' : 'warning',
        message: other
          ? `${other.name} of ${old.name} has the number ${other.number} and is read as ${names.get(other.number)} of ${next.name}, without an error.`
          : `${next.name} has no symbol for ${lost?.number}, which was ${lost?.name} of ${old.name}.`,
        advice: `Add a new field of type ${next.name}, and keep ${old.name} in this one.`,
      };
    }),
  },
  {
    id: 'string-and-bytes',
    kinds: ['type_changed'],
    severity: 'error',
    summary: 'Strings and bytes are read as one another; bytes that are no UTF-8 break readers.',
    judge: judging((before, after) => {
      const isText = before === 'bytes' && after === 'string';
      if (!isText && !(before === 'string' && after === 'bytes')) return undefined;
      const who = isText ? 'New readers' : 'Readers of the older schema';
      return {
        severity: isText ? 'error' : 'warning',
        message: `${who} fail on bytes that are no UTF-8, or replace them. In JSON bytes are Base64, so text and bytes are taken for each other's spelling.`,
        advice: `Keep ${before}, and add a new field of type ${after}.`,
      };
    }),
  },
  {
    id: 'unchecked-type-changed',
    kinds: ['type_changed', 'cardinality_changed'],
    severity: 'error',
    summary: 'A type changed where a registry does not look: in a group or an extension.',
    judge(change, context) {
      const { was, is } = change;
      if (was.field === undefined || is.field === undefined) return undefined;
      const isGroup = was.field.member.group !== undefined || is.field.member.group !== undefined;
      if (!isGroup && !context.isUnseen(change)) return undefined;
      const { before = '', after = '' } = change;
      return {
        message: `The change from ${before} to ${after} is not looked at, as a registry passes over groups and extensions: data of the one may be unreadable as the other.`,
        advice: `Keep ${before}, and add a new field under a new number.`,
        acceptedAt: context.levels(change, was.field, is.field),
      };
    },
  },
];

/** Judges the values of a field, and the keys of a map. */
function judging(judge: Judge) {
  return (change: ProtobufChange, context: ChangeContext): Danger | undefined => {
    const [old, next] = [change.was.field, change.is.field];
    if (old === undefined || next === undefined || context.isUnseen(change)) return undefined;
    const [oldKey, nextKey] = [old.member.mapKey, next.member.mapKey];
    if ((oldKey === undefined) !== (nextKey === undefined)) return undefined;
    const danger =
      judge(wordOf(old), wordOf(next), change) ??
      (oldKey !== undefined && nextKey !== undefined ? judge(oldKey, nextKey, change) : undefined);
    return danger && { ...danger, acceptedAt: context.levels(change, old, next) };
  };
}

function wordOf({ member, target }: FieldPlace): string {
  return target?.type.kind ?? member.type;
}

function enumOf(field: FieldPlace | undefined): ProtoEnum | undefined {
  return field?.target?.type.kind === 'enum' ? field.target.type : undefined;
}
