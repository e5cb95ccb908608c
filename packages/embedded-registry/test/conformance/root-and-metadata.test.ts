import { describe, expect, it } from 'vitest';
import { ok } from './answers.ts';
import { specification } from './specification.ts';

specification('The root, and what the server says of itself (1.1)', (registry) => {
  const { call, must } = registry;

  describe('the root', () => {
    it('answers {}: it is there', async () => {
      expect(await call('GET', '/')).toEqual(ok({}));
    });

    it('takes any POST and does nothing with it', async () => {
      expect(await call('POST', '/', {})).toEqual(ok({}));
      expect(await call('POST', '/', { a: 'b' })).toEqual(ok({}));
    });
  });

  describe('the metadata', () => {
    it('name the Kafka cluster and the group of registries', async () => {
      const { scope } = await must('GET', '/v1/metadata/id');
      expect(scope.path).toEqual([]);
      expect(scope.clusters['schema-registry-cluster']).toEqual(expect.any(String));
    });

    it('name the release and the commit', async (test) => {
      await registry.since(test, '7.2.0');
      expect(await call('GET', '/v1/metadata/version')).toEqual(
        ok({ version: expect.stringMatching(/^\d+\.\d+\.\d+/), commitId: expect.any(String) }),
      );
    });

    it('name attributes of the deployment, also when there are none', async (test) => {
      await registry.since(test, '8.1.0');
      expect(await call('GET', '/v1/metadata/deployment')).toEqual(
        ok({ attributes: expect.any(Array) }),
      );
    });

    it('are the same below every context', async (test) => {
      await registry.since(test, '7.2.0');
      expect(await call('GET', '/contexts/.none/v1/metadata/version')).toEqual(
        await call('GET', '/v1/metadata/version'),
      );
    });
  });

  it('GET /schemas/types names the three types', async () => {
    expect([...(await must('GET', '/schemas/types'))].sort()).toEqual(['AVRO', 'JSON', 'PROTOBUF']);
  });
});
