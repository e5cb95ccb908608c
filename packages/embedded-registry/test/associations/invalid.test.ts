import { describe, expect, test } from 'vitest';
import { aRegistry, avro } from '../a-registry.ts';
import { aSchema, topic } from './associations.ts';

const weak = { subject: 's' };

const refused: [name: string, body: object, property: string, detail: string][] = [
  [
    'no name',
    { ...topic('t', weak), resourceName: null },
    'resourceName',
    'cannot be null or empty',
  ],
  ['an empty name', topic('', weak), 'resourceName', 'cannot be null or empty'],
  ['a long name', topic('n'.repeat(257), weak), 'resourceName', 'exceeds max length of 256'],
  ['a dot in a name', topic('a.b', weak), 'resourceName', "illegal character '.'"],
  [
    'no namespace',
    { ...topic('t', weak), resourceNamespace: '' },
    'resourceNamespace',
    'cannot be null or empty',
  ],
  ['no id', { ...topic('t', weak), resourceId: null }, 'resourceId', 'cannot be null or empty'],
  [
    'another type',
    { ...topic('t', weak), resourceType: 'table' },
    'resourceType',
    "must be 'topic'",
  ],
  ['no associations', topic('t'), 'associations', 'cannot be null or empty'],
  [
    'another type of association',
    topic('t', { ...weak, associationType: 'header' }),
    'associationType',
    "must be either 'key' or 'value'",
  ],
  [
    'a type twice',
    topic('t', weak, { ...weak, associationType: 'value' }),
    'associationType',
    'must be unique within the request',
  ],
  ['an empty subject', topic('t', { subject: '' }), 'subject', 'must not be empty'],
  ['a subject with a tab', topic('t', { subject: 'a\tb' }), 'subject', 'must not be empty'],
  [
    'a WEAK one of the resource’s own subject',
    topic('t', {}),
    'subject',
    "WEAK associations cannot use subject ':.lkc-1:t-value'",
  ],
  [
    'a WEAK one with a schema',
    topic('t', { lifecycle: 'WEAK', schema: aSchema('V') }),
    'lifecycle',
    'cannot be WEAK when schema is provided for create',
  ],
  [
    'one that stays open, with a schema',
    topic('t', { frozen: false, schema: aSchema('V') }),
    'frozen',
    'cannot be false when schema is provided for create',
  ],
  [
    'a WEAK one that is frozen',
    topic('t', { ...weak, lifecycle: 'WEAK', frozen: true }),
    'frozen',
    'association with lifecycle of WEAK cannot be frozen',
  ],
  [
    'a frozen one of another subject',
    topic('t', { subject: 's', schema: aSchema('V') }),
    'subject',
    "frozen associations must use subject ':.lkc-1:t-value'",
  ],
  [
    'a frozen one without a schema',
    topic('t', { frozen: true, subject: ':.lkc-1:used-value' }),
    'subject',
    "frozen associations must use subject ':.lkc-1:t-value'",
  ],
  [
    'a frozen one without a schema of its own subject',
    topic('used', { frozen: true }),
    'schema',
    'schema must be provided when creating a frozen association',
  ],
  [
    'a frozen one of a subject with versions',
    topic('used', { schema: aSchema('V') }),
    'frozen',
    'cannot create a frozen association when schemas already exist in the subject',
  ],
  [
    'a frozen key with an open value',
    topic('t', { associationType: 'key', schema: aSchema('K') }, { ...weak, frozen: false }),
    'frozen',
    'all associations for a resource must be consistently frozen or non-frozen',
  ],
  [
    'the id of another resource',
    { ...topic('t', weak), resourceId: 'id-known' },
    'resourceName',
    "resource 'id-known' is known as 'known'",
  ],
];

describe('POST /associations refuses with 42212', () => {
  test.each(refused)('%s', async (_, body, property, detail) => {
    const { ask, register } = aRegistry();
    await register('s', avro('S', 'id'));
    await register(':.lkc-1:used-value', avro('Used', 'id'));
    await ask('POST', '/associations', topic('known', { ...weak, associationType: 'key' }));
    const before = (await ask('GET', '/schemas?subjectPrefix=:*:&deleted=true')).body;
    const answer = await ask('POST', '/associations', body);
    expect([answer.status, answer.body]).toEqual([
      422,
      {
        error_code: 42212,
        message: `The association specified an invalid value for property: '${property}', detail: ${detail}`,
      },
    ]);
    expect((await ask('GET', '/schemas?subjectPrefix=:*:&deleted=true')).body).toEqual(before);
    expect((await ask('GET', '/associations/resources/-/-')).body).toHaveLength(1);
  });

  test('a context that is none', async () => {
    const { body } = await aRegistry().ask('POST', '/associations?context=a:b', topic('t', weak));
    expect(body.error_code).toBe(42212);
  });
});

describe('bodies of another shape', () => {
  test.each([
    ['POST', '/associations', '', 422, 'createAssociation.request must not be null (was null)'],
    [
      'POST',
      '/associations',
      { associations: [{ lifecycle: 'weak' }] },
      400,
      'Cannot deserialize value of type `LifecyclePolicy` from String "weak": not one of the values accepted for Enum class: [WEAK, STRONG]',
    ],
    [
      'POST',
      '/associations',
      { associations: {} },
      400,
      'Cannot deserialize value of type `AssociationCreateOrUpdateInfo>` from Object value (token `JsonToken.START_OBJECT`)',
    ],
    ['POST', '/associations', topic('t', null as never), 500, 'Internal Server Error'],
    ['POST', '/associations:batchGet', { requests: [null] }, 500, 'Internal Server Error'],
    ['POST', '/associations:batchMutate', { requests: [null] }, 500, 'Internal Server Error'],
    [
      'POST',
      '/associations:batchMutate',
      { requests: [topic('t', { subject: 's' })] },
      400,
      "Could not resolve subtype of `AssociationOp`: missing type id property 'opType'",
    ],
    [
      'POST',
      '/associations:batchMutate',
      { requests: [topic('t', { opType: 'create' })] },
      400,
      "Could not resolve type id 'create' as a subtype of `AssociationOp`: known type ids = [CREATE, DELETE, UPSERT]",
    ],
  ])('%s %s %j', async (method, target, body, status, message) => {
    const answer = await aRegistry().ask(method, target, body);
    expect([answer.status, answer.body.message]).toEqual([status, message]);
  });

  test('names that only look like fields change nothing', async () => {
    const { ask } = aRegistry();
    const hostile = `{"__proto__":{"resourceName":"t"},"constructor":1,"resourceNamespace":"n"}`;
    const { body } = await ask('POST', '/associations', hostile);
    expect(body.message).toContain("'resourceName', detail: cannot be null or empty");
  });
});

test.each([
  ['GET', '/associations', 405],
  ['POST', '/associations/resources/id', 405],
  ['DELETE', '/associations/subjects/s', 405],
  ['GET', '/associations:batchGet', 405],
  ['GET', '/associations/nothing', 404],
])('%s %s is %i', async (method, target, status) => {
  expect((await aRegistry().ask(method, target)).status).toBe(status);
});
