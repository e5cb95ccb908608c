import { expect, test } from 'vitest';
import { readArguments, usage } from '../../src/node/read-arguments.ts';

test('has a default for everything', () => {
  expect(readArguments([])).toEqual({
    kind: 'serve',
    port: 8081,
    host: '127.0.0.1',
    compatibilityLevel: 'BACKWARD',
    seeds: [],
    seedOptions: { naming: 'path', references: 'register', context: '.' },
  });
});

test('reads every option', () => {
  const line =
    '--port 0 --host ::1 --seed a --seed=b --naming topic --references inline --context prod --compatibility full';
  expect(readArguments(line.split(' '))).toEqual({
    kind: 'serve',
    port: 0,
    host: '::1',
    compatibilityLevel: 'FULL',
    seeds: ['a', 'b'],
    seedOptions: { naming: 'topic', references: 'inline', context: '.prod' },
  });
  for (const option of [
    '--port',
    '--host',
    '--seed',
    '--naming',
    '--references',
    '--context',
    '--compatibility',
  ])
    expect(usage).toContain(option);
});

test.each([
  ['--prot 1', /--prot/],
  ['--port x', /--port takes a number/],
  ['--port 70000', /65535/],
  ['--naming x', /path, file, topic, record/],
  ['--references x', /register or inline/],
  ['--context a:b', /context/],
  ['--compatibility x', /BACKWARD/],
  ['folder', /folder/],
  ['--seed', /--seed/],
])('says what is wrong with %s', (line, expected) => {
  expect(readArguments(line.split(' '))).toEqual({
    kind: 'mistake',
    message: expect.stringMatching(expected),
  });
});
