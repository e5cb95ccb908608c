/** What stands in a field on the wire: a number, a text, or bytes that are a message or bytes. */
export type WireValue =
  | { readonly kind: 'varint'; readonly value: bigint }
  | { readonly kind: 'bytes'; readonly value: Uint8Array }
  | { readonly kind: 'fixed32' | 'fixed64'; readonly value: Uint8Array };

/** A field number and what stands in it. */
export type WireField = readonly [number: number, value: WireValue];

const WIRE_TYPES = { varint: 0n, fixed64: 1n, bytes: 2n, fixed32: 5n } as const;
const encoder = new TextEncoder();

/** A whole number; a negative one takes ten bytes. */
export function varint(value: number | bigint | boolean): WireValue {
  return { kind: 'varint', value: BigInt.asUintN(64, BigInt(value)) };
}

/** A text in UTF-8. */
export function text(value: string): WireValue {
  return { kind: 'bytes', value: encoder.encode(value) };
}

/** Bytes, or a message by its bytes. */
export function bytes(value: Uint8Array): WireValue {
  return { kind: 'bytes', value };
}

/** The bytes of a message, its fields in order of their numbers. */
export function writeMessage(fields: readonly WireField[]): Uint8Array {
  const parts: Uint8Array[] = [];
  for (const [number, field] of [...fields].sort((a, b) => a[0] - b[0])) {
    parts.push(varintBytes((BigInt(number) << 3n) | WIRE_TYPES[field.kind]));
    if (field.kind === 'varint') parts.push(varintBytes(field.value));
    if (field.kind === 'bytes') parts.push(varintBytes(BigInt(field.value.length)));
    if (field.kind !== 'varint') parts.push(field.value);
  }
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function varintBytes(value: bigint): Uint8Array {
  const found: number[] = [];
  let left = value;
  while (left >= 0x80n) {
    found.push(Number(left & 0x7fn) | 0x80);
    left >>= 7n;
  }
  found.push(Number(left));
  return Uint8Array.from(found);
}

/**
 * The fields of a message in the order in which they are written; groups are left out.
 *
 * @returns undefined where the bytes are no message
 */
export function readMessage(message: Uint8Array): WireField[] | undefined {
  const fields: WireField[] = [];
  let at = 0;
  let inGroups = 0;

  function number(): bigint | undefined {
    let value = 0n;
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const byte = message[at];
      if (byte === undefined) return undefined;
      at += 1;
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return BigInt.asUintN(64, value);
    }
    return undefined;
  }

  function some(length: number): Uint8Array | undefined {
    if (length > message.length - at) return undefined;
    at += length;
    return message.subarray(at - length, at);
  }

  function wireValue(wireType: number): WireValue | undefined {
    if (wireType === 0) {
      const value = number();
      return value === undefined ? undefined : { kind: 'varint', value };
    }
    const length = wireType === 2 ? number() : undefined;
    const size =
      wireType === 1 ? 8 : wireType === 5 ? 4 : length === undefined ? -1 : Number(length);
    const value = size < 0 ? undefined : some(size);
    if (value === undefined) return undefined;
    return { kind: wireType === 2 ? 'bytes' : wireType === 1 ? 'fixed64' : 'fixed32', value };
  }

  while (at < message.length) {
    const tag = number();
    if (tag === undefined || tag >> 3n === 0n || tag > 0xffff_ffffn) return undefined;
    const wireType = Number(tag & 7n);
    if (wireType === 3 || wireType === 4) {
      inGroups += wireType === 3 ? 1 : -1;
      if (inGroups < 0) return undefined;
      continue;
    }
    const value = wireValue(wireType);
    if (value === undefined) return undefined;
    if (inGroups === 0) fields.push([Number(tag >> 3n), value]);
  }
  return inGroups === 0 ? fields : undefined;
}
