import { expect, test } from 'vitest';
import { isValidSubjectName } from '../src/index.ts';

test.each(['orders', '', '*', 'a/b %ü:c', '.', ':.staging:orders', ':nm'])(
  'takes %j as a subject',
  (name) => expect(isValidSubjectName(name)).toBe(true),
);

test.each([
  '__GLOBAL',
  '__EMPTY',
  ':.staging:__GLOBAL',
  ':.__GLOBAL:',
  ':.__GLOBAL:x',
  'a\tb',
  'a\u0085',
])('refuses %j as a subject', (name) => expect(isValidSubjectName(name)).toBe(false));

test('takes the global context for settings', () => {
  expect(isValidSubjectName(':.__GLOBAL:', { allowGlobal: true })).toBe(true);
});
