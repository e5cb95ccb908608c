import { expect, test } from 'vitest';
import { readArguments } from '../../src/node/read-arguments.ts';
import { usage } from '../../src/node/usage.ts';

test('has a default for everything', () => {
  expect(readArguments([])).toEqual({
    kind: 'serve',
    port: 8081,
    host: '127.0.0.1',
    compatibilityLevel: 'BACKWARD',
    confluentVersion: '8.1.5',
    edition: 'community',
    clusterId: 'embedded',
    admin: false,
    files: {},
    seeds: [],
    seedOptions: { naming: 'path', references: 'register', context: '.' },
  });
});

test('reads every option', () => {
  const line =
    '--port 0 --host ::1 --data kept --seed a --seed=b --naming topic --references inline --context prod --compatibility full ' +
    '--confluent-version 7.9.6 --edition enterprise --cluster-id mine --admin --faults f.json --snapshot s.json ' +
    '--credentials-file users --tls-key k.pem --tls-cert c.pem --tls-client-ca ca.pem';
  expect(readArguments(line.split(' '))).toEqual({
    kind: 'serve',
    port: 0,
    host: '::1',
    data: 'kept',
    compatibilityLevel: 'FULL',
    confluentVersion: '7.9.6',
    edition: 'enterprise',
    clusterId: 'mine',
    admin: true,
    files: {
      faults: 'f.json',
      snapshot: 's.json',
      credentials: 'users',
      tls: { key: 'k.pem', cert: 'c.pem', clientCa: 'ca.pem' },
    },
    seeds: ['a', 'b'],
    seedOptions: { naming: 'topic', references: 'inline', context: '.prod' },
  });
  for (const [option] of line.matchAll(/--[a-z-]+/g)) expect(usage).toContain(`${option} `);
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
  ['--confluent-version 6.2', /7\.0\.0 or newer, not 6\.2/],
  ['--edition cloud', /community or enterprise, not 'cloud'/],
  ['--tls-key k', /--tls-key and --tls-cert belong together/],
  ['--tls-client-ca c', /--tls-client-ca needs --tls-key/],
  ['--admin --host 0.0.0.0', /admin path on 0\.0\.0\.0 needs credentials.* --credentials-file/],
])('says what is wrong with %s', (line, expected) => {
  expect(readArguments(line.split(' '))).toEqual({
    kind: 'mistake',
    message: expect.stringMatching(expected),
  });
});
