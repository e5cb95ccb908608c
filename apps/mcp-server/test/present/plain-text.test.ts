import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeUnseen, plainText } from '../../src/present/plain-text.ts';

describe('plainText', () => {
  it.each([
    ['plain', 'plain'],
    ['two\nlines\tand tab', 'two\nlines\tand tab'],
    ['\u001b[31mred\u001b[0m', 'red'],
    ['\u001b]8;;http://x\u0007link\u001b]8;;\u0007', 'link'],
    ['a\u0000b\u0085c', 'abc'],
    ['user\u202etxt.exe', 'usertxt.exe'],
    ['in\u200bvisible\ufeff', 'invisible'],
    ['tag\u{e0041}\u{e0042}', 'tag'],
    ['家族 👨‍👩‍👧', '家族 👨‍👩‍👧'],
  ])('shows %j as %j', (text, shown) => {
    expect(plainText(text, 100)).toBe(shown);
  });

  it('says how much it leaves out, and cuts no character in two', () => {
    expect(plainText('😀😀😀', 3)).toBe('😀… (4 more characters)');
  });
});

describe('escapeUnseen', () => {
  it('means the same, and shows what cannot be seen', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const json = escapeUnseen(JSON.stringify({ text }));
        expect(JSON.parse(json)).toEqual({ text });
        expect(json).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u0080-\u009f\u200b\ufeff]/);
      }),
    );
  });
});
