import type { AvroType } from '../../avro/model.ts';
import { writtenLogicalType } from '../../field-walk/avro/written-logical-type.ts';
import type { Danger } from '../dangerous-change.ts';
import { levelsOfTypes } from './accepting-levels.ts';
import type { AvroDangerRule } from './avro-danger-rule.ts';

/** Which integers a floating-point reader cannot tell apart. */
const LOSSES: Readonly<Record<string, string>> = {
  'int float': '16,777,216',
  'long float': '16,777,216',
  'long double': '9,007,199,254,740,992',
};

/** Types that Avro reads as one another, at a price. */
export const promotionRules: readonly AvroDangerRule[] = [
  {
    id: 'number-loses-precision',
    kinds: ['type_changed'],
    severity: 'warning',
    summary: 'Integers are read as floating-point numbers, which round the larger ones.',
    judge: ({ was, is }) => (was.type && is.type ? judgeNumbers(was.type, is.type) : undefined),
  },
  {
    id: 'text-and-bytes',
    kinds: ['type_changed'],
    severity: 'error',
    summary: 'Strings and bytes are read as one another; bytes that are no UTF-8 are destroyed.',
    judge: ({ was, is }) => (was.type && is.type ? judgeText(was.type, is.type) : undefined),
  },
];

function judgeNumbers(before: AvroType, after: AvroType): Danger | undefined {
  const backward = LOSSES[`${before.type} ${after.type}`];
  const forward = LOSSES[`${after.type} ${before.type}`];
  const limit = backward ?? forward;
  if (limit === undefined) return undefined;
  const [written, read] = backward ? [before.type, after.type] : [after.type, before.type];
  const who = backward ? 'New readers' : 'Readers of the older schema';
  return {
    message: `${who} take ${written} for ${read}, which rounds integers beyond ${limit}: ids and amounts change silently.`,
    advice: `Keep ${before.type}, or use a decimal in a new field if fractions are needed.`,
    acceptedAt: levelsOfTypes(before, after),
  };
}

function judgeText(before: AvroType, after: AvroType): Danger | undefined {
  if (before.type === 'bytes' && after.type === 'string') {
    const what = writtenLogicalType(before)?.name === 'decimal' ? 'Decimals' : 'Bytes';
    return {
      message: `${what} written before are read as UTF-8 text: what is no valid UTF-8 is replaced or fails, and cannot be restored from the text.`,
      advice: 'Keep bytes, and add a new string field for text.',
      acceptedAt: levelsOfTypes(before, after),
    };
  }
  if (before.type !== 'string' || after.type !== 'bytes') return undefined;
  return {
    severity: 'warning',
    message:
      'New readers get raw UTF-8 bytes where there was text, and readers of the older schema take new bytes for text, which destroys what is no valid UTF-8.',
    advice: 'Keep string, and add a new bytes field for binary data.',
    acceptedAt: levelsOfTypes(before, after),
  };
}
