import { secret } from '@srkit/registry-protocol';
import { expect, it } from 'vitest';
import { serveOptions } from '../../src/command/serve-options.ts';

const log = () => {};
const configured = {
  registry: { url: 'http://host', username: 'me', password: secret('x') },
  viewOnly: true,
  context: '.staging',
  timeoutMs: 500,
  logLevel: 'info' as const,
};

it('serves the configured registry', () => {
  const options = serveOptions({ demo: false }, configured, log);
  expect(options).toMatchObject({
    viewOnly: true,
    registries: [{ url: 'http://host', username: 'me', context: '.staging', timeoutMs: 500 }],
  });
  expect(options).not.toHaveProperty('demo');
});

it('serves the demo when it is asked for, whatever is configured', () => {
  const options = serveOptions({ demo: true }, configured, log);
  expect(options).toMatchObject({ registries: [{ name: 'demo', context: '.staging' }] });
  expect(options.demo).toBeDefined();
});

it('serves the demo when nothing is configured', () => {
  const options = serveOptions({ demo: false }, { viewOnly: false, logLevel: 'info' }, log);
  expect(options.demo).toBeDefined();
});
