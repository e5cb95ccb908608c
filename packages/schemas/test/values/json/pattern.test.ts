import { createContext, Script } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSchemaError, parseSchema } from '../../../src/index.ts';
import { checkValue } from '../../../src/values/index.ts';

const schemaOf = (pattern: string) =>
  parseSchema('JSON', JSON.stringify({ pattern }), { validation: 'stored' });
const matches = (pattern: string, text: string): boolean =>
  checkValue(schemaOf(pattern), text).valid;

const atoms = fc.constantFrom(
  'a',
  'b',
  '.',
  '\\d',
  '\\w',
  '\\S',
  '[ab]',
  '[^a]',
  '[a-c-]',
  '\\.',
  '^',
  '$',
  '\\b',
  '\\B',
  '😀',
  '\\p{L}',
  '\\u{1F600}',
  '\\cJ',
  '[^]',
  '(?=a)',
  '(?!b)',
  '(?<=a)',
  '(?<!b)',
  '\\1',
);
const quantifiers = fc.constantFrom('', '', '*', '+?', '?', '??', '{2}', '{1,2}', '{0,}');
const patterns = fc.letrec<{ part: string }>((tie) => ({
  part: fc.oneof(
    { depthSize: 'small' },
    fc
      .tuple(atoms, quantifiers)
      .map(([atom, many]) => (/^(?:\^|\$|\\[bB]|\(\?)/.test(atom) ? atom : atom + many)),
    fc.tuple(tie('part'), tie('part')).map(([a, b]) => a + b),
    fc.tuple(tie('part'), tie('part'), quantifiers).map(([a, b, many]) => `(${a}|${b})${many}`),
    fc.tuple(tie('part'), quantifiers).map(([a, many]) => `(?:${a})${many}`),
    tie('part').map((a) => `(?=${a})`),
    tie('part').map((a) => `(?<!${a})`),
  ),
})).part;
const texts = fc.string({
  unit: fc.constantFrom('a', 'b', 'c', '1', '-', ' ', '\n', '😀', '\ud83d'),
  maxLength: 8,
});

const context = createContext({});
const test = new Script('texts.map((text) => new RegExp(pattern, "u").test(text))');

/** What the platform says; nothing where it is still trying after a second, as it has no bound of its own. */
function platformMatches(pattern: string, texts: readonly string[]): boolean[] {
  try {
    return test.runInContext(Object.assign(context, { pattern, texts }), { timeout: 1000 });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === tookTooLong) return [];
    throw error;
  }
}

const tookTooLong = 'ERR_SCRIPT_EXECUTION_TIMEOUT';

/** Whether the platform takes it: no reference to a group that is not there. */
function isPattern(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}

/** Undefined where trying all ways to match takes more steps than are made. */
function withinBound(match: () => boolean): boolean | undefined {
  try {
    return match();
  } catch (error) {
    if (isSchemaError(error, 'too_large')) return undefined;
    throw error;
  }
}

describe('a pattern', { timeout: 30_000 }, () => {
  it('matches as the platform says it does', () => {
    let beyondBound = 0;
    fc.assert(
      fc.property(patterns, fc.array(texts, { minLength: 1, maxLength: 8 }), (pattern, values) => {
        fc.pre(isPattern(pattern));
        // V8 lets what has no width match between the halves of a pair.
        const hasPair = (text: string): boolean => text.includes('😀');
        const isEmpty = /\\B|\(\?[=!<]/.test(pattern);
        const asked = values.filter((value) => !isEmpty || !hasPair(value));
        const answers = asked.map((text) => withinBound(() => matches(pattern, text)));
        const expected = answers.includes(undefined) ? [] : platformMatches(pattern, asked);
        if (expected.length < asked.length) beyondBound += 1;
        else expect([asked, answers]).toEqual([asked, expected]);
      }),
      { numRuns: 2000 },
    );
    expect(beyondBound).toBeLessThan(20);
  });

  // What a group has captured depends on the order in which ways are tried.
  it.for([
    ['^(?=(a+))\\1b', 'aab'],
    ['^(?=(a+?))\\1b', 'aab'],
    ['^(?=(a*|b)?)\\1$', 'b'],
    ['^(?=a(a*|\\S)?)\\1', 'ab'],
    ['^(?=((?=a)|a)?)\\1$', 'a'],
    ['(?<!\\1a*(a|^){1,2})', 'a'],
    ['^(?=(((?=a)|a)|a)?)a(?:\\1)', 'a'],
    ['^(?:(a)|b)*\\1$', 'ab'],
    ['^(?:(a)|b){2}\\1$', 'ab'],
    ['^(?:(a)|b){2}\\1$', 'aba'],
    ['^(?:(a)|(b)|c){1,3}\\1\\2$', 'abc'],
    ['^(?:(a)|(b)|c){3}?\\1\\2$', 'acbb'],
    ['^(?<x>a)?(?:\\k<x>b|(?<y>c))+\\k<y>$', 'aabc'],
  ] as const)('%s is tried on %j as the platform does', ([pattern, text]) => {
    expect(matches(pattern, text)).toBe(new RegExp(pattern, 'u').test(text));
  });

  it.for([
    ['^[\\w-.]+$', 'a-b.c'],
    ['^\\_\\-\\/\\"$', '_-/"'],
    ['^a{,2}{$', 'a{,2}{'],
    ['^]$', ']'],
    ['(?i)^abc$', 'AbC'],
    ['^a(?i:b)c$', 'aBc'],
    ['^.(?s).$', 'a\n'],
    ['\\Aab\\z', 'ab'],
    ['^\\pL+$', 'é'],
    ['^(?<year>\\d{4})-\\k<year>$', '2024-2024'],
    ['^\\0\\x41\\t$', '\0A\t'],
    ['^\\ud83d\\ude00$', '😀'],
    ['', ''],
  ] as const)('%s matches %j', ([pattern, text]) => {
    expect(matches(pattern, text)).toBe(true);
  });

  it.for([
    ['^(a+)+$', `${'a'.repeat(100_000)}!`],
    ['^(a|a)*$', `${'a'.repeat(100_000)}!`],
    ['(x+x+)+y', 'x'.repeat(100_000)],
    ['\\s+$', `${' '.repeat(100_000)}x`],
    ['^(([a-z])+.)+[A-Z]([a-z])+$', 'a'.repeat(100_000)],
    ['^(?=(a+)+$)b', `${'a'.repeat(100_000)}!`],
    ['^(a|b)*a(a|b){20}c$', 'ab'.repeat(50_000)],
    ['^.{1,50000}$', 'a'.repeat(60_000)],
  ] as const)('%s does not keep the process busy', ([pattern, text]) => {
    const began = performance.now();
    expect(matches(pattern, text)).toBe(false);
    expect(performance.now() - began).toBeLessThan(10_000);
  });

  it.for([
    ['(((a{1000}){1000}){1000}){1000}', 'too_large', 'repeats too much'],
    ['((){1000000000}){1000000000}', 'too_large', 'repeats too much'],
    ['('.repeat(5000), 'too_large', 'nests deeper'],
    ['['.repeat(60_000), 'too_large', 'has 60000 characters'],
    ['a)', 'not_supported', 'a ")" too many'],
    ['(a', 'not_supported', 'a group has no ")"'],
    ['[z-a]', 'not_supported', 'out of order'],
    ['*a', 'not_supported', 'nothing that "*" could repeat'],
    ['a++', 'not_supported', 'two repetitions'],
    ['(?>a)', 'not_supported', 'not one of ECMA-262'],
    ['\\Qa\\E', 'not_supported', '\\Q has no meaning'],
    ['\\p{Nonsense}', 'not_supported', 'no property of Unicode'],
    ['(a)\\2', 'not_supported', 'there is no group 2'],
    ['a{2,1}', 'not_supported', 'the bounds of {2,1}'],
    ['\\', 'not_supported', 'ends too early'],
  ] as const)('%.40s is refused in words', ([pattern, code, message]) => {
    expect(() => matches(pattern, 'a')).toThrow(
      expect.toSatisfy((error) => isSchemaError(error, code) && error.message.includes(message)),
    );
  });

  it('is bounded in number as well', () => {
    const allOf = Array.from({ length: 2000 }, (_, index) => ({
      pattern: `^[a-z]{1,90000}${index}?$`,
    }));
    const schema = parseSchema('JSON', JSON.stringify({ allOf }), { validation: 'stored' });
    expect(() => checkValue(schema, 'a'.repeat(100))).toThrow('steps to be checked');
  });
});
