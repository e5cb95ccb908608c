import { expect, it } from 'vitest';
import { serveOptions } from '../../src/command/serve-options.ts';

const log = () => {};
const configured = {
  registries: { dev: { url: 'http://dev' }, prod: { url: 'http://prod', viewOnly: true } },
  default: 'prod',
  context: '.staging',
  timeoutMs: 500,
};

it('serves the configured registries', async () => {
  const options = await serveOptions({ demo: false }, configured, log);
  expect(options).toMatchObject(configured);
  expect(options).not.toHaveProperty('demo');
  expect(options.oauthCredentials).toBeUndefined();
});

it('brings what gets tokens where a registry needs one', async () => {
  const oauth = { tokenUrl: 'http://login', clientId: 'id', clientSecret: 'secret' };
  const registries = { dev: { url: 'http://dev', oauth } };
  const options = await serveOptions({ demo: false }, { registries }, log);
  expect(options.oauthCredentials).toBeTypeOf('function');
});

it('serves the demo when it is asked for, whatever is configured', async () => {
  const options = await serveOptions({ demo: true }, configured, log);
  expect(options).toMatchObject({
    registries: { demo: { url: 'http://demo.invalid' } },
    context: '.staging',
  });
  expect(options).not.toHaveProperty('default');
  expect(options.demo).toBeDefined();
});

it('serves the demo when nothing is configured', async () => {
  const options = await serveOptions({ demo: false }, { registries: {}, viewOnly: true }, log);
  expect(options).toMatchObject({ viewOnly: true, demo: {} });
});
