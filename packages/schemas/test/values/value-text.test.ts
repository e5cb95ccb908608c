import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSchemaError } from '../../src/index.ts';
import { parseValue, printValue } from '../../src/values/index.ts';

describe('parseValue', () => {
  it('reads what JSON.parse reads', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const numbers = (_: string, value: unknown) =>
          typeof value === 'bigint' ? Number(value) : value;
        expect(JSON.stringify(parseValue(text), numbers)).toBe(JSON.stringify(JSON.parse(text)));
      }),
    );
  });

  it('keeps every digit of an integer', () => {
    expect(parseValue('{"a":9223372036854775807,"b":-9007199254740993,"c":[1.5e3,7]}')).toEqual({
      a: 9223372036854775807n,
      b: -9007199254740993n,
      c: [1500, 7],
    });
  });

  it('keeps a member of the name __proto__', () => {
    const value = parseValue('{"__proto__":12345678901234567890}');
    expect(Object.entries(Object(value))).toEqual([['__proto__', 12345678901234567890n]]);
  });

  it.for([
    ['{"a":1,\n "b":}', 'invalid_value', 'line 2, column 6'],
    ['', 'invalid_value', 'The text is empty'],
    ['['.repeat(3000), 'too_large', 'deeper than the 1000 levels'],
    [' '.repeat(20_000_001), 'too_large', 'more than the 20000000 allowed'],
  ] as const)('refuses %.20j as %s', ([text, code, message]) => {
    expect(() => parseValue(text)).toThrow(
      expect.toSatisfy((error) => isSchemaError(error, code) && error.message.includes(message)),
    );
  });
});

describe('printValue', () => {
  it('prints what JSON.parse reads again', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        expect(JSON.parse(printValue(value))).toEqual(value);
      }),
    );
  });

  it('prints what JSON has no word for', () => {
    const value = {
      a: 2n ** 63n,
      b: Number.NaN,
      c: -Infinity,
      d: Uint8Array.of(65, 255),
      e: undefined,
    };
    expect(printValue(value)).toBe('{"a":9223372036854775808,"b":"NaN","c":"-Infinity","d":"Aÿ"}');
  });

  it('refuses what nests too deep', () => {
    let value: unknown = 1;
    for (let level = 0; level < 3000; level += 1) value = [value];
    expect(() => printValue(value)).toThrow('nests deeper than 1000 levels');
  });
});
