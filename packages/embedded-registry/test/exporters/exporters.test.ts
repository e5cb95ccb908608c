import { describe, expect, test } from 'vitest';
import { createEmbeddedRegistry } from '../../src/index.ts';
import { aRegistry } from '../a-registry.ts';

const config = { 'schema.registry.url': 'http://destination' };

function anEnterpriseRegistry(now = () => 1000) {
  const { ask, registry } = aRegistry({ edition: 'enterprise', now });
  return {
    ask,
    registry,
    create: (fields: object = {}) => ask('POST', '/exporters', { name: 'e', config, ...fields }),
    put: (path: string, body?: unknown) => ask('PUT', `/exporters/e${path}`, body),
    get: (path = '') => ask('GET', `/exporters/e${path}`),
  };
}

test.each(['/exporters', '/exporters/e', '/exporters/e/status', '/contexts/.x/exporters'])(
  'Community Edition has no %s',
  async (path) => {
    const { ask } = aRegistry();
    expect((await ask('GET', path)).body).toEqual({
      error_code: 404,
      message: 'HTTP 404 Not Found',
    });
  },
);

describe('an exporter', () => {
  test('is created, shown and listed', async () => {
    const { ask, create, get } = anEnterpriseRegistry();
    expect((await create()).body).toEqual({ name: 'e' });
    expect((await get()).body).toEqual({ name: 'e', contextType: 'AUTO', subjects: ['*'], config });
    const fields = {
      name: 'a',
      contextType: 'CUSTOM',
      context: 'c',
      subjects: ['s', 'orders*', ':.x:*'],
      subjectRenameFormat: `dc_\${subject}`,
      kekRenameFormat: `dc_\${kek}`,
    };
    await create(fields);
    expect((await ask('GET', '/exporters/a')).body).toEqual({ ...fields, config });
    expect((await ask('GET', '/exporters')).body).toEqual(['a', 'e']);
    expect((await ask('GET', '/contexts/.x/exporters')).body).toEqual(['a', 'e']);
  });

  test.each([
    [40950, { name: '' }],
    [40950, { name: null }],
    [40950, { name: 'a\u0001' }],
    [40951, { config: null }],
    [40951, { config: {} }],
    [40951, { config: { 'schema.registry.url': null } }],
    [40952, { subjects: [''] }],
    [40952, { subjects: [null] }],
    [40952, { subjects: ['s', 'a\u0001'] }],
    [400, { contextType: 'NOPE' }],
  ])('is refused with %i for %j', async (number, fields) => {
    const { ask, create } = anEnterpriseRegistry();
    expect((await create(fields)).body.error_code).toBe(number);
    expect((await ask('GET', '/exporters')).body).toEqual([]);
  });

  test('is there once, and one of at most ten', async () => {
    const { create } = anEnterpriseRegistry();
    await create();
    expect((await create()).body).toEqual({
      error_code: 40960,
      message: 'Exporter e already exists',
    });
    for (let index = 1; index < 10; index += 1) await create({ name: `e${index}` });
    const { status, body } = await create({ name: 'one-more' });
    expect([status, body.error_code]).toEqual([409, 40964]);
  });

  test.each([
    ['GET', ''],
    ['PUT', ''],
    ['DELETE', ''],
    ['GET', '/config'],
    ['PUT', '/config'],
    ['GET', '/status'],
    ['PUT', '/pause'],
    ['PUT', '/resume'],
    ['PUT', '/reset'],
  ])('that is not there is not found: %s %s', async (method, path) => {
    const { ask } = anEnterpriseRegistry();
    const body = method === 'PUT' ? config : undefined;
    expect((await ask(method, `/exporters/e${path}`, body)).body).toEqual({
      error_code: 40450,
      message: 'Exporter e not found',
    });
  });

  test('runs until it is paused, and tells so', async () => {
    let time = 1;
    const { create, put, get } = anEnterpriseRegistry(() => time);
    await create();
    expect((await get('/status')).body).toEqual({ name: 'e', state: 'RUNNING', offset: -1, ts: 1 });
    const running = await put('/resume');
    expect([running.status, running.body.error_code]).toEqual([409, 40961]);
    time = 2;
    expect((await put('/pause')).body).toEqual({ name: 'e' });
    time = 3;
    expect((await put('/pause')).body).toEqual({ name: 'e' });
    expect((await get('/status')).body).toMatchObject({ state: 'PAUSED', ts: 2 });
    expect((await put('/resume')).body).toEqual({ name: 'e' });
    expect((await get('/status')).body).toMatchObject({ state: 'RUNNING', ts: 3 });
  });

  test('is changed, reset and deleted only while it is paused', async () => {
    const { ask, create, put, get } = anEnterpriseRegistry();
    await create({ subjects: ['s'] });
    const remove = () => ask('DELETE', '/exporters/e');
    const other = { 'schema.registry.url': 'http://other' };
    for (const refused of [
      await put('', { subjects: ['t'] }),
      await put('/config', other),
      await put('/reset'),
      await remove(),
    ])
      expect([refused.status, refused.body.error_code]).toEqual([409, 40963]);
    await put('/pause');
    expect((await put('', { name: 'x', contextType: 'NONE', subjects: null })).body).toEqual({
      name: 'e',
    });
    expect((await put('/config', other)).body).toEqual({ name: 'e' });
    expect((await get('/config')).body).toEqual(other);
    expect((await get()).body).toEqual({
      name: 'e',
      contextType: 'NONE',
      subjects: ['s'],
      config: other,
    });
    expect((await put('/reset')).body).toEqual({ name: 'e' });
    expect((await get('/status')).body.state).toBe('PAUSED');
    expect((await put('', { subjects: [''] })).body.error_code).toBe(40952);
    expect((await put('/config', {})).body.error_code).toBe(40951);
    const deleted = await remove();
    expect([deleted.status, deleted.body]).toEqual([204, '']);
    expect((await ask('GET', '/exporters')).body).toEqual([]);
  });

  test('is part of what a registry is restored from', async () => {
    const { registry, create, put, get } = anEnterpriseRegistry();
    await create({ subjects: ['s'] });
    await put('/pause');
    const other = anEnterpriseRegistry(() => 2000);
    await other.registry.reset(registry.snapshot());
    for (const path of ['', '/config', '/status'])
      expect((await other.get(path)).body).toEqual((await get(path)).body);
    const community = createEmbeddedRegistry();
    await community.reset(registry.snapshot());
    expect((await community.fetch('http://registry/exporters/e')).status).toBe(404);
  });
});
