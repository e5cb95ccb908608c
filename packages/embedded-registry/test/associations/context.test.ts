import { describe, expect, test } from 'vitest';
import { aRegistry, avro } from '../a-registry.ts';
import { aSchema, topic } from './associations.ts';

describe('changes in a context', () => {
  const own = topic('t', { subject: 's' });
  const requests = [topic('t', { opType: 'CREATE', subject: 's' })];

  test.each([
    ['POST', '/associations?context=:.c:', own],
    ['POST', '/associations?context=.c', own],
    ['POST', '/contexts/.c/associations', own],
    ['POST', '/contexts/c/associations?context=:.other:', own],
    ['PUT', '/associations/resources/id-t?context=:.c:', own],
    ['PUT', '/contexts/.c/associations/resources/id-t', own],
    ['POST', '/associations:batchMutate?context=:.c:', { requests }],
    ['POST', '/contexts/.c/associations:batchMutate', { requests }],
  ])('%s %s', async (method, target, body) => {
    const { ask, register } = aRegistry();
    await register(':.c:s', avro('S', 'id'));
    expect((await ask(method, target, body)).status).toBeLessThan(300);
    const { body: found } = await ask('GET', '/associations/resources/id-t');
    expect(found).toMatchObject([{ subject: ':.c:s', resourceName: 't' }]);
    const within = await ask('GET', '/contexts/.c/associations/resources/id-t');
    expect(within.body).toEqual(found);
  });

  test('leave qualified subjects and the default ones alone', async () => {
    const { ask, register } = aRegistry();
    await register(':.d:s', avro('S', 'id'));
    await ask('POST', '/contexts/.c/associations', topic('t', { subject: ':.d:s' }));
    await ask('POST', '/contexts/.c/associations', topic('u', { schema: aSchema('U') }));
    const { body } = await ask('GET', '/associations/resources/-/-');
    expect(body.map((each: { subject: string }) => each.subject)).toEqual([
      ':.d:s',
      ':.lkc-1:u-value',
    ]);
  });

  test('mean the default context where none is named', async () => {
    const { ask, register } = aRegistry();
    await register('s', avro('S', 'id'));
    for (const [index, target] of [
      '/associations',
      '/associations?context=',
      '/associations?context=:.:',
      '/contexts/:.:/associations',
    ].entries()) {
      const { body } = await ask('POST', target, topic(`t${index}`, { subject: ':.:s' }));
      expect(body.associations[0].subject).toBe('s');
    }
  });
});

test('an alias leads to the associations of what it stands for', async () => {
  const { ask, register } = aRegistry();
  await register('s', avro('S', 'id'));
  await ask('PUT', '/config/nickname', { alias: 's' });
  await ask('POST', '/associations', topic('t', { subject: 's' }));
  expect((await ask('GET', '/associations/subjects/nickname')).body).toHaveLength(1);
});
