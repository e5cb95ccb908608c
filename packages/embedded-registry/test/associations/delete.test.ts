import { describe, expect, test } from 'vitest';
import { aRegistry, avro } from '../a-registry.ts';
import { aSchema, topic } from './associations.ts';

const path = '/associations/resources/id-t';

async function aTopicOfItsOwn() {
  const registry = aRegistry();
  const value = { schema: avro('V', 'a') };
  await registry.ask(
    'POST',
    '/associations',
    topic('t', { associationType: 'key', schema: aSchema('K') }, { schema: value }),
  );
  return registry;
}

describe('DELETE /associations/resources/{resourceId}', () => {
  test('deletes them and leaves the subjects', async () => {
    const { ask, register } = aRegistry();
    await register('s', avro('S', 'id'));
    await ask('POST', '/associations', topic('t', { subject: 's', lifecycle: 'STRONG' }));
    const answer = await ask('DELETE', path);
    expect([answer.status, answer.body]).toEqual([204, '']);
    expect((await ask('GET', path)).body).toEqual([]);
    expect((await ask('GET', '/subjects')).body).toEqual(['s']);
  });

  test('deletes those of a type', async () => {
    const { ask, register } = aRegistry();
    await register('s', avro('S', 'id'));
    const both = topic('t', { subject: 's', associationType: 'key' }, { subject: 's' });
    await ask('POST', '/associations', both);
    await ask('DELETE', `${path}?associationType=key&resourceType=topic`);
    expect((await ask('GET', path)).body).toMatchObject([{ associationType: 'value' }]);
    expect((await ask('DELETE', `${path}?resourceType=table`)).body.error_code).toBe(40410);
  });

  test('answers 40410 where there is none', async () => {
    const { status, body } = await aRegistry().ask('DELETE', '/associations/resources/nothing');
    expect([status, body]).toEqual([
      404,
      { error_code: 40410, message: "Association for 'nothing' not found." },
    ]);
  });

  test('refuses frozen ones, unless their subjects go with them: 40908', async () => {
    const { ask } = await aTopicOfItsOwn();
    const { status, body } = await ask('DELETE', path);
    expect([status, body]).toEqual([
      409,
      {
        error_code: 40908,
        message: "The association of type  'key' is frozen for subject ':.lkc-1:t-key'",
      },
    ]);
    expect((await ask('DELETE', `${path}?cascadeLifecycle=true`)).status).toBe(204);
    expect((await ask('GET', '/subjects?deleted=true')).body).toEqual([]);
    expect((await ask('GET', '/associations/resources/-/-')).body).toEqual([]);
  });

  test('deletes the subjects of STRONG ones, and of those only', async () => {
    const { ask, register } = aRegistry();
    await register('shared', avro('S', 'id'));
    await register('own', avro('O', 'id'));
    await ask(
      'POST',
      '/associations',
      topic(
        't',
        { subject: 'own', associationType: 'key', lifecycle: 'STRONG' },
        { subject: 'shared' },
      ),
    );
    expect((await ask('DELETE', `${path}?cascadeLifecycle=true`)).status).toBe(204);
    expect((await ask('GET', '/subjects?deleted=true')).body).toEqual(['shared']);
  });

  test('checks everything before it deletes anything: a subject that is referred to stays', async () => {
    const { ask, register } = await aTopicOfItsOwn();
    const referring = await register(':.lkc-1:r', {
      schema: '{"type":"record","name":"R","fields":[{"name":"v","type":"V"}]}',
      references: [{ name: 'V', subject: ':.lkc-1:t-value', version: 1 }],
    });
    expect(referring.status).toBe(200);
    const { status, body } = await ask('DELETE', `${path}?cascadeLifecycle=true`);
    expect([status, body.error_code]).toEqual([422, 42206]);
    expect((await ask('GET', path)).body).toHaveLength(2);
    expect((await ask('GET', '/subjects')).body).toContain(':.lkc-1:t-key');
  });

  test('refuses where nothing may be written: 42205', async () => {
    const { ask } = await aTopicOfItsOwn();
    await ask('PUT', '/mode/:.lkc-1:t-value', { mode: 'READONLY' });
    const { body } = await ask('DELETE', `${path}?cascadeLifecycle=true`);
    expect(body.error_code).toBe(42205);
    expect((await ask('GET', path)).body).toHaveLength(2);
  });

  test('checks without deleting as a dry run', async () => {
    const { ask } = await aTopicOfItsOwn();
    expect((await ask('DELETE', `${path}?dryRun=true`)).body.error_code).toBe(40908);
    const answer = await ask('DELETE', `${path}?dryRun=true&cascadeLifecycle=true`);
    expect(answer.status).toBe(204);
    expect((await ask('GET', path)).body).toHaveLength(2);
    expect((await ask('GET', '/subjects')).body).toHaveLength(2);
  });

  test('a soft-deleted subject goes too', async () => {
    const { ask } = await aTopicOfItsOwn();
    await ask('DELETE', '/subjects/:.lkc-1:t-value/versions/1');
    expect((await ask('DELETE', `${path}?cascadeLifecycle=true`)).status).toBe(204);
    expect((await ask('GET', '/subjects?deleted=true')).body).toEqual([]);
  });
});

describe('a subject that has an association', () => {
  test('cannot be deleted: 40904', async () => {
    const { ask, register } = aRegistry();
    await register('s', avro('S', 'id'));
    await ask('POST', '/associations', topic('t', { subject: 's' }));
    const { status, body } = await ask('DELETE', '/subjects/s');
    expect([status, body]).toEqual([
      409,
      { error_code: 40904, message: "An association already exists for subject 's'" },
    ]);
    await ask('DELETE', '/subjects/s/versions/1');
    const permanent = await ask('DELETE', '/subjects/s?permanent=true');
    expect(permanent.body.error_code).toBe(40904);
    await ask('DELETE', path);
    expect((await ask('DELETE', '/subjects/s?permanent=true')).body).toEqual([1]);
  });

  test('is looked for first: 40401 and 40404 come before', async () => {
    const { ask, register } = aRegistry();
    await register('s', avro('S', 'id'));
    await ask('POST', '/associations', topic('t', { subject: 's' }));
    await ask('DELETE', '/subjects/s/versions/1');
    expect((await ask('DELETE', '/subjects/s')).body.error_code).toBe(40404);
    expect((await ask('DELETE', '/subjects/unknown')).body.error_code).toBe(40401);
  });
});
