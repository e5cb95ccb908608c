import { describe, expect, it } from 'vitest';
import { normalizeSchema, parseSchema } from '../../src/index.ts';
import { refusal } from '../avro/refusal.ts';

describe('JSON Schema', () => {
  it('is stored without white space, its keys in order', () => {
    const text = '{ "type" : "object",\n "2": 1, "1": { "b": [ ], "a": { } } }';
    const schema = parseSchema('JSON', text);
    expect(schema.text).toBe('{"type":"object","2":1,"1":{"b":[],"a":{}}}');
    expect(normalizeSchema(schema)).toBe('{"1":{"a":{},"b":[]},"2":1,"type":"object"}');
  });

  it.for([
    ['1.0', '1.0'],
    ['1e3', '1E+3'],
    ['12.50e3', '1.250E+4'],
    ['1e-3', '0.001'],
    ['1E-7', '1E-7'],
    ['0.0000001', '1E-7'],
    ['-0.0', '0.0'],
    ['-0', '0'],
    ['0e5', '0E+5'],
    ['9223372036854775808', '9223372036854775808'],
    ['0.1000000000000000055511151231257827', '0.1000000000000000055511151231257827'],
  ])('writes the number %s as %s', ([from, to]) => {
    expect(parseSchema('JSON', `{"const":${from}}`).text).toBe(`{"const":${to}}`);
  });

  it.for(['null', '1', '"string"', '[]', '', '{} {}', '{} // c', '{"a":}'])(
    'refuses %j',
    (text) => {
      expect(refusal(text, {}, 'JSON').code).toBe('invalid_schema');
    },
  );

  it('refuses 10,000 levels in words', () => {
    expect(refusal('{"not":'.repeat(10_000), {}, 'JSON').code).toBe('too_large');
  });
});
