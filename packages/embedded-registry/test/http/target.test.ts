import { describe, expect, test } from 'vitest';
import { parseTarget } from '../../src/http/target.ts';

const segments = (target: string) => {
  const parsed = parseTarget(target);
  return 'refused' in parsed ? parsed.refused : parsed.segments;
};

describe('parseTarget', () => {
  test.each([
    ['/', []],
    ['/subjects', ['subjects']],
    ['/subjects/', ['subjects']],
    ['/subjects?deleted=true', ['subjects']],
    ['/subjects#x', ['subjects']],
    ['/subjects;a=b/x;c', ['subjects', 'x']],
    ['/subjects/a%2Fb', ['subjects', 'a%2Fb']],
    ['/subjects/..', ['subjects', '..']],
    ['/./subjects', ['.', 'subjects']],
    ['http://registry:8081/subjects?deleted=true', ['subjects']],
    ['http://registry', []],
  ])('takes %s apart without folding anything', (target, expected) =>
    expect(segments(target)).toEqual(expected),
  );

  test.each([
    ['//subjects', 'Ambiguous URI empty segment'],
    ['/subjects//versions', 'Ambiguous URI empty segment'],
    ['/subjects/a%09b', 'Suspicious Path Character'],
    ['/subjects/a%5cb', 'Suspicious Path Character'],
    ['/subjects/a%zz', 'Bad Request'],
    ['/subjects/%ff', 'Bad Request'],
  ])('refuses %s', (target, reason) => expect(segments(target)).toBe(reason));
});
