import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../../src/index.ts';
import { isSchemaError, parseLosslessJson, printLosslessJson } from '../../src/index.ts';

describe('printLosslessJson', () => {
  it('escapes only what JSON demands, with capital hexadecimal digits', () => {
    expect(printLosslessJson('"\\/\b\f\n\r\t\u0001\u001f\u007fé\u2028\ud800')).toBe(
      '"\\"\\\\/\\b\\f\\n\\r\\t\\u0001\\u001F\u007fé\u2028\ud800"',
    );
  });

  it('prints empty arrays and objects', () => {
    expect(printLosslessJson(parseLosslessJson(' [ { } , [ ] ] '))).toBe('[{},[]]');
  });

  it('sorts the keys of every object by UTF-16 unit where it is told to', () => {
    const value = parseLosslessJson('{"b":[{"z":1,"a":2}],"a":null,"B":{"2":1,"10":2},"é":0}');
    expect(printLosslessJson(value, { sortKeys: true })).toBe(
      '{"B":{"10":2,"2":1},"a":null,"b":[{"a":2,"z":1}],"é":0}',
    );
  });

  it('refuses a value that nests too deep instead of overflowing the stack', () => {
    let value: JsonValue = null;
    for (let level = 0; level < 100_000; level += 1) value = [value];
    expect(() => printLosslessJson(value)).toThrow(
      expect.toSatisfy((error) => isSchemaError(error, 'too_large')),
    );
  });
});
