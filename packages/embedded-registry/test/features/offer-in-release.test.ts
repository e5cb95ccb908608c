import { describe, expect, test } from 'vitest';
import { aRegistry, avro } from '../a-registry.ts';

describe('a release that does not know a field of a body', () => {
  test('ignores it, whatever is in it', async () => {
    const { ask } = aRegistry({ confluentVersion: '7.3.0' });
    const request = { schema: '"int"', metadata: 'no object', ruleSet: 1 };
    expect(await ask('POST', '/subjects/s/versions', request)).toMatchObject({ body: { id: 1 } });
    const update = { compatibility: 'FULL', normalize: {}, compatibilityGroup: [] };
    expect((await ask('PUT', '/config/s', update)).body).toEqual({ compatibility: 'FULL' });
  });

  test('still complains about fields that it knows', async () => {
    const { ask } = aRegistry({ confluentVersion: '7.3.0' });
    expect((await ask('POST', '/subjects/s/versions', { schema: {} })).status).toBe(400);
  });

  test('is not told of metadata that were kept in a newer one', async () => {
    const newer = aRegistry();
    await newer.register('s', { schema: '"int"', metadata: { properties: { a: 'b' } } });
    await newer.ask('PUT', '/config', { compatibilityPolicy: 'LENIENT', compatibility: 'FULL' });
    const older = aRegistry({ confluentVersion: '7.3.0' });
    await older.registry.reset(newer.registry.snapshot());
    expect((await older.ask('GET', '/subjects/s/versions/1')).body).toEqual({
      subject: 's',
      version: 1,
      id: 1,
      schema: '"int"',
    });
    expect((await older.ask('GET', '/config')).body).toEqual({ compatibilityLevel: 'FULL' });
  });
});

describe('a release that does not know a query parameter', () => {
  test('ignores it, even where its value is wrong', async () => {
    const { ask, register } = aRegistry({ confluentVersion: '7.8.0' });
    await register('s', '"int"');
    expect((await ask('GET', '/subjects?limit=x&offset=-1')).body).toEqual(['s']);
    expect((await ask('GET', '/schemas?lifecycle=NOPE')).body).toHaveLength(1);
    expect((await ask('GET', '/schemas?offset=-1')).status).toBe(500);
  });
});

test('the methods of a path are those of the release', async () => {
  const methods = async (confluentVersion: string) => {
    const { headers } = await aRegistry({ confluentVersion }).ask('OPTIONS', '/mode');
    return headers['allow']?.split(', ').sort();
  };
  expect(await methods('7.9.4')).toEqual(['GET', 'HEAD', 'OPTIONS', 'PUT']);
  expect(await methods('7.9.5')).toEqual(['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PUT']);
});

test('answers that are kept for a repeated request are those of the release', async () => {
  const { ask, register } = aRegistry({ confluentVersion: '7.9.6' });
  const schema = avro('A', 'a');
  const expected = { id: 1, version: 1, schema };
  for (let time = 0; time < 3; time += 1) {
    expect((await register('s', schema)).body).toEqual(expected);
    expect((await ask('GET', '/schemas/ids/1')).body).toEqual({ schema });
    expect((await ask('GET', '/schemas/ids/1/schema')).body).toEqual(JSON.parse(schema));
  }
});

test('fields of a request with hostile names do no harm', async () => {
  const { ask } = aRegistry({ confluentVersion: '7.5.0' });
  const body =
    '{"schema":"\\"int\\"","__proto__":{"schema":1},"metadata":{"properties":{"__proto__":"a","b":"c"}}}';
  expect((await ask('POST', '/subjects/s/versions', body)).status).toBe(200);
  const { body: read } = await ask('GET', '/subjects/s/versions/1');
  expect(Object.keys(read.metadata.properties)).toContain('b');
});
