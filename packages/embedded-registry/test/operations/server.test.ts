import { expect, test } from 'vitest';
import { aRegistry } from '../a-registry.ts';

test('says what it is', async () => {
  const { ask } = aRegistry({ clusterId: 'mine' });
  expect((await ask('GET', '/')).body).toEqual({});
  expect((await ask('GET', '/v1/metadata/version')).body.version).toBe('8.1.5');
  expect((await ask('GET', '/v1/metadata/id')).body.scope.clusters['kafka-cluster']).toBe('mine');
  expect((await ask('GET', '/v1/metadata/deployment')).body).toEqual({ attributes: [] });
});
