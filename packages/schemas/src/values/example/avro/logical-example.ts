import { Buffer } from 'node:buffer';
import type { LogicalType } from '../../../avro/logical-type.ts';
import { logicalType } from '../../../avro/logical-type.ts';
import type { AvroFixed, AvroPrimitive } from '../../../avro/model.ts';
import type { ValueTree } from '../../avro/value-tree.ts';
import { plausibleUuid } from '../plausible-text.ts';
import { plausibleDay, plausibleMoment } from '../plausible-time.ts';
import type { Random } from '../random.ts';

const DAY = 86_400_000;
const MOST_DIGITS = 6;

/** A value of a logical type in the terms of what it stands on, or undefined where there is none. */
export function logicalExample(
  type: AvroPrimitive | AvroFixed,
  random: Random,
): ValueTree | undefined {
  const logical = logicalType(type);
  switch (logical?.name) {
    case undefined:
      return undefined;
    case 'date':
      return plausibleDay(random);
    case 'time-millis':
      return random.below(DAY);
    case 'time-micros':
      return BigInt(random.below(DAY)) * 1000n;
    case 'timestamp-millis':
    case 'local-timestamp-millis':
      return BigInt(plausibleMoment(random));
    case 'timestamp-micros':
    case 'local-timestamp-micros':
      return BigInt(plausibleMoment(random)) * 1000n;
    case 'timestamp-nanos':
    case 'local-timestamp-nanos':
      return BigInt(plausibleMoment(random)) * 1_000_000n;
    case 'uuid': {
      const uuid = plausibleUuid(random);
      return type.type === 'string' ? uuid : Buffer.from(uuid.replaceAll('-', ''), 'hex');
    }
    case 'decimal':
      return decimal(logical, type, random);
    case 'big-decimal':
      // The unscaled number with its length before it, and the scale 2: both as Avro writes them.
      return Buffer.from([4, ...signedBytes(random.between(256, 9999)), 4]);
    case 'duration': {
      const parts = Buffer.alloc(12);
      parts.writeUInt32LE(random.between(1, 30), 4);
      parts.writeUInt32LE(random.below(DAY), 8);
      return parts;
    }
    default:
      return undefined;
  }
}

/** A positive decimal of few digits, as the bytes of its unscaled number. */
function decimal(
  { precision = 1, scale = 0 }: LogicalType,
  type: AvroPrimitive | AvroFixed,
  random: Random,
): Buffer {
  const digits = Math.min(precision, MOST_DIGITS, scale + 4);
  const bytes = Buffer.from(signedBytes(random.between(1, 10 ** digits - 1)));
  if (type.type !== 'fixed') return bytes;
  return Buffer.concat([Buffer.alloc(type.size - bytes.length), bytes]);
}

/** A positive number in as few big-endian bytes as two's complement takes. */
function signedBytes(number: number): number[] {
  const bytes: number[] = [];
  for (let left = number; left > 0; left = Math.floor(left / 256)) bytes.unshift(left % 256);
  return (bytes[0] ?? 0) >= 0x80 ? [0, ...bytes] : bytes;
}
