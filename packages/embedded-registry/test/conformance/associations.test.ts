import { beforeEach, describe, expect, it } from 'vitest';
import { ok, refused } from './answers.ts';
import { order } from './schemas.ts';
import { specification } from './specification.ts';

specification('Associations of subjects with topics (1.10)', (registry) => {
  const { call, must, register, aSubject, aWord, aContext } = registry;
  let namespace: string;
  let subject: string;
  beforeEach(async (test) => {
    await registry.since(test, '8.0.4/8.1.2/8.2.0');
    namespace = aContext().slice(1);
    subject = aSubject();
    await register(subject, order.first);
  });

  /** A topic that is not there yet. */
  function aTopic() {
    const word = aWord();
    const topic = { resourceName: word, resourceNamespace: namespace, resourceId: `id-${word}` };
    registry.afterwards(() =>
      call('DELETE', `/associations/resources/${topic.resourceId}?cascadeLifecycle=true`),
    );
    return topic;
  }
  type Topic = ReturnType<typeof aTopic>;
  const create = (topic: Topic, associations: object[], query = '') =>
    call('POST', `/associations${query}`, { ...topic, resourceType: 'topic', associations });
  const upsert = (topic: Topic, associations: object[]) =>
    call('PUT', `/associations/resources/${topic.resourceId}`, {
      ...topic,
      resourceType: 'topic',
      associations,
    });
  const ofTopic = (topic: Topic, query = '') =>
    must('GET', `/associations/resources/${topic.resourceId}${query}`);

  describe('a WEAK association', () => {
    it('joins a topic to a subject that is there', async () => {
      const topic = aTopic();
      const association = { subject, associationType: 'value', lifecycle: 'WEAK' };
      expect(await create(topic, [association])).toEqual(
        ok({ ...topic, resourceType: 'topic', associations: [{ ...association, frozen: false }] }),
      );
      expect(await ofTopic(topic)).toMatchObject([{ ...topic, ...association }]);
    });

    it('is for values where nothing else is said', async () => {
      const { body } = await create(aTopic(), [{ subject, lifecycle: 'WEAK' }]);
      expect(body.associations[0].associationType).toBe('value');
    });

    it('needs a subject with a version: 40907', async () => {
      const missing = aSubject();
      expect(await create(aTopic(), [{ subject: missing, lifecycle: 'WEAK' }])).toEqual(
        refused(409, 40907, `No active (non-deleted) version exists for subject '${missing}'`),
      );
    });

    it('leaves the subject to other topics', async () => {
      for (const topic of [aTopic(), aTopic()])
        expect((await create(topic, [{ subject, lifecycle: 'WEAK' }])).status).toBe(200);
      expect(await must('GET', `/associations/subjects/${subject}`)).toHaveLength(2);
    });
  });

  describe('a STRONG association', () => {
    const schema = { schema: order.first };

    it('registers the schema that comes with it, under the topic’s own subject', async () => {
      const topic = aTopic();
      const { body } = await create(topic, [{ lifecycle: 'STRONG', schema }]);
      const own = `:.${namespace}:${topic.resourceName}-value`;
      expect(body.associations).toMatchObject([{ subject: own, lifecycle: 'STRONG' }]);
      expect((await must('GET', `/subjects/${own}/versions/1`)).schema).toBe(order.first);
    });

    it('has its subject for itself: 40904, 40905', async () => {
      await create(aTopic(), [{ subject, lifecycle: 'STRONG' }]);
      expect(await create(aTopic(), [{ subject, lifecycle: 'WEAK' }])).toEqual(
        refused(409, 40905, `A strong association already exists for subject '${subject}'`),
      );
      const shared = aSubject();
      await register(shared, order.first);
      await create(aTopic(), [{ subject: shared, lifecycle: 'WEAK' }]);
      expect(await create(aTopic(), [{ subject: shared, lifecycle: 'STRONG' }])).toEqual(
        refused(409, 40904, `An association already exists for subject '${shared}'`),
      );
    });
  });

  describe('a topic', () => {
    it('has one association of a type: 40903', async () => {
      const topic = aTopic();
      const other = aSubject();
      await register(other, order.first);
      await create(topic, [{ subject, lifecycle: 'WEAK' }]);
      expect(await create(topic, [{ subject: other, lifecycle: 'WEAK' }])).toEqual(
        refused(
          409,
          40903,
          `An association of type 'value' already exists for resource '${topic.resourceId}'`,
        ),
      );
      expect((await create(topic, [{ subject: other, associationType: 'key' }])).status).toBe(200);
      expect(await ofTopic(topic)).toHaveLength(2);
    });

    it('is found by its id, and by namespace and name; `-` stands for any', async () => {
      const topic = aTopic();
      await create(topic, [{ subject, lifecycle: 'WEAK' }]);
      const found = await ofTopic(topic);
      const by = (path: string) => must('GET', `/associations/resources/${path}`);
      expect(await by(`${namespace}/${topic.resourceName}`)).toEqual(found);
      expect(await by(`-/${topic.resourceName}`)).toEqual(found);
      expect(await by(`${namespace}/-`)).toEqual(found);
    });

    it('shows associations of a type or a lifecycle alone, and in pages', async () => {
      const topic = aTopic();
      const types = ['key', 'value'];
      await create(
        topic,
        types.map((associationType) => ({ subject, associationType, lifecycle: 'WEAK' })),
      );
      const shown = async (query: string) =>
        (await ofTopic(topic, query)).map(
          (each: { associationType: string }) => each.associationType,
        );
      expect(await shown('')).toEqual(types);
      expect(await shown('?associationType=value')).toEqual(['value']);
      expect(await shown('?associationType=value&associationType=key')).toEqual(types);
      expect(await shown('?lifecycle=STRONG')).toEqual([]);
      expect(await shown('?offset=1&limit=1')).toEqual(['value']);
    });

    it('that has none has none', async () => {
      expect(await ofTopic(aTopic())).toEqual([]);
    });
  });

  describe('PUT', () => {
    it('makes an association, or changes one that is there', async () => {
      const topic = aTopic();
      expect((await upsert(topic, [{ subject, lifecycle: 'WEAK' }])).status).toBe(200);
      expect((await upsert(topic, [{ lifecycle: 'STRONG' }])).status).toBe(200);
      expect(await ofTopic(topic)).toMatchObject([{ subject, lifecycle: 'STRONG' }]);
    });

    it('cannot change one that is frozen: 40908', async () => {
      const topic = aTopic();
      await create(topic, [{ lifecycle: 'STRONG', frozen: true, schema: { schema: order.first } }]);
      const { status, body } = await upsert(topic, [{ lifecycle: 'WEAK' }]);
      expect([status, body.error_code]).toEqual([409, 40908]);
    });
  });

  describe('DELETE', () => {
    it('ends associations and leaves their subjects', async () => {
      const topic = aTopic();
      await create(topic, [{ subject, lifecycle: 'WEAK' }]);
      expect(await call('DELETE', `/associations/resources/${topic.resourceId}`)).toEqual({
        status: 204,
        body: '',
      });
      expect(await ofTopic(topic)).toEqual([]);
      expect(await call('GET', `/subjects/${subject}/versions`)).toEqual(ok([1]));
    });

    it('with cascadeLifecycle=true deletes the subjects of STRONG ones', async () => {
      const topic = aTopic();
      await create(topic, [{ subject, lifecycle: 'STRONG' }]);
      const target = `/associations/resources/${topic.resourceId}?cascadeLifecycle=true`;
      expect((await call('DELETE', target)).status).toBe(204);
      expect((await call('GET', `/subjects/${subject}/versions`)).status).toBe(404);
    });
  });

  it('a subject with an association cannot be deleted: 40904', async () => {
    await create(aTopic(), [{ subject, lifecycle: 'WEAK' }]);
    expect(await call('DELETE', `/subjects/${subject}`)).toEqual(
      refused(409, 40904, `An association already exists for subject '${subject}'`),
    );
  });

  it('a dry run answers and does nothing', async () => {
    const topic = aTopic();
    const { status } = await create(topic, [{ subject, lifecycle: 'WEAK' }], '?dryRun=true');
    expect(status).toBe(200);
    expect(await ofTopic(topic)).toEqual([]);
  });

  it.each([
    ['no name', { resourceName: '' }, {}],
    ['no namespace', { resourceNamespace: '' }, {}],
    ['no id', { resourceId: '' }, {}],
    ['another type', {}, { associationType: 'nope' }],
  ])('what is not valid is 42212: %s', async (_, topic, association) => {
    const wrong = { ...aTopic(), ...topic };
    const { status, body } = await create(wrong, [{ subject, ...association }]);
    expect([status, body.error_code]).toEqual([422, 42212]);
  });

  describe('a batch', () => {
    it('changes each resource for itself and is answered with 207', async (test) => {
      await registry.since(test, '8.0.6/8.1.4/8.2.2');
      const [first, second] = [aTopic(), aTopic()];
      const missing = aSubject();
      const requests = [
        { ...first, associations: [{ opType: 'CREATE', subject, lifecycle: 'WEAK' }] },
        { ...second, associations: [{ opType: 'CREATE', subject: missing, lifecycle: 'WEAK' }] },
      ];
      const { status, body } = await call('POST', '/associations:batchMutate', { requests });
      expect(status).toBe(207);
      expect(body.results).toMatchObject([
        { result: { resourceId: first.resourceId } },
        { error: { error_code: 40907 } },
      ]);
      expect(await ofTopic(first)).toHaveLength(1);
      expect(await ofTopic(second)).toEqual([]);
    });

    it('reads several resources', async (test) => {
      await registry.since(test, '8.0.6/8.1.4/8.2.2');
      const topic = aTopic();
      await create(topic, [{ subject, lifecycle: 'WEAK' }]);
      const requests = [{ resourceId: topic.resourceId }];
      const { status, body } = await call('POST', '/associations:batchGet', { requests });
      expect(status).toBe(207);
      expect(body.results).toMatchObject([{ result: { associations: [{ subject }] } }]);
    });
  });

  describe('in the list of schemas', () => {
    it('those are found that have an association', async () => {
      await create(aTopic(), [{ subject, lifecycle: 'WEAK' }]);
      const list = (query: string) =>
        must('GET', `/schemas?subjectPrefix=${subject}&resourceType=topic&${query}`);
      const [found] = await list('lifecycle=WEAK');
      expect(found).toMatchObject({ subject, associations: [{ lifecycle: 'WEAK' }] });
      expect(await list('lifecycle=STRONG')).toEqual([]);
    });
  });
});
