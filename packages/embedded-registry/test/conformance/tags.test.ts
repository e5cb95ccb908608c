import { beforeEach, describe, expect, it } from 'vitest';
import { refused } from './answers.ts';
import { json, order } from './schemas.ts';
import { specification } from './specification.ts';

specification('Tags: POST /subjects/{s}/versions/{v}/tags (1.3)', (registry) => {
  const { call, register, must, aSubject } = registry;
  let subject: string;
  beforeEach(async (test) => {
    await registry.since(test, '7.5.0');
    subject = aSubject();
    await register(subject, order.first);
  });
  const tag = (request: object, version: string | number = 'latest') =>
    call('POST', `/subjects/${subject}/versions/${version}/tags`, request);
  const at = (entityPath: string, tags: string[], entityType = 'sr_field') => ({
    schemaEntity: { entityPath, entityType },
    tags,
  });

  describe('adding a tag', () => {
    it('writes it into the schema, as a new version', async () => {
      const { status, body } = await tag({ tagsToAdd: [at('Order.id', ['PII'])] });
      expect(status).toBe(200);
      expect(body.version).toBe(2);
      expect(JSON.parse(body.schema).fields[0]).toEqual({
        name: 'id',
        type: 'string',
        'confluent:tags': ['PII'],
      });
    });

    it('to a record writes it there', async () => {
      const { body } = await tag({ tagsToAdd: [at('Order', ['PII'], 'sr_record')] });
      expect(JSON.parse(body.schema)['confluent:tags']).toEqual(['PII']);
    });

    it('in JSON Schema writes it into the property', async () => {
      const other = aSubject();
      await register(other, json({ type: 'object', properties: { a: { type: 'string' } } }));
      const target = `/subjects/${other}/versions/latest/tags`;
      const { schema } = await must('POST', target, { tagsToAdd: [at('object.a', ['PII'])] });
      expect(JSON.parse(schema).properties.a['confluent:tags']).toEqual(['PII']);
    });

    it('keeps the number of the version in the metadata', async () => {
      const { body } = await tag({ tagsToAdd: [at('Order.id', ['PII'])] });
      expect(body.metadata).toEqual({ properties: { 'confluent:version': '2' } });
    });

    it('may name the version that it makes, which must be the next', async () => {
      const request = { tagsToAdd: [at('Order.id', ['PII'])] };
      expect(await tag({ ...request, newVersion: 3 })).toEqual(
        refused(422, 42201, 'Version is not one more than previous version'),
      );
      expect((await tag({ ...request, newVersion: 2 })).body.version).toBe(2);
    });
  });

  it('removing a tag takes it out, as a new version', async () => {
    await tag({ tagsToAdd: [at('Order.id', ['PII', 'OTHER'])] });
    const { body } = await tag({ tagsToRemove: [at('Order.id', ['PII'])] });
    expect(body.version).toBe(3);
    expect(JSON.parse(body.schema).fields[0]['confluent:tags']).toEqual(['OTHER']);
  });

  it('metadata that are given are those of the new version', async () => {
    const metadata = { properties: { owner: 'me' } };
    const { body } = await tag({ tagsToAdd: [at('Order.id', ['PII'])], metadata });
    expect(body.metadata.properties).toMatchObject({ owner: 'me' });
  });

  it.each([
    [
      'a subject that is not there',
      40401,
      404,
      () => call('POST', `/subjects/${aSubject()}/versions/1/tags`, {}),
    ],
    ['a version that is not there', 40402, 404, () => tag({}, 9)],
    ['what is no version', 42202, 422, () => tag({}, 'x')],
    [
      'a path that leads nowhere',
      42201,
      422,
      () => tag({ tagsToAdd: [at('Order.none', ['PII'])] }),
    ],
  ])('%s is %i', async (_, number, status, request) => {
    const answer = await request();
    expect([answer.status, answer.body.error_code]).toEqual([status, number]);
  });

  describe('registering', () => {
    it('takes tags to add too', async () => {
      const { schema } = await register(subject, {
        schema: order.second,
        schemaTagsToAdd: [at('Order.note', ['PII'])],
      });
      expect(JSON.parse(schema).fields[1]['confluent:tags']).toEqual(['PII']);
    });
  });

  describe('reading with findTags', () => {
    it('names where a tag is', async (test) => {
      await registry.since(test, '7.7.0');
      await tag({ tagsToAdd: [at('Order.id', ['PII'])] });
      const found = await must('GET', `/subjects/${subject}/versions/latest?findTags=PII`);
      expect(found.schemaTags).toEqual([
        { schemaEntity: { entityPath: 'Order.id', entityType: 'sr_field' }, tags: ['PII'] },
      ]);
    });
  });
});
