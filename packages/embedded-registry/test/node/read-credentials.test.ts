import { expect, test } from 'vitest';
import { readCredentials } from '../../src/node/read-credentials.ts';

test('reads a user from each line', () => {
  const text = '# users\nann:p:w #1 \r\n\n  \nbob:x\n';
  expect(
    readCredentials(text, 'users').map(({ username, password }) => [
      username,
      typeof password === 'string' ? password : password.reveal(),
    ]),
  ).toEqual([
    ['ann', 'p:w #1 '],
    ['bob', 'x'],
  ]);
});

test.each([
  ['hush-hush', /users, line 1: it takes user:password/],
  ['ann:x\n:hush-hush', /line 2/],
  ['ann:', /line 1/],
  ['# nobody\n', /users names no user/],
])('refuses %j without a secret', (text, sentence) => {
  expect(() => readCredentials(text, 'users')).toThrow(sentence);
  expect(() => readCredentials(text, 'users')).not.toThrow(/hush/);
});
