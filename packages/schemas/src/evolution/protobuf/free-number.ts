import type { ProtoMessage, ProtoRange } from '../../protobuf/model.ts';

const GREATEST = 536_870_911;

/**
 * A field number that none of some versions of a message uses or reserves.
 *
 * @returns undefined where there is none above those in use
 */
export function freeNumber(versions: readonly ProtoMessage[]): number | undefined {
  let number = 0;
  for (const message of versions) {
    const parts = [message, ...message.oneofs];
    for (const { fields, groups } of parts) {
      for (const each of [...fields, ...groups]) number = Math.max(number, each.number);
    }
    for (const { values } of message.reserved) {
      for (const value of values) number = Math.max(number, lastOf(value));
    }
    for (const { values } of message.extensionRanges) {
      for (const value of values) number = Math.max(number, lastOf(value));
    }
  }
  const next = number + 1;
  // These belong to Protobuf itself.
  const free = next >= 19_000 && next <= 19_999 ? 20_000 : next;
  return free <= GREATEST ? free : undefined;
}

function lastOf(value: string | number | ProtoRange): number {
  if (typeof value === 'string') return 0;
  if (typeof value === 'number') return value;
  return value.to === 'max' ? GREATEST : value.to;
}
