import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { isSecret, secret } from '../src/index.ts';

const canary = 'canary-5f1c';

test('gives its value only by reveal', () => {
  const wrapped = secret(canary);
  expect(wrapped.reveal()).toBe(canary);
  const shown = [
    String(wrapped),
    `${wrapped}`,
    JSON.stringify({ wrapped }),
    inspect(wrapped, { depth: 9, showHidden: true }),
    inspect({ a: [wrapped] }, { showHidden: true }),
    JSON.stringify(Object.getOwnPropertyDescriptors(wrapped)),
    new Error(`failed with ${wrapped}`).stack,
  ];
  for (const text of shown) expect(text).not.toContain(canary);
  expect(String(wrapped)).toBe('[secret]');
});

test('is recognised', () => {
  expect(isSecret(secret('x'))).toBe(true);
  for (const other of ['x', null, undefined, {}, '[secret]']) expect(isSecret(other)).toBe(false);
});
