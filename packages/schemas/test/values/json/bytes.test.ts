import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSchemaError, parseSchema } from '../../../src/index.ts';
import { checkValue, decodeValue, encodeValue } from '../../../src/values/index.ts';
import { arbitraryJson } from './arbitrary-json-schema.ts';

const order = parseSchema(
  'JSON',
  '{"type":"object","required":["id"],"properties":{"id":{"type":"integer"},"name":{"type":"string"}}}',
);
const any = parseSchema('JSON', 'true');
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const prefixed = (text: string): Uint8Array => Uint8Array.of(0, 0, 0, 0, 77, ...utf8(text));

describe('checkValue of bytes', () => {
  it('takes JSON with and without the prefix of a registry', () => {
    expect(checkValue(order, utf8('{"id":1}'))).toEqual({ valid: true });
    expect(checkValue(order, prefixed('{"id":1}'))).toEqual({ valid: true, schemaId: 77 });
    expect(checkValue(order, prefixed('{"id":"1","name":2}'))).toMatchObject({
      valid: false,
      schemaId: 77,
      problems: [{ path: '/id' }, { path: '/name' }],
    });
  });

  it('demands or ignores the prefix on request', () => {
    expect(checkValue(order, utf8('{"id":1}'), { wirePrefix: 'required' })).toMatchObject({
      problems: [{ offset: 0, message: expect.stringContaining('do not begin with the prefix') }],
    });
    expect(checkValue(order, prefixed('{"id":1}'), { wirePrefix: 'none' })).toMatchObject({
      problems: [{ offset: 0, found: 'the byte 0' }],
    });
  });

  it.for([
    ['{"id" 1}', 6, "Expected ':' after a member name", 'the byte 49'],
    ['{"id":\n\n  ]', 10, 'Expected a value', 'the byte 93'],
    ['{"name":"é","id":01}', 18, 'This is no number', 'the byte 48'],
    ['', 0, 'The text is empty', 'the end of the bytes'],
    ['{}x', 2, 'more text after the end', 'the byte 120'],
  ] as const)('names the offset at which %j breaks', ([text, at, reason, found]) => {
    for (const [bytes, offset] of [
      [utf8(text), at],
      [prefixed(text), at + 5],
    ] as const) {
      expect(checkValue(any, bytes)).toMatchObject({
        problems: [
          { path: '/', expected: 'JSON', found, offset, message: expect.stringContaining(reason) },
        ],
      });
    }
  });

  it('names the offset at which the bytes are no UTF-8', () => {
    for (const [offset, wrong] of [
      [3, [0xff]],
      [4, [0xc3, 0x22]],
      [4, [0xed, 0xa0, 0x80]],
    ] as const) {
      const bytes = Uint8Array.of(0x22, 0xc3, 0xa9, ...wrong, 0x22);
      expect(checkValue(any, bytes)).toMatchObject({
        problems: [{ offset, message: `The bytes are no UTF-8 at offset ${offset}.` }],
      });
    }
    expect(checkValue(any, Uint8Array.of(0x22, 0xc3))).toMatchObject({
      problems: [{ expected: 'UTF-8', found: 'the end of the bytes', offset: 2 }],
    });
  });
});

describe('encodeValue and decodeValue', () => {
  it('write JSON in UTF-8 and read it again, every digit included', () => {
    const value = { id: 12345678901234567890n, name: 'é\ud800"' };
    const bytes = encodeValue(order, value, { schemaId: 77 });
    expect(new TextDecoder().decode(bytes.subarray(5))).toBe(
      '{"id":12345678901234567890,"name":"é\\ud800\\""}',
    );
    expect([...bytes.subarray(0, 5)]).toEqual([0, 0, 0, 0, 77]);
    expect(decodeValue(order, bytes)).toEqual(value);
  });

  it('return what was given', () => {
    fc.assert(
      fc.property(arbitraryJson, (value) => {
        expect(decodeValue(any, encodeValue(any, value))).toEqual(value);
      }),
    );
  });

  it('refuse what does not fit', () => {
    const refused = expect.toSatisfy((error) => isSchemaError(error, 'invalid_value'));
    expect(() => encodeValue(order, { id: 'x' })).toThrow(refused);
    expect(() => encodeValue(any, utf8('{}'))).toThrow(refused);
    expect(() => decodeValue(order, utf8('{"id":"x"}'))).toThrow('At /id: Expected integer');
    expect(() => decodeValue(any, utf8('{'))).toThrow('The bytes are no JSON');
  });

  it('check a message against the reader as well', () => {
    const readerSchema = parseSchema('JSON', '{"required":["name"]}');
    expect(() => decodeValue(order, utf8('{"id":1}'), { readerSchema })).toThrow(
      '"name" is required',
    );
    expect(decodeValue(order, utf8('{"id":1,"name":"a"}'), { readerSchema })).toEqual({
      id: 1,
      name: 'a',
    });
    const avro = parseSchema('AVRO', '"int"');
    expect(() => decodeValue(order, utf8('{"id":1}'), { readerSchema: avro })).toThrow(
      expect.toSatisfy((error) => isSchemaError(error, 'not_supported')),
    );
  });
});
