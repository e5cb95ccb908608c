import { describe, expect, it } from 'vitest';
import { editDistance, nameWords } from '../src/name-words.ts';

describe('nameWords', () => {
  it.for([
    ['userId', 'user id'],
    ['user_id', 'user id'],
    ['UserID', 'user id'],
    ['HTTPServer2Port', 'http server2 port'],
    ['_time', 'time'],
    ['straßeÖst', 'straße öst'],
    ['___', ''],
  ] as const)('splits %s', ([name, words]) => {
    expect(nameWords(name).join(' ')).toBe(words);
  });
});

describe('editDistance', () => {
  it.for([
    ['doc', 'doc', 0],
    ['docs', 'doc', 1],
    ['defualt', 'default', 2],
    ['', 'ab', 2],
    ['abcdef', 'uvwxyz', 3],
    ['a', 'abcdef', 3],
  ] as const)('of %s and %s is %s, up to a limit of 2', ([a, b, distance]) => {
    expect(editDistance(a, b, 2)).toBe(distance);
  });
});
