import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSchemaError, parseSchema } from '../../src/index.ts';

/** Why a pattern is refused; undefined where it is taken. */
function problem(pattern: string): string | undefined {
  try {
    parseSchema('JSON', JSON.stringify({ pattern }));
    return undefined;
  } catch (error) {
    if (!isSchemaError(error, 'invalid_schema')) throw error;
    return /as Java reads it: (.*?), and is "/s.exec(error.message)?.[1];
  }
}

describe('a regular expression', () => {
  it.for([
    '',
    '^[a-z]+$',
    '^(?:a|b)*?c{1,3}+d{2}{3}$',
    '^*',
    'a|b|',
    ']}',
    '[]a]',
    '[^]a]',
    '[a-z&&[^aeiou]]',
    '[a[bc]d]',
    '[a-]',
    '[-a]',
    '[\\w.-]',
    '[\\d-x]',
    '[\\[\\]]',
    '[\\x41-\\x5A\\u0061-\\u007A]',
    '\\/\\-\\_\\.\\@',
    '\\d\\D\\s\\S\\w\\W\\h\\H\\v\\V\\R\\X',
    '\\b\\B\\A\\Z\\z\\G\\b{g}',
    '\\t\\n\\r\\f\\a\\e\\cA\\0101\\x{1F600}\\N{DIGIT ONE}',
    '\\p{L}\\pL\\P{Lu}\\p{IsAlphabetic}\\p{Alpha}\\p{InGreek}\\p{IsLatin}\\p{script=Latin}',
    '\\p{Letter}\\p{javaLowerCase}',
    '(?<year>[0-9]{4})-\\k<year>',
    '(a)\\1\\2',
    '(?i)a(?-i:b)(?im-sx)c',
    '(?=a*)(?!b+)(?>c)',
    '(?<=a{1,3})b(?<!cd?)',
    '(?<=(?=(?:ab)*)b)',
    '(?<=a*)b(?<![a-z]+c)(?<=(a)+)',
    '(?x) a # ( [ \\y\n b',
    '(?x:a #(\n)(?-x:#)',
    '\\Q[(*\\E+',
    '\\Q never ends (',
    '^🐲*$',
  ])('is taken: %s', (pattern) => {
    expect(problem(pattern)).toBeUndefined();
  });

  it.for([
    ['[', "a '[' is not closed"],
    ['[]', "a '[' is not closed"],
    ['[^]', "a '[' is not closed"],
    ['[[]', "a '[' is not closed"],
    ['[a&&', "a '[' is not closed"],
    ['[z-a]', 'z-a is no range of characters'],
    ['[a-\\d]', 'a-\\d is no range of characters'],
    ['[\\b]', '\\b is no escape here'],
    ['(', "a '(' is not closed"],
    ['(a|b', "a '(' is not closed"],
    ['a)', "a ')' has no '('"],
    ['*a', "nothing stands before a '*'"],
    ['a**', "nothing stands before a '*'"],
    ['a|+', "nothing stands before a '+'"],
    ['(?i)?', "nothing stands before a '?'"],
    ['{', "a '{' begins no repetition"],
    ['a{', "a '{' begins no repetition"],
    ['a{,3}', "a '{' begins no repetition"],
    ['a{2,1}', '{2,1} is no range of a repetition'],
    ['\\', 'a backslash stands at the end'],
    ['\\y', '\\y is no escape here'],
    ['\\xZZ', '\\x is no escape here'],
    ['\\u{1F600}', '\\u is no escape here'],
    ['\\x{110000}', '\\x{110000} is no character'],
    ['\\k<no>', '\\k is no escape here'],
    ['\\p', 'a \\p names no property'],
    ['\\p{Nonsense}', '\\p{Nonsense} names no property that is known'],
    ['(?P<name>a)', "a '(?' begins no group that is known"],
    ['(?<a_b>c)', "a '(?' begins no group that is known"],
    ['(?#comment)', "a '(?' begins no group that is known"],
    ['(?<a>b)(?<a>c)', 'two groups are named a'],
    ['(?<=(?:ab)*)c', 'a look-behind has no greatest length'],
    ['(?<!(?:a|b){2,})c', 'a look-behind has no greatest length'],
    ['(a)(?<=\\1)b', 'a look-behind has no greatest length'],
    ['(?x) *', "nothing stands before a '*'"],
    ['(?x:#)', "a '(' is not closed"],
  ])('is refused: %s, %s', ([pattern = '', why]) => {
    expect(problem(pattern)).toBe(why);
  });

  it('is taken or refused, whatever it is', () => {
    const part = fc.constantFrom(...'[]()\\^$*+?{}|-&,<>=!:aZ09 pQEkxu\n'.split(''), '(?', '\\p{');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 20 }), (parts) => {
        expect(typeof problem(parts.join(''))).toMatch(/undefined|string/);
      }),
    );
  });

  it('is taken where JavaScript takes it and it holds nothing that is special in Java', () => {
    const part = fc.constantFrom(...'()|*+?.^$ab1-'.split(''), '\\d', '[a-c]', '{2}', '(?:');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const pattern = parts.join('');
        // Java alone has possessive repetitions, repeats a repetition, a place, and nothing, and switches no flags.
        fc.pre(!/\(\?-?\)|[*+?}][+{]|[\^$][*+?{]|(?:^|[(|:])\{/.test(pattern));
        expect(problem(pattern) === undefined).toBe(isRegularInJavaScript(pattern));
      }),
    );
  });
});

function isRegularInJavaScript(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u').unicode;
  } catch {
    return false;
  }
}
