import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { avroTextComplaint } from '../../../src/http/jackson/avro-text-complaint.ts';
import { readJson, readTrailing } from '../../../src/http/jackson/read-json.ts';
import { spellingOf } from '../../../src/http/jackson/spelled-number.ts';

// All of this is what Jackson 2.21 said of these texts, with the features that the real registry reads them with.

const source = '[Source: REDACTED (`StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION` disabled);';

/** What is said of a body. */
function bodyComplaint(text: string): string | undefined {
  const { complaint, cursor } = readJson(text, 'body');
  if (complaint) return complaint.message;
  const trailing = readTrailing(cursor);
  return typeof trailing === 'object' ? trailing.message : trailing;
}

const plus =
  "Unexpected character ('+' (code 43)) in numeric value: JSON spec does not allow numbers to have plus signs: enable `JsonReadFeature.ALLOW_LEADING_PLUS_SIGN_FOR_NUMBERS` to allow";
const words = "(JSON String, Number, Array, Object or token 'null', 'true' or 'false')";
const control = 'only regular white space (\\r, \\n, \\t) is allowed between tokens';
const comment =
  "Unexpected character ('/' (code 47)): maybe a (non-standard) comment? (not recognized as one since Feature 'ALLOW_COMMENTS' not enabled for parser)";

describe('an Avro text', () => {
  test.each([
    ['string', `Unrecognized token 'string': was expecting ${words}`, 1, 1],
    ['nullx', `Unrecognized token 'nullx': was expecting ${words}`, 1, 1],
    ['[tru]', `Unrecognized token 'tru': was expecting ${words}`, 1, 2],
    ['+Inf', `Unrecognized token '+Inf': was expecting ${words}`, 1, 1],
    ['a$b c', `Unrecognized token 'a$b': was expecting ${words}`, 1, 1],
    ['x'.repeat(300), `Unrecognized token '${'x'.repeat(256)}...': was expecting ${words}`, 1, 1],
    ['#', `Unexpected character ('#' (code 35)): expected a valid value ${words}`, 1, 1],
    ['[1,]', `Unexpected character (']' (code 93)): expected a valid value ${words}`, 1, 4],
    ['[1,}', "Unexpected character ('}' (code 125)): expected a value", 1, 4],
    [
      '\ud800',
      `Unexpected character ('\ud800' (code 55296 / 0xd800)): expected a valid value ${words}`,
      1,
      1,
    ],
    ['\x7f', `Unexpected character ((CTRL-CHAR, code 127)): expected a valid value ${words}`, 1, 1],
    [
      '{bad',
      "Unexpected character ('b' (code 98)): was expecting double-quote to start field name",
      1,
      2,
    ],
    [
      '\r\n\r\n{x',
      "Unexpected character ('x' (code 120)): was expecting double-quote to start field name",
      3,
      2,
    ],
    [
      '{"a" 1}',
      "Unexpected character ('1' (code 49)): was expecting a colon to separate field name and value",
      1,
      6,
    ],
    [
      '[1 2]',
      "Unexpected character ('2' (code 50)): was expecting comma to separate Array entries",
      1,
      4,
    ],
    [
      '[null$]',
      "Unexpected character ('$' (code 36)): was expecting comma to separate Array entries",
      1,
      6,
    ],
    ['}', "Unexpected close marker '}': no open Object to close", 1, 1],
    [
      '{"a":1]',
      `Unexpected close marker ']': expected '}' (for Object starting at ${source} line: 1, column: 1])`,
      1,
      7,
    ],
    [' [1,\n', 'Unexpected end-of-input within/between Array entries', 2, 1],
    [
      '"a\nb"',
      'Illegal unquoted character ((CTRL-CHAR, code 10)): has to be escaped using backslash to be included in string value',
      1,
      3,
    ],
    [
      '{"a\tb":1}',
      'Illegal unquoted character ((CTRL-CHAR, code 9)): has to be escaped using backslash to be included in name',
      1,
      4,
    ],
    ['"a\\qb"', "Unrecognized character escape 'q' (code 113)", 1, 4],
    [
      '"\\u12g4"',
      "Unexpected character ('g' (code 103)): expected a hex-digit for character escape sequence",
      1,
      6,
    ],
    ['{\x01', `Illegal character ((CTRL-CHAR, code 1)): ${control}`, 1, 3],
    ['/* \x00 */1', `Illegal character ((CTRL-CHAR, code 0)): ${control}`, 1, 5],
    [
      '/x',
      "Unexpected character ('x' (code 120)): was expecting either '*' or '/' for a comment",
      1,
      2,
    ],
    ['[01]', 'Invalid numeric value: Leading zeroes not allowed', 1, 3],
    [
      '1x',
      "Unexpected character ('x' (code 120)): Expected space separating root-level values",
      1,
      2,
    ],
    [
      '[-]',
      "Unexpected character (']' (code 93)) in numeric value: expected digit (0-9) to follow minus sign, for valid numeric value",
      1,
      3,
    ],
    [
      '-Ix',
      "Unexpected character ('x' (code 120)) in numeric value: expected digit (0-9) to follow minus sign, for valid numeric value",
      1,
      3,
    ],
    ['-.5', `Unexpected character ('.' (code 46)): expected a valid value ${words}`, 1, 2],
    ['+1', plus, 1, 2],
    [
      '12.',
      "Unexpected character ('.' (code 46)) in numeric value: Decimal point not followed by a digit",
      1,
      3,
    ],
    [
      '[12.x',
      "Unexpected character ('x' (code 120)) in numeric value: Decimal point not followed by a digit",
      1,
      4,
    ],
    [
      '[0.x',
      "Unexpected character ('x' (code 120)) in numeric value: Decimal point not followed by a digit",
      1,
      4,
    ],
    [
      '[1.5ex',
      "Unexpected character ('x' (code 120)) in numeric value: Exponent indicator not followed by a digit",
      1,
      3,
    ],
    [
      'NaN',
      "Non-standard token 'NaN': enable `JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS` to allow",
      1,
      4,
    ],
  ])('%j is no JSON', (text, message, line, column) => {
    expect(avroTextComplaint(text)).toBe(
      `com.fasterxml.jackson.core.JsonParseException: ${message}\n at ${source} line: ${line}, column: ${column}]`,
    );
  });

  test.each([
    ['{', `: expected close marker for Object (start marker at ${source} line: 1, column: 1])`, 2],
    ['[1', `: expected close marker for Array (start marker at ${source} line: 1, column: 1])`, 3],
    ['{"a"', ' within/between Object entries', 5],
    ['{"a":', ' within/between Object entries', 6],
    ['{"a', ' in field name', 4],
    ['"abc', ': was expecting closing quote for a string value', 5],
    ['"\\', ' in character escape sequence', 3],
    ['/* abc', ' in a comment', 7],
    ['-', 'No digit following sign', 2],
    ['-I', ' in a Number value', 3],
    ['1e', 'expected a digit for number exponent', 3],
  ])('%j ends too early', (text, rest, column) => {
    expect(avroTextComplaint(text)).toBe(
      `com.fasterxml.jackson.core.io.JsonEOFException: Unexpected end-of-input${rest}\n at ${source} line: 1, column: ${column}]`,
    );
  });

  test.each([
    [
      '['.repeat(1001),
      'Document nesting depth (1001) exceeds the maximum allowed (1000, from `StreamReadConstraints.getMaxNestingDepth()`)',
    ],
    [
      '1'.repeat(1001),
      'Number value length (1001) exceeds the maximum allowed (1000, from `StreamReadConstraints.getMaxNumberLength()`)',
    ],
    [
      `{"${'a'.repeat(50_001)}":1}`,
      'Name length (50001) exceeds the maximum allowed (50000, from `StreamReadConstraints.getMaxNameLength()`)',
    ],
  ])('%.5s… is over a limit', (text, message) => {
    expect(avroTextComplaint(text)).toBe(
      `com.fasterxml.jackson.core.exc.StreamConstraintsException: ${message}`,
    );
  });

  test('may hold comments, and is over after its first value', () => {
    expect(avroTextComplaint('// a\n/* b */ "int" // c')).toBeUndefined();
    expect(avroTextComplaint('{} }')).toBeUndefined();
  });
});

describe('a body', () => {
  test.each([
    ['{"schema":"abc', 'Unexpected end-of-input in VALUE_STRING'],
    ['{"', `Unexpected end-of-input: was expecting closing '"' for name`],
    ['{"sch', 'Unexpected end-of-input in field name'],
    ['{"id":-', 'Unexpected end-of-input in FIELD_NAME'],
    ['[1,2e', 'Unexpected end-of-input in VALUE_NUMBER_INT'],
    ['-', 'Unexpected end-of-input in null'],
    ['[1,]', "Unexpected character (']' (code 93)): expected a value"],
    ['{"a":,}', "Unexpected character (',' (code 44)): expected a value"],
    ['{"a":1, /* c */ "b":2}', comment],
    [
      '{} x',
      `Unrecognized token 'x': was expecting ${words.replace('Number', "Number (or 'NaN'/'+INF'/'-INF')")}`,
    ],
    [
      '{"é" 1}',
      "Unexpected character ('1' (code 49)): was expecting a colon to separate field name and value",
    ],
    ['é', 'Invalid UTF-8 start byte 0xa9'],
    [
      '[1 é]',
      "Unexpected character ('Ã' (code 195)): was expecting comma to separate Array entries",
    ],
    [
      '{"é":[',
      `Unexpected end-of-input: expected close marker for Array (start marker at ${source} line: 1, column: 7])`,
    ],
    ['{} {}', 'START_OBJECT'],
    ['{} "', 'VALUE_STRING'],
    ['{} 1.5', 'VALUE_NUMBER_FLOAT'],
  ])('%j is no JSON, or is more', (text, message) => {
    expect(bodyComplaint(text)).toBe(message);
  });

  test.each(['NaN', 'Infinity', '-INF', '+INF', '1.0', '1e400', '-0', '12345678901234567890'])(
    '%s keeps its spelling',
    (number) => {
      const { value } = readJson(`[${number}]`, 'body');
      expect(Array.isArray(value) && spellingOf(value[0])).toBe(number);
    },
  );

  test('that ends too early is read as far as it goes', () => {
    expect(readJson('{"a":["b",{"__proto__":true,"c":"d', 'body').value).toEqual({
      a: ['b', JSON.parse('{"__proto__":true}')],
    });
  });
});

const isJson = (text: string) => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

test('all JSON is read, and of every other text something is said', () => {
  const mutated = fc
    .tuple(fc.json(), fc.nat(), fc.nat({ max: 2 }), fc.string({ unit: 'binary', maxLength: 3 }))
    .map(([json, at, over, piece]) => {
      const start = at % (json.length + 1);
      return json.slice(0, start) + piece + json.slice(start + over);
    });
  fc.assert(
    fc.property(fc.oneof(mutated, fc.json(), fc.string()), (text) => {
      const isMore = /NaN|INF|Infinity/.test(text) || text.trim() === '';
      fc.pre(!isMore);
      expect(bodyComplaint(text) === undefined).toBe(isJson(text));
    }),
    { numRuns: 3000 },
  );
});

test('a million brackets are no matter', () => {
  expect(bodyComplaint('['.repeat(1_000_000))).toMatch(/nesting depth/);
  expect(bodyComplaint(`{"a":${'['.repeat(999)}${']'.repeat(999)}}`)).toBeUndefined();
});
