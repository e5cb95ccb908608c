import { readMessage, type WireField } from './wire.ts';

/** Thrown inside of this folder where bytes are no descriptor; whoever reads one asks another way then. */
export class NoDescriptor extends Error {}

/** The fields of a message of a descriptor, by their numbers. */
export interface DescriptorReader {
  text(number: number): string | undefined;
  texts(number: number): string[];
  integer(number: number): number | undefined;
  integers(number: number): number[];
  flag(number: number): boolean;
  message(number: number): DescriptorReader | undefined;
  messages(number: number): DescriptorReader[];
  /** As they are written. */
  readonly fields: readonly WireField[];
}

const decoder = new TextDecoder();

/**
 * Reads the bytes of a message.
 *
 * @throws NoDescriptor where they are none
 */
export function descriptorReader(bytes: Uint8Array): DescriptorReader {
  const fields = readMessage(bytes);
  if (fields === undefined) throw new NoDescriptor('no message');

  const blobs = (number: number): Uint8Array[] =>
    fields.flatMap(([at, value]) => {
      if (at !== number) return [];
      if (value.kind !== 'bytes') throw new NoDescriptor('no text and no message');
      return [value.value];
    });
  const texts = (number: number): string[] => blobs(number).map((blob) => decoder.decode(blob));
  const integers = (number: number): number[] =>
    fields.flatMap(([at, value]) => {
      if (at !== number) return [];
      if (value.kind === 'bytes') return packed(value.value);
      if (value.kind !== 'varint') throw new NoDescriptor('no whole number');
      return [Number(BigInt.asIntN(32, value.value))];
    });
  const messages = (number: number): DescriptorReader[] => blobs(number).map(descriptorReader);

  return {
    texts,
    text: (number) => texts(number).at(-1),
    integers,
    integer: (number) => integers(number).at(-1),
    flag: (number) => integers(number).at(-1) === 1,
    messages,
    message: (number) => messages(number).at(-1),
    fields,
  };
}

/** Several whole numbers in one field. */
function packed(bytes: Uint8Array): number[] {
  const found: number[] = [];
  let value = 0n;
  let shift = 0n;
  for (const byte of bytes) {
    value |= BigInt(byte & 0x7f) << shift;
    shift += 7n;
    if (byte >= 0x80) continue;
    found.push(Number(BigInt.asIntN(32, value)));
    value = 0n;
    shift = 0n;
  }
  return found;
}
