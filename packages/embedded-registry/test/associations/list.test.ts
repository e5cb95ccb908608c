import { beforeAll, describe, expect, test } from 'vitest';
import { type Answer, aRegistry, avro } from '../a-registry.ts';
import { aSchema, topic } from './associations.ts';

const { ask, register } = aRegistry();

beforeAll(async () => {
  for (const subject of ['shared', 'alone', ':.c:away', 'gone'])
    await register(subject, avro('S', 'id'));
  const key = { subject: 'shared', associationType: 'key' };
  await ask('POST', '/associations', topic('b', { subject: 'shared' }, key));
  await ask('POST', '/associations', topic('a', { schema: aSchema('A') }));
  const elsewhere = { ...topic('b', { subject: ':.c:away' }), resourceId: 'x' };
  await ask('POST', '/associations', { ...elsewhere, resourceNamespace: 'lkc-2' });
  await ask('DELETE', '/subjects/gone');
});

/** Each association as `namespace/name/type/lifecycle`. */
function brief({ body }: Answer): string[] {
  return body.map((each: Record<string, string>) =>
    [
      each['resourceNamespace'],
      each['resourceName'],
      each['associationType'],
      each['lifecycle'],
    ].join('/'),
  );
}

const a = 'lkc-1/a/value/STRONG';
const bKey = 'lkc-1/b/key/WEAK';
const bValue = 'lkc-1/b/value/WEAK';
const away = 'lkc-2/b/value/WEAK';

describe('associations are listed', () => {
  test.each([
    ['/associations/subjects/shared', [bKey, bValue]],
    ['/associations/subjects/:.:shared', [bKey, bValue]],
    ['/associations/subjects/%3A.c%3Aaway', [away]],
    ['/contexts/.c/associations/subjects/away', [away]],
    ['/associations/subjects/alone', []],
    ['/associations/subjects/unknown', []],
    ['/associations/resources/id-b', [bKey, bValue]],
    ['/associations/resources/x', [away]],
    ['/associations/resources/unknown', []],
    ['/associations/resources/lkc-1/b', [bKey, bValue]],
    ['/associations/resources/lkc-2/b', [away]],
    ['/associations/resources/lkc-3/b', []],
    ['/associations/resources/-/b', [bKey, bValue, away]],
    ['/associations/resources/lkc-1/-', [a, bKey, bValue]],
    ['/associations/resources/-/-', [a, bKey, bValue, away]],
    ['/associations/resources/-/-?associationType=key', [bKey]],
    [
      '/associations/resources/-/-?associationType=key&associationType=value&offset=1&limit=2',
      [bKey, bValue],
    ],
    ['/associations/resources/-/-?lifecycle=STRONG', [a]],
    ['/associations/resources/-/-?lifecycle=WEAK&associationType=value', [bValue, away]],
    ['/associations/resources/-/-?resourceType=topic', [a, bKey, bValue, away]],
    ['/associations/resources/-/-?resourceType=table', []],
    ['/associations/resources/-/-?limit=0', [a, bKey, bValue, away]],
    ['/associations/resources/-/-?limit=1&offset=3', [away]],
  ])('%s', async (target, expected) => {
    const answer = await ask('GET', target);
    expect([answer.status, brief(answer)]).toEqual([200, expected]);
  });

  test.each(['lifecycle=weak', 'lifecycle=NONE', 'lifecycle=', 'offset=a', 'limit=1.5'])(
    '404 for %s',
    async (query) => {
      for (const path of ['subjects/shared', 'resources/id-b', 'resources/-/b'])
        expect((await ask('GET', `/associations/${path}?${query}`)).status).toBe(404);
    },
  );
});

describe('GET /schemas', () => {
  test.each([
    ['', [':.c:away', ':.lkc-1:a-value', 'alone', 'shared']],
    ['&resourceType=topic', [':.c:away', ':.lkc-1:a-value', 'shared']],
    ['&resourceType=table', []],
    ['&resourceType=', [':.c:away', ':.lkc-1:a-value', 'alone', 'shared']],
    ['&associationType=key', ['shared']],
    ['&associationType=key&associationType=value', [':.c:away', ':.lkc-1:a-value', 'shared']],
    ['&lifecycle=STRONG', [':.lkc-1:a-value']],
    ['&lifecycle=WEAK', [':.c:away', 'shared']],
    ['&lifecycle=NONE', ['alone']],
    ['&lifecycle=NONE&deleted=true', ['alone', 'gone']],
    ['&lifecycle=NONE&lifecycle=STRONG', [':.lkc-1:a-value', 'alone']],
    ['&lifecycle=NONE&associationType=key', [':.c:away', ':.lkc-1:a-value', 'alone']],
    ['&lifecycle=WEAK&offset=1', ['shared']],
  ])('%s shows the subjects that are asked for', async (query, subjects) => {
    const { status, body } = await ask('GET', `/schemas?subjectPrefix=:*:${query}`);
    expect([status, body.map((each: { subject: string }) => each.subject)]).toEqual([
      200,
      subjects,
    ]);
  });

  test('shows the associations that are asked for, and no others', async () => {
    const plain = (await ask('GET', '/schemas')).body;
    expect(plain.every((each: object) => !('associations' in each))).toBe(true);
    const [shared] = (await ask('GET', '/schemas?associationType=value')).body;
    expect(shared).toMatchObject({
      subject: 'shared',
      version: 1,
      associations: [{ resourceName: 'b', associationType: 'value', subject: 'shared' }],
    });
    const [both] = (await ask('GET', '/schemas?resourceType=topic')).body;
    expect(both.associations).toEqual((await ask('GET', '/associations/subjects/shared')).body);
    const [none] = (await ask('GET', '/schemas?lifecycle=NONE')).body;
    expect(none).not.toHaveProperty('associations');
  });

  test('404 for another lifecycle', async () => {
    expect((await ask('GET', '/schemas?lifecycle=strong')).status).toBe(404);
  });
});
