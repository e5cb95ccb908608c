import { describe, expect, it } from 'vitest';
import { matchWildcard } from '../../src/field-walk/match-wildcard.ts';
import { cpuClock } from '../cpu-time.ts';

describe('matchWildcard', () => {
  it.for([
    ['a.User.ssn', 'a.User.ssn', true],
    ['a.User.ssn', 'a.User.ssn2', false],
    ['**.ssn', 'a.b.User.ssn', true],
    ['*.ssn', 'User.ssn', true],
    ['*.ssn', 'a.User.ssn', false],
    ['a.*.s?n', 'a.User.ssn', true],
    ['a?b', 'a.b', false],
    ['a**', 'a', true],
    ['**', '', true],
    ['', '', true],
    ['', 'a', false],
    ['a.\\*', 'a.*', true],
    ['a.\\*', 'a.b', false],
    ['a(b', 'a(b', true],
  ] as const)('takes %s for %s: %s', ([pattern, name, fits]) => {
    expect(matchWildcard(pattern, name)).toBe(fits);
  });

  it('is not slowed down by any pattern', () => {
    const elapsed = cpuClock();
    expect(matchWildcard(`${'*a'.repeat(100)}b`, 'a'.repeat(1000))).toBe(false);
    expect(elapsed()).toBeLessThan(500);
  });
});
