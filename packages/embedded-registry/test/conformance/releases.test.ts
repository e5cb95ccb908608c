import { beforeEach, expect, it } from 'vitest';
import { notYet } from './not-yet.ts';
import type { RegistryUnderTest } from './registry-under-test.ts';
import { order } from './schemas.ts';
import { specification } from './specification.ts';

const name = 'What came with which release (2.10)';

specification(name, (registry) => {
  const { call, exchange, must, register, aSubject, aContext, aWord } = registry;
  let subject: string;
  beforeEach(async () => {
    subject = aSubject();
    await register(subject, order.first);
  });

  const isThere = async (method: string, path: string, body?: object) => {
    const { status, body: answer } = await call(method, path, body);
    return status !== 405 && answer.message !== 'HTTP 404 Not Found';
  };
  const field = async (body: object, key: string) =>
    key in (await must('PUT', `/config/${aSubject()}`, body));
  const read = async (key: string) => key in (await must('GET', `/subjects/${subject}/versions/1`));

  it.each([
    ['7.2.0', 'DELETE /config/{subject}', () => isThere('DELETE', `/config/${subject}`)],
    ['7.3.0', 'GET /schemas/ids/{id}/schema', () => isThere('GET', '/schemas/ids/1/schema')],
    [
      '7.4.0',
      'GET /subjects/{subject}/metadata',
      () => isThere('GET', `/subjects/${subject}/metadata`),
    ],
    ['7.4.0', 'compatibilityGroup', () => field({ compatibilityGroup: 'g' }, 'compatibilityGroup')],
    ['7.5.0', 'alias', () => field({ alias: 'x' }, 'alias')],
    [
      '7.5.0',
      'the tags of a version',
      () => isThere('POST', `/subjects/${aSubject()}/versions/1/tags`, {}),
    ],
    ['7.5.0', 'the DEK registry', () => isThere('GET', '/dek-registry/v1/keks')],
    ['7.6.0', 'validateFields', () => field({ validateFields: true }, 'validateFields')],
    ['7.7.0', 'validateRules', () => field({ validateRules: true }, 'validateRules')],
    ['8.0.0', 'guids', () => isThere('GET', `/schemas/guids/${aWord()}/ids`)],
    ['8.0.0', 'schemaType, also where it is AVRO', () => read('schemaType')],
    ['8.0.0', 'ts', () => read('ts')],
    ['8.0.1', 'DELETE /contexts/{context}', () => isThere('DELETE', `/contexts/${aContext()}`)],
    ['8.1.0', 'GET /v1/metadata/deployment', () => isThere('GET', '/v1/metadata/deployment')],
    [
      '8.0.3/8.1.1',
      'compatibilityPolicy',
      () => field({ compatibilityPolicy: 'STRICT' }, 'compatibilityPolicy'),
    ],
    [
      '8.0.4/8.1.2',
      'validateNewSchemas',
      () => field({ validateNewSchemas: true }, 'validateNewSchemas'),
    ],
    ['8.0.4/8.1.2/8.2.2', 'aliasForDeks', () => field({ aliasForDeks: 'x' }, 'aliasForDeks')],
    ['8.0.4/8.1.2/8.2.0', 'associations', () => isThere('GET', '/associations/resources/none')],
    [
      '8.0.6/8.1.4/8.2.2',
      'associations in batches',
      () => isThere('POST', '/associations:batchGet', {}),
    ],
    [
      '8.0.6/8.1.4/8.2.0',
      'deletedAsNegative',
      async () => {
        await register(subject, order.second);
        await must('DELETE', `/subjects/${subject}/versions/1`);
        const listed = await must('GET', `/subjects/${subject}/versions?deletedAsNegative=true`);
        return listed.length === 2;
      },
    ],
    [
      '7.9.6/8.1.0',
      'the mode FORWARD',
      async () => {
        const { body } = await call('PUT', `/mode/${subject}`, { mode: 'FORWARD' });
        return body.message === 'Forward mode only supported on global level';
      },
    ],
  ])('%s: %s', async (firsts, _, look) => {
    expect(await look()).toBe(await registry.isSince(firsts));
  });

  it('the release is told by GET /v1/metadata/version alone: no header names it', async () => {
    const { headers } = await exchange('GET', '/');
    expect(Object.values(headers).some((value) => /\d+\.\d+\.\d+/.test(value ?? ''))).toBe(false);
  });

  incompatibleNumber(registry, it);
});

/** Two older releases of ours. */
for (const confluentVersion of ['7.9.6', '8.1.1'])
  specification(
    name,
    (registry) => {
      notYet(registry)('GET /v1/metadata/version names the release that is followed', async () => {
        const { version } = await registry.must('GET', '/v1/metadata/version');
        expect(version).toBe(confluentVersion);
      });
      incompatibleNumber(registry, notYet(registry));
    },
    { confluentVersion },
  );

function incompatibleNumber(registry: RegistryUnderTest, test: typeof it | typeof it.fails) {
  const { call, must, register, aSubject, isSince } = registry;
  test('an incompatible schema is 40901, and was 409 before 8.0.4 and 8.1.2', async () => {
    const subject = aSubject();
    await must('PUT', `/config/${subject}`, { compatibility: 'BACKWARD' });
    await register(subject, order.first);
    const request = { schema: order.incompatible };
    const { status, body } = await call('POST', `/subjects/${subject}/versions`, request);
    expect(status).toBe(409);
    expect(body.error_code).toBe((await isSince('8.0.4/8.1.2')) ? 40901 : 409);
  });
}
