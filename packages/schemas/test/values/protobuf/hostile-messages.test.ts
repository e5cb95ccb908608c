import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { checkValue, decodeValue, encodeValue, exampleValue } from '../../../src/values/index.ts';
import { proto, proto2, proto3 } from './shop-schema.ts';

// Far more than the second that they may take, as machines are slow and busy.
const second = { timeout: 30_000 };

function nest(levels: number, innermost: object, wrap: (inner: object) => object): object {
  let value = innermost;
  for (let level = 0; level < levels; level += 1) value = wrap(value);
  return value;
}

/** A message in a message in a message, all in field 1. */
function nestBytes(levels: number): Uint8Array {
  const parts: Uint8Array[] = [];
  let size = 0;
  for (let level = 0; level < levels; level += 1) {
    const length: number[] = [];
    for (let left = size; ; left >>>= 7) {
      length.push(left > 0x7f ? (left & 0x7f) | 0x80 : left);
      if (left <= 0x7f) break;
    }
    const part = Uint8Array.of(10, ...length);
    parts.push(part);
    size += part.length;
  }
  return Buffer.concat(parts.reverse());
}

describe('messages of Protobuf that are made to be too much', () => {
  it.for([
    ['messages', 'M f = 1;', (f: object) => ({ f }), 100],
    ['maps of messages', 'map<string, M> f = 1;', (a: object) => ({ f: { a } }), 50],
  ] as const)(
    'takes %s to the level that readers take, and refuses deeper ones',
    ([, field, wrap, levels]) => {
      const schema = proto3(field);
      const deepest = nest(levels, {}, wrap);
      const bytes = encodeValue(schema, deepest);
      expect(decodeValue(schema, bytes)).toEqual(deepest);
      for (const more of [levels + 1, 100_000]) {
        expect(checkValue(schema, nest(more, {}, wrap))).toMatchObject({
          problems: [{ message: expect.stringContaining('nests deeper than 100 levels') }],
        });
      }
    },
  );

  it.for([
    ['messages', 'M f = 1;', nestBytes(100_000)],
    ['unknown groups', 'int32 f = 1;', new Uint8Array(1_000_000).fill(0x13)],
    ['groups', 'repeated group G = 1 { optional M m = 2; }', new Uint8Array(1_000_000).fill(0x0b)],
    ['values of JSON', 'google.protobuf.Value f = 1;', structBytes()],
  ] as const)('refuses %s that are too deep', second, ([, field, bytes]) => {
    const schema = field.includes('group') ? proto2(field) : proto3(field);
    expect(checkValue(schema, bytes)).toMatchObject({
      problems: [{ message: expect.stringContaining('nests deeper than 100 levels') }],
    });
  });

  it('refuses an Any in an Any in an Any', second, () => {
    const schema = proto3('google.protobuf.Any f = 1;');
    const any = { '@type': 'x/google.protobuf.Any' };
    const wrap = (value: object) => ({ ...any, value });
    expect(checkValue(schema, { f: nest(5000, {}, wrap) })).toMatchObject({
      problems: [{ message: expect.stringContaining('nests deeper than 100 levels') }],
    });
    const deepest = { f: nest(98, {}, wrap) };
    const bytes = encodeValue(schema, deepest);
    expect(decodeValue(schema, bytes)).toEqual(deepest);
    const url = Buffer.from('x/google.protobuf.Any');
    const deeper = Buffer.concat([
      Uint8Array.from([
        10,
        ...varint(url.length + 2 + 1 + varint(bytes.length).length + bytes.length),
      ]),
      Uint8Array.of(10, url.length),
      url,
      Uint8Array.from([18, ...varint(bytes.length)]),
      bytes,
    ]);
    expect(checkValue(schema, deeper).valid).toBe(false);
  });

  it.for([
    ['a length', 'string f = 1;', [10, 255, 255, 255, 255, 15]],
    ['a packed list', 'repeated fixed64 f = 1;', [10, 255, 255, 255, 255, 15]],
    ['a message', 'Line f = 1;', [10, 255, 255, 255, 255, 7]],
  ] as const)('believes nothing that %s claims', second, ([, field, bytes]) => {
    expect(checkValue(proto3(field), Uint8Array.from(bytes))).toMatchObject({
      problems: [{ message: expect.stringContaining('The bytes end') }],
    });
  });

  it('answers about texts of 10 MB', second, () => {
    const texts = proto3('repeated string f = 1;');
    const large = { f: ['x'.repeat(5_000_000), 'é'.repeat(2_500_000)] };
    expect(decodeValue(texts, encodeValue(texts, large))).toEqual(large);
  });

  it.for([
    ['a million messages', 'repeated Line f = 1;', pairs(1_000_000), undefined],
    ['millions of messages', 'repeated Line f = 1;', pairs(3_000_000), 'millions of values'],
    ['millions of numbers', 'repeated int32 f = 1;', packed(10_500_000), 'millions of values'],
  ] as const)('answers about %s, or refuses them in words', second, ([, field, bytes, message]) => {
    const check = checkValue(proto3(field), bytes);
    expect(check.valid ? undefined : check.problems[0]?.message).toEqual(
      message === undefined ? undefined : expect.stringContaining(message),
    );
  });

  it('refuses millions of numbers of JSON in words', second, () => {
    const numbers = { f: Array(10_500_000).fill(1) };
    expect(checkValue(proto3('repeated int32 f = 1;'), numbers)).toMatchObject({
      problems: [{ message: expect.stringContaining('millions of values') }],
    });
  });

  it('answers where every message could have many fields', second, () => {
    const fields = Array.from({ length: 5000 }, (_, at) => `int32 f${at} = ${at + 2};`).join('\n');
    const wide = proto(`syntax = "proto3"; message W { repeated W w = 1; ${fields} }`);
    const value = { w: Array.from({ length: 100_000 }, () => ({ f7: 1 })) };
    const bytes = encodeValue(wide, value);
    expect(decodeValue(wide, bytes)).toEqual(value);
    expect(exampleValue(wide, { maxDepth: 1 })).toHaveProperty('f4999');
  });

  it('makes examples where every message has a wide oneof', second, () => {
    const members = Array.from({ length: 20_000 }, (_, at) => `M f${at} = ${at + 3};`).join('\n');
    const schema = proto3(`repeated M a = 1; oneof o { int32 b = 2; ${members} }`);
    for (const maxDepth of [2, 50]) {
      const example = exampleValue(schema, { maxDepth });
      expect(checkValue(schema, example)).toEqual({ valid: true });
    }
  });

  it('answers where a oneof is written again and again', second, () => {
    const fields = Array.from({ length: 5000 }, (_, at) => `int32 f${at} = ${at + 3};`).join('\n');
    const schema = proto3(`oneof o { int32 a = 1; int32 b = 2; } ${fields}`);
    const all = Object.fromEntries(Array.from({ length: 5000 }, (_, at) => [`f${at}`, 1]));
    const often = new Uint8Array(1_000_000).map((_, at) => [8, 1, 16, 1][at % 4] ?? 0);
    const bytes = Buffer.concat([encodeValue(schema, all), often]);
    expect(decodeValue(schema, bytes)).toEqual({ ...all, b: 1 });
  });
});

function varint(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...varint(value >>> 7)];
}

/** So many empty messages in field 1. */
function pairs(count: number): Uint8Array {
  return new Uint8Array(count * 2).map((_, at) => (at % 2 === 0 ? 10 : 0));
}

/** So many ones in a packed list in field 1. */
function packed(count: number): Uint8Array {
  const head = [10, ...varint(count)];
  const bytes = new Uint8Array(head.length + count).fill(1);
  bytes.set(head);
  return bytes;
}

/** A list of JSON in a list of JSON, more of them than are taken. */
function structBytes(): Uint8Array {
  let bytes = Uint8Array.of();
  for (let level = 0; level < 60; level += 1) {
    const list = Uint8Array.from([10, ...varint(bytes.length), ...bytes]);
    bytes = Uint8Array.from([50, ...varint(list.length), ...list]);
  }
  return Uint8Array.from([10, ...varint(bytes.length), ...bytes]);
}
