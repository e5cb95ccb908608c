import { expect, test } from 'vitest';
import { createRedactor } from '../../src/errors/redactor.ts';

test('header values, what follows their scheme, and the password in basic credentials are taken out', () => {
  const redactor = createRedactor();
  const pair = Buffer.from('user:p%ss"w\\rd').toString('base64');
  redactor.learn({ authorization: `Basic ${pair}`, 'x-key': 'Token abcd efgh' });
  const text = `Basic ${pair}, ${pair}, p%ss"w\\rd, ${JSON.stringify('p%ss"w\\rd')}, ${encodeURIComponent('p%ss"w\\rd')}, abcd efgh`;
  expect(redactor.redact(text)).toBe(
    '[secret], [secret], [secret], "[secret]", [secret], [secret]',
  );
  expect(redactor.redact('a user')).toBe('a user');
});

test('of two secrets the longer one is taken out whole', () => {
  const redactor = createRedactor();
  redactor.learn({ a: 'secret', b: 'secretsecret2' });
  expect(redactor.redact('secretsecret2 secret')).toBe('[secret] [secret]');
});

test('what is too short to be told from other words is left', () => {
  const redactor = createRedactor();
  redactor.learn({ a: 'e', b: '' });
  expect(redactor.redact('here')).toBe('here');
});

test('the tokens sent last are remembered, however many there were', () => {
  const redactor = createRedactor();
  for (let count = 0; count < 10_000; count += 1) {
    redactor.learn({ authorization: `Bearer token-number-${count}-` });
  }
  expect(redactor.redact('token-number-9999- token-number-9998-')).toBe('[secret] [secret]');
});
