import type { AvroType } from '../../avro/model.ts';
import {
  logicalTypeInWords,
  writtenLogicalType,
} from '../../field-walk/avro/written-logical-type.ts';
import type { WrittenLogicalType } from '../../field-walk/schema-field.ts';
import type { AvroChange } from '../../structural-difference/avro/avro-change.ts';
import type { AcceptingLevel, Danger } from '../dangerous-change.ts';
import { levelsOfTypes } from './accepting-levels.ts';
import type { AvroDangerRule } from './avro-danger-rule.ts';

/** What a change of logical types is, as far as Avro understands them. */
interface LogicalChange {
  old: WrittenLogicalType | undefined;
  next: WrittenLogicalType | undefined;
  /** The type below the newer one. */
  base: string;
  acceptedAt: AcceptingLevel[];
}

/** For each time: what its number counts, and what of. */
const TIMES: Readonly<Record<string, { meaning: string; perSecond: number }>> = {
  date: { meaning: 'days', perSecond: 0 },
  'time-millis': { meaning: 'time of day', perSecond: 1e3 },
  'time-micros': { meaning: 'time of day', perSecond: 1e6 },
  'timestamp-millis': { meaning: 'instant', perSecond: 1e3 },
  'timestamp-micros': { meaning: 'instant', perSecond: 1e6 },
  'timestamp-nanos': { meaning: 'instant', perSecond: 1e9 },
  'local-timestamp-millis': { meaning: 'local time', perSecond: 1e3 },
  'local-timestamp-micros': { meaning: 'local time', perSecond: 1e6 },
  'local-timestamp-nanos': { meaning: 'local time', perSecond: 1e9 },
};

/** Logical types: the bytes stay, what they mean does not. */
export const logicalTypeRules: readonly AvroDangerRule[] = [
  {
    id: 'decimal-scale-changed',
    kinds: ['logical_type_changed'],
    severity: 'error',
    summary: 'The scale of a decimal changed, so values written before are read as others.',
    judge: (change) => onLogicalTypes(change, judgeScale),
  },
  {
    id: 'decimal-precision-changed',
    kinds: ['logical_type_changed'],
    severity: 'warning',
    summary: 'The precision of a decimal changed, so some values fit one schema only.',
    judge: (change) => onLogicalTypes(change, judgePrecision),
  },
  {
    id: 'time-type-changed',
    kinds: ['logical_type_changed'],
    severity: 'error',
    summary: 'A date, time or timestamp counts in another unit or from another origin.',
    judge: (change) => onLogicalTypes(change, judgeTime),
  },
  {
    id: 'logical-type-added',
    kinds: ['logical_type_added', 'logical_type_changed'],
    severity: 'warning',
    summary: 'A plain type got a logical type, by which values written before are read too.',
    judge: (change) => onLogicalTypes(change, judgeAdded),
  },
  {
    id: 'logical-type-dropped',
    kinds: ['logical_type_removed', 'logical_type_changed'],
    severity: 'warning',
    summary: 'A logical type went, so readers get the bare number or bytes.',
    judge: (change) => onLogicalTypes(change, judgeDropped),
  },
  {
    id: 'logical-type-replaced',
    kinds: ['logical_type_changed'],
    severity: 'error',
    summary: 'A logical type became an unrelated one over the same bytes.',
    judge: (change) => onLogicalTypes(change, judgeReplaced),
  },
];

function onLogicalTypes(
  { was, is }: AvroChange,
  judge: (change: LogicalChange) => Danger | undefined,
): Danger | undefined {
  if (was.type === undefined || is.type === undefined) return undefined;
  const [old, next] = [understood(was.type), understood(is.type)];
  if (old === undefined && next === undefined) return undefined;
  const acceptedAt = levelsOfTypes(was.type, is.type);
  if (acceptedAt.length === 0) return undefined;
  return judge({ old, next, base: is.type.type, acceptedAt });
}

function understood(type: AvroType): WrittenLogicalType | undefined {
  const written = writtenLogicalType(type);
  return written?.understood === true ? written : undefined;
}

function decimals({ old, next }: LogicalChange): WrittenLogicalType[] {
  return old?.name === 'decimal' && next?.name === 'decimal' ? [old, next] : [];
}

function judgeScale(change: LogicalChange): Danger | undefined {
  const [old, next] = decimals(change).map(({ scale = 0 }) => scale);
  if (old === undefined || next === undefined || old === next) return undefined;
  const places = Math.abs(next - old);
  const factor = places <= 9 ? (10 ** places).toLocaleString('en-US') : `10^${places}`;
  const effect = next > old ? 'smaller' : 'larger';
  return {
    message: `Only the digits are stored, not the scale: what was written with scale ${old} is read with scale ${next} and becomes ${factor} times ${effect}, without an error.`,
    advice: `Keep scale ${old}. If you need scale ${next}, add a new field for it and fill both until every reader has moved.`,
    acceptedAt: change.acceptedAt,
  };
}

function judgePrecision(change: LogicalChange): Danger | undefined {
  const [old, next] = decimals(change).map(({ precision = 0 }) => precision);
  if (old === undefined || next === undefined || old === next) return undefined;
  const [fewer, who] = next < old ? [next, 'New readers'] : [old, 'Readers of the older schema'];
  return {
    message: `${who} expect at most ${fewer} digits; a longer value fails in them, or is cut by the store behind them.`,
    advice:
      next < old
        ? `Keep precision ${old}, or make sure that no value of more than ${next} digits was ever written.`
        : `Move all readers and the tables they fill to precision ${next} before anything longer is written.`,
    acceptedAt: change.acceptedAt,
  };
}

function judgeTime({ old, next, acceptedAt }: LogicalChange): Danger | undefined {
  if (old === undefined || next === undefined) return undefined;
  const [from, to] = [TIMES[old.name], TIMES[next.name]];
  if (from === undefined || to === undefined) return undefined;
  const advice = `Keep ${old.name}. Add a new field with ${next.name} and fill both until every reader has moved.`;
  if (from.meaning === to.meaning) {
    const factor = Math.max(from.perSecond, to.perSecond) / Math.min(from.perSecond, to.perSecond);
    const effect = to.perSecond > from.perSecond ? 'small' : 'large';
    const message = `The stored number stays: a value written as ${old.name} is read as ${next.name} and is ${factor.toLocaleString('en-US')} times too ${effect}.`;
    return { message, advice, acceptedAt };
  }
  if (
    from.perSecond === to.perSecond &&
    from.meaning !== 'time of day' &&
    to.meaning !== 'time of day'
  ) {
    const message = `The stored number stays: an instant in UTC and a local time without a zone are taken for each other, so values are off by the zone's offset.`;
    return { severity: 'warning', message, advice, acceptedAt };
  }
  const message = `The stored number stays: a value written as ${old.name} is read as ${next.name}, which is another point in time.`;
  return { message, advice, acceptedAt };
}

function judgeAdded({ old, next, base, acceptedAt }: LogicalChange): Danger | undefined {
  if (old !== undefined || next === undefined) return undefined;
  const name = logicalTypeInWords(next);
  return {
    message: `Every ${base} written before is read as ${name} now, whatever it was meant to be; readers that know the logical type get another class of value.`,
    advice: `Make sure that all stored values already are ${name} in exactly this unit; otherwise add a new field with the logical type.`,
    acceptedAt,
  };
}

function judgeDropped({ old, next, base, acceptedAt }: LogicalChange): Danger | undefined {
  if (old === undefined || next !== undefined) return undefined;
  const name = logicalTypeInWords(old);
  return {
    message: `Readers get the bare ${base} where they got a ${name}; what it counts is no longer in the schema, and code that expects the ${old.name} breaks.`,
    advice: `Put the logical type ${name} back on the type, or add a new field for the plain value.`,
    acceptedAt,
  };
}

function judgeReplaced({ old, next, acceptedAt }: LogicalChange): Danger | undefined {
  if (old === undefined || next === undefined || old.name === next.name) return undefined;
  if (TIMES[old.name] !== undefined && TIMES[next.name] !== undefined) return undefined;
  const [from, to] = [logicalTypeInWords(old), logicalTypeInWords(next)];
  return {
    message: `The stored bytes stay: what was written as ${from} is read as ${to}, which is another value.`,
    advice: `Keep ${from} and add a new field of type ${to}.`,
    acceptedAt,
  };
}
