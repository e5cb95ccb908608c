import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jsonComplaint } from '../../src/http/json-complaint.ts';

const isJson = (text: string) => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe('jsonComplaint', () => {
  test.each([
    ['x', /^Unrecognized token 'x': was expecting \(JSON String/],
    [
      '{',
      /^Unexpected end-of-input: expected close marker for Object \(start marker at .* line: 1, column: 1\]\)$/,
    ],
    ['{"a":', /^Unexpected end-of-input within\/between Object entries$/],
    ['}', /^Unexpected close marker '}': no open Object to close$/],
    [
      "{'a':1}",
      /^Unexpected character \(''' \(code 39\)\): was expecting double-quote to start field name$/,
    ],
    ['{"a":1} trailing', /^Unrecognized token 'trailing'/],
    ['[1 2]', /was expecting comma to separate Array entries/],
    ['["\\q"]', /Unrecognized character escape 'q'/],
  ])('says what is wrong with %s', (text, expected) =>
    expect(jsonComplaint(text)).toMatch(expected),
  );

  test('says something about every text that is not JSON, however broken', () => {
    const mutated = fc
      .tuple(fc.json(), fc.nat(), fc.string({ maxLength: 3 }))
      .map(([json, at, piece]) => {
        const place = at % (json.length + 1);
        return json.slice(0, place) + piece + json.slice(place + 1);
      });
    fc.assert(
      fc.property(
        fc.oneof(mutated, fc.string()).filter((text) => text.trim() !== '' && !isJson(text)),
        (text) => {
          expect(jsonComplaint(text)).not.toBe('');
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('ends on a million brackets', () => {
    expect(jsonComplaint('['.repeat(1_000_000))).toMatch(/nesting depth/);
  });
});
