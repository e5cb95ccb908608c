import { describe, expect, it } from 'vitest';
import { ok, refused } from './answers.ts';
import { json, order, protobuf } from './schemas.ts';
import { specification } from './specification.ts';

specification('Registering a schema: POST /subjects/{s}/versions (1.3)', (registry) => {
  const { call, register, must, aSubject, aContext } = registry;
  const post = (subject: string, request: object) =>
    call('POST', `/subjects/${subject}/versions`, request);

  describe('the answer', () => {
    it('to a new schema has what was given to it: id, version, guid', async (test) => {
      await registry.since(test, '8.0.0');
      expect(await register(`:${aContext()}:a`, order.first)).toEqual({
        id: 1,
        version: 1,
        guid: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
        schemaType: 'AVRO',
        schema: order.first,
      });
    });

    it('shows references and metadata as they are kept', async () => {
      const context = aContext();
      await register(`:${context}:in`, '{"type":"fixed","name":"In","size":1}');
      const request = {
        schema: '{"type":"array","items":"In"}',
        references: [{ name: 'In', subject: 'in', version: -1 }],
        metadata: { tags: { '**': ['B', 'A'] }, properties: { z: 1, a: '2' }, sensitive: ['z'] },
      };
      expect(await register(`:${context}:a`, request)).toMatchObject({
        references: [{ name: 'In', subject: 'in', version: 1 }],
        metadata: { tags: { '**': ['A', 'B'] }, properties: { a: '2', z: '1' }, sensitive: ['z'] },
      });
    });

    it.for([
      ['AVRO', { schema: '"int"' }],
      ['AVRO', { schema: '"int"', schemaType: 'AVRO' }],
      ['AVRO', { schema: '"int"', schemaType: '' }],
      ['JSON', json({ type: 'string' })],
      ['PROTOBUF', protobuf('message M {}')],
    ] as const)(
      'names the type, %s, which is AVRO where none was named',
      async ([type, request], test) => {
        await registry.since(test, '8.0.0');
        expect((await register(aSubject(), request)).schemaType).toBe(type);
      },
    );
  });

  describe('a schema that the subject has already', () => {
    it('is given back with its id and version, and makes no new one', async () => {
      const subject = aSubject();
      const { id } = await register(subject, order.first);
      await register(subject, order.second);
      expect(await register(subject, order.first)).toMatchObject({ id, version: 1 });
      expect(await call('GET', `/subjects/${subject}/versions`)).toEqual(ok([1, 2]));
    });

    it('is the same whatever its white space and the order of its attributes', async () => {
      const subject = aSubject();
      const { id } = await register(subject, order.first);
      const { fields, ...rest } = JSON.parse(order.first);
      const written = JSON.stringify({ fields, ...rest }, undefined, 2);
      expect((await register(subject, written)).id).toBe(id);
    });

    it('is another one with other metadata', async () => {
      const subject = aSubject();
      const { id } = await register(subject, order.first);
      const metadata = { properties: { owner: 'me' } };
      const other = await register(subject, { schema: order.first, metadata });
      expect(other).toMatchObject({ version: 2, metadata });
      expect(other.id).not.toBe(id);
    });
  });

  describe('a version asked for', () => {
    it('must be the next one', async () => {
      const subject = aSubject();
      const wrong = refused(422, 42201, 'Version is not one more than previous version');
      expect(await post(subject, { schema: order.first, version: 2 })).toEqual(wrong);
      await register(subject, { schema: order.first, version: 1 });
      expect(await post(subject, { schema: order.second, version: 1 })).toEqual(wrong);
      expect(await post(subject, { schema: order.second, version: 3 })).toEqual(wrong);
      expect((await register(subject, { schema: order.second, version: 2 })).version).toBe(2);
    });

    it('is kept in the metadata, from then on in every version', async (test) => {
      await registry.since(test, '7.5.0');
      const subject = aSubject();
      const { metadata } = await register(subject, { schema: order.first, version: 1 });
      expect(metadata).toEqual({ properties: { 'confluent:version': '1' } });
      const next = await register(subject, order.second);
      expect(next.metadata).toEqual({ properties: { 'confluent:version': '2' } });
    });

    it('of 0 or none means the next; of -1 too, and is kept', async () => {
      const subject = aSubject();
      expect(await register(subject, { schema: order.first, version: 0 })).not.toHaveProperty(
        'metadata',
      );
      const asked = await register(subject, { schema: order.second, version: -1 });
      expect(asked).toMatchObject({
        version: 2,
        metadata: { properties: { 'confluent:version': '2' } },
      });
    });
  });

  describe('an id asked for', () => {
    it('is refused outside of IMPORT', async () => {
      const subject = aSubject();
      const message = `Subject ${subject} in context  is not in import mode`;
      for (const id of [777_777, 0])
        expect(await post(subject, { schema: order.first, id })).toEqual(
          refused(422, 42205, message),
        );
    });

    it('of -1 is none', async () => {
      expect((await register(aSubject(), { schema: order.first, id: -1 })).version).toBe(1);
    });

    it('is fine when the subject has exactly that already', async () => {
      const subject = aSubject();
      const { id } = await register(subject, order.first);
      expect(await register(subject, { schema: order.first, id })).toMatchObject({
        id,
        version: 1,
      });
    });
  });

  describe('metadata', () => {
    it('that are not given are those of the version before', async (test) => {
      await registry.since(test, '7.5.0');
      const subject = aSubject();
      const metadata = { properties: { owner: 'me' } };
      await register(subject, { schema: order.first, metadata });
      expect((await register(subject, order.second)).metadata).toEqual(metadata);
    });

    it('that are given replace those of the version before, even by none', async (test) => {
      await registry.since(test, '7.5.0');
      const subject = aSubject();
      await register(subject, { schema: order.first, metadata: { properties: { owner: 'me' } } });
      const next = await register(subject, { schema: order.second, metadata: {} });
      expect(next.metadata).toEqual({});
    });
  });

  describe('no schema at all', () => {
    it('means the schema of the version before, so that metadata can be given to it', async (test) => {
      await registry.since(test, '7.5.0');
      const subject = aSubject();
      await register(subject, order.first);
      const next = await register(subject, { metadata: { properties: { owner: 'me' } } });
      expect(next).toMatchObject({ version: 2, schema: order.first });
    });

    it('is refused where there is no version before', async () => {
      for (const request of [{}, { schema: null }, { schema: '' }])
        expect(await post(aSubject(), request)).toEqual(refused(422, 42201, 'Empty schema'));
    });
  });

  describe('what is no schema', () => {
    it.each([
      ['Avro', { schema: '{"type":"nope"}' }],
      [
        'Avro with a default that does not fit',
        {
          schema: '{"type":"record","name":"R","fields":[{"name":"a","type":"int","default":"x"}]}',
        },
      ],
      ['JSON Schema', json({ type: 'nope' })],
      ['Protobuf', protobuf('message {')],
    ])('is refused with 42201: %s', async (_, request) => {
      expect(await post(aSubject(), request)).toEqual(
        refused(422, 42201, expect.stringMatching(/^Invalid schema /)),
      );
    });

    it.each(['NOPE', 'avro', 'json'])(
      'of a type that is not known is refused: %s',
      async (type) => {
        expect(await post(aSubject(), { schema: '"int"', schemaType: type })).toEqual(
          refused(422, 42201, `Invalid schema type ${type}`),
        );
      },
    );

    it('leaves nothing behind, no subject and no context', async () => {
      const context = aContext();
      await post(`:${context}:a`, { schema: '{bad' });
      expect(await must('GET', `/subjects?subjectPrefix=:${context}:&deleted=true`)).toEqual([]);
      expect(await must('GET', '/contexts')).not.toContain(context);
    });
  });

  describe('a subject', () => {
    it.each(['__GLOBAL', '__EMPTY', ':.__GLOBAL:', ':.__GLOBAL:a'])(
      'that the registry needs for itself is refused: %s',
      async (subject) => {
        const message = `The specified subject '${subject}' is not a valid.`;
        expect(await post(encodeURIComponent(subject), { schema: '"int"' })).toEqual(
          refused(422, 42208, message),
        );
      },
    );
  });

  it('normalize=true keeps the schema in its normal form', async () => {
    const subject = aSubject();
    const written = { type: 'object', required: ['b', 'a'], properties: {} };
    const answer = await must(
      'POST',
      `/subjects/${subject}/versions?normalize=true`,
      json(written),
    );
    expect(answer.schema).toBe('{"properties":{},"required":["b","a"],"type":"object"}');
  });
});
