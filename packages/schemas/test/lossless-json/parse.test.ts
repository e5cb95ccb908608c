import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseLosslessJson, printLosslessJson, SchemaError } from '../../src/index.ts';
import { arbitraryJson } from './arbitrary-json.ts';

function refusal(text: string, options = {}): SchemaError {
  try {
    parseLosslessJson(text, options);
  } catch (error) {
    if (error instanceof SchemaError) return error;
    throw error;
  }
  throw new Error(`taken: ${text}`);
}

describe('parseLosslessJson', () => {
  it('keeps numbers as they were written', () => {
    const text = '[9223372036854775807,1.0,1e3,-0,0.10,1E+400]';
    expect(printLosslessJson(parseLosslessJson(text))).toBe(text);
  });

  it('keeps the order of keys that look like integers or like __proto__', () => {
    const text = '{"b":1,"2":2,"__proto__":{"x":1},"1":3,"constructor":null}';
    expect(printLosslessJson(parseLosslessJson(text))).toBe(text);
  });

  it('keeps lone surrogates, written or escaped', () => {
    expect(parseLosslessJson('"\\ud800x"')).toBe('\ud800x');
    expect(parseLosslessJson('"\udc00"')).toBe('\udc00');
  });

  it('lets the last of equal keys count, at the place of the first', () => {
    expect(printLosslessJson(parseLosslessJson('{"a":1,"b":2,"a":3}'))).toBe('{"a":3,"b":2}');
  });

  it('reads back whatever it prints', () => {
    fc.assert(
      fc.property(arbitraryJson, (value) => {
        expect(parseLosslessJson(printLosslessJson(value))).toEqual(value);
      }),
    );
  });

  it('reads everything that JSON.parse reads as the same value', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(JSON.parse(printLosslessJson(parseLosslessJson(text)))).toEqual(JSON.parse(text));
      }),
    );
  });

  it('refuses every prefix of a text that JSON.parse refuses', () => {
    const text = '{"a":[1.5e-3,true,null,"x\\u00e9\\n"],"b":{"c":-1}}';
    for (let length = 0; length < text.length; length += 1) {
      expect(refusal(text.slice(0, length)).code).toBe('invalid_schema');
    }
  });

  it.for([
    '01',
    '1.',
    '.5',
    '+1',
    '1e',
    '--1',
    'NaN',
    'nul',
    "'a'",
    '[1,]',
    '{"a":1,}',
    '{a:1}',
    '"\t"',
    '"\\x41"',
    '"\\u00g0"',
    '[1 2]',
    '\ufeff1',
    '1 // c',
    '# c\n1',
  ])('refuses %j', (text) => {
    expect(() => JSON.parse(text)).toThrow();
    expect(refusal(text).code).toBe('invalid_schema');
  });

  it('says in which line and column a text is broken', () => {
    expect(refusal('{\n  "a": 1,\r\n  "b" 2\n}')).toMatchObject({
      line: 3,
      column: 7,
      message: "The text is not valid JSON. Expected ':' after a member name: line 3, column 7.",
    });
  });

  it('takes comments where it is told to', () => {
    const text = '/* a */ { // b\n "x" /**/ : /* c\n*/ 1 // d\n } // e';
    expect(printLosslessJson(parseLosslessJson(text, { comments: true }))).toBe('{"x":1}');
    expect(refusal('/* never ends', { comments: true }).details).toContain('does not end');
    expect(refusal('/ 1', { comments: true }).line).toBe(1);
  });

  it('refuses what nests deeper than allowed, in words and at once', () => {
    expect(parseLosslessJson(`${'['.repeat(512)}${']'.repeat(512)}`)).toHaveLength(1);
    expect(refusal('['.repeat(513)).code).toBe('too_large');
    expect(refusal('[{"a":'.repeat(1_000_000)).message).toContain('deeper than the 512 levels');
    expect(refusal('['.repeat(1_000_000), { maxDepth: 1_000_000 }).code).toBe('too_large');
  });

  it('refuses texts and numbers that are longer than allowed', () => {
    expect(refusal('[1,2,3]', { maxLength: 6 }).code).toBe('too_large');
    expect(refusal('1'.repeat(1001)).code).toBe('too_large');
  });
});
