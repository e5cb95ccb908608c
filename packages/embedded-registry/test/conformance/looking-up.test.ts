import { beforeEach, describe, expect, it } from 'vitest';
import { refused } from './answers.ts';
import { avro, json, order } from './schemas.ts';
import { specification } from './specification.ts';

specification('Looking a schema up: POST /subjects/{s} (1.3, 2.4)', (registry) => {
  const { call, register, must, aSubject, aContext } = registry;
  let subject: string;
  beforeEach(() => {
    subject = aSubject();
  });
  const lookUp = (request: string | object, query = '') =>
    call(
      'POST',
      `/subjects/${subject}${query}`,
      typeof request === 'string' ? { schema: request } : request,
    );

  it('gives the version that has exactly this schema', async () => {
    await register(subject, order.first);
    const { id } = await register(subject, order.second);
    expect((await lookUp(order.second)).body).toMatchObject({
      subject,
      version: 2,
      id,
      schema: order.second,
    });
  });

  it('makes nothing new', async () => {
    await register(subject, order.first);
    expect(await lookUp(order.second)).toEqual(refused(404, 40403, 'Schema not found'));
    expect(await must('GET', `/subjects/${subject}/versions`)).toEqual([1]);
  });

  it('is 40401 for a subject that is not there, and 40403 for a schema that is not', async () => {
    expect(await lookUp(order.first)).toEqual(
      refused(404, 40401, `Subject '${subject}' not found.`),
    );
    await register(subject, order.first);
    expect(await lookUp(order.second)).toEqual(refused(404, 40403, 'Schema not found'));
    expect(await lookUp({}), 'no schema is no schema that is there').toEqual(
      refused(404, 40403, 'Schema not found'),
    );
  });

  it('is refused for what is no schema', async () => {
    await register(subject, order.first);
    expect(await lookUp('{"type":"nope"}')).toEqual(
      refused(422, 42201, expect.stringMatching(/^Invalid schema /)),
    );
    expect(await lookUp({ schema: '"int"', schemaType: 'NOPE' })).toEqual(
      refused(422, 42201, 'Invalid schema type NOPE'),
    );
  });

  it('looks at the schema, not at an id or a version in the request', async () => {
    await register(subject, order.first);
    const { body } = await lookUp({ schema: order.first, id: 7, version: 9 });
    expect(body.version).toBe(1);
  });

  it.each([
    ['white space', JSON.stringify(JSON.parse(order.first), undefined, 2)],
    [
      'the order of attributes',
      '{"name":"Order","fields":[{"type":"string","name":"id"}],"type":"record"}',
    ],
    [
      'a type in an object of its own',
      '{"type":"record","name":"Order","fields":[{"name":"id","type":{"type":"string"}}]}',
    ],
  ])('sees no difference in %s', async (_, schema) => {
    await register(subject, order.first);
    expect((await lookUp(schema)).body.version).toBe(1);
  });

  it('sees a difference in a doc', async () => {
    await register(subject, order.first);
    const documented =
      '{"type":"record","name":"Order","doc":"d","fields":[{"name":"id","type":"string"}]}';
    expect((await lookUp(documented)).body.error_code).toBe(40403);
  });

  it('sees the normal form with normalize=true', async () => {
    const written = json({ type: 'object', properties: {} });
    await must('POST', `/subjects/${subject}/versions?normalize=true`, written);
    expect(await lookUp(written)).toEqual(refused(404, 40403, 'Schema not found'));
    expect((await lookUp(written, '?normalize=true')).body.version).toBe(1);
  });

  describe('soft-deleted versions', () => {
    it('are seen with deleted=true alone', async () => {
      await register(subject, order.first);
      await register(subject, order.second);
      await must('DELETE', `/subjects/${subject}/versions/1`);
      expect(await lookUp(order.first)).toEqual(refused(404, 40403, 'Schema not found'));
      expect((await lookUp(order.first, '?deleted=true')).body.version).toBe(1);
    });

    it('alone make a subject that is not there', async () => {
      await register(subject, order.first);
      await must('DELETE', `/subjects/${subject}`);
      expect((await lookUp(order.first)).body.error_code).toBe(40401);
      expect((await lookUp(order.first, '?deleted=true')).body.version).toBe(1);
    });
  });

  describe('metadata', () => {
    it('that are given must be those of the version', async () => {
      await register(subject, { schema: order.first, metadata: { properties: { owner: 'me' } } });
      const asked = (owner: string) =>
        lookUp({ schema: order.first, metadata: { properties: { owner } } });
      expect((await asked('me')).body.version).toBe(1);
      expect(await asked('you')).toEqual(refused(404, 40403, 'Schema not found'));
    });

    it('that are not given are those of the newest version', async (test) => {
      await registry.since(test, '7.5.0');
      await register(subject, { schema: order.first, metadata: { properties: { owner: 'me' } } });
      await register(subject, { schema: order.first, metadata: { properties: { owner: 'you' } } });
      expect((await lookUp(order.first)).body.version).toBe(2);
    });
  });

  describe('references', () => {
    let context: string;
    beforeEach(async () => {
      context = aContext();
      subject = `:${context}:out`;
      await register(`:${context}:in`, avro('In', 'x'));
      await register(`:${context}:in`, avro('In', 'x', 'y=""'));
      for (const version of [1, 2])
        await register(subject, {
          schema: avro('Out', 'in:In'),
          references: [{ name: 'In', subject: 'in', version }],
        });
    });
    const withReference = (version: number) =>
      lookUp({
        schema: avro('Out', 'in:In'),
        references: [{ name: 'In', subject: 'in', version }],
      });

    it('are part of what is looked for', async () => {
      expect((await withReference(1)).body.version).toBe(1);
      expect((await withReference(2)).body.version).toBe(2);
    });

    it('to -1 are references to the newest version', async () => {
      expect((await withReference(-1)).body.version).toBe(2);
    });

    it('are found by the schema that has everything in place', async () => {
      const { fields, ...rest } = JSON.parse(avro('Out', 'in'));
      fields[0].type = JSON.parse(avro('In', 'x'));
      expect((await lookUp(JSON.stringify({ ...rest, fields }))).body.version).toBe(1);
    });
  });
});
