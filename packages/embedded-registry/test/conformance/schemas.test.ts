import { beforeEach, describe, expect, it } from 'vitest';
import { ok, refused } from './answers.ts';
import { avro, order, protobuf } from './schemas.ts';
import { specification } from './specification.ts';

specification('Schemas by id and by guid (1.2)', (registry) => {
  const { call, exchange, register, must, aContext } = registry;
  let context: string;
  /** A question by id is one of the context. */
  let inContext: string;
  beforeEach(() => {
    context = aContext();
    inContext = `subject=:${context}:`;
  });

  describe('a schema by its id', () => {
    it('comes with everything that belongs to its content, and a subject and version that use it', async () => {
      const { id, guid } = await register(`:${context}:a`, {
        schema: order.first,
        metadata: { properties: { owner: 'me' } },
      });
      expect(await must('GET', `/schemas/ids/${id}?${inContext}`)).toEqual({
        schema: order.first,
        metadata: { properties: { owner: 'me' } },
        ...((await registry.isSince('8.0.0')) && {
          subject: `:${context}:a`,
          version: 1,
          guid,
          schemaType: 'AVRO',
          ts: expect.any(Number),
          deleted: false,
        }),
      });
    });

    it('is found under any subject of its context, whether that uses it or not', async () => {
      const { id } = await register(`:${context}:a`, order.first);
      const found = await must('GET', `/schemas/ids/${id}?subject=:${context}:none`);
      expect(found.schema).toBe(order.first);
      if (await registry.isSince('8.0.0')) expect(found.subject).toBe(`:${context}:a`);
    });

    it('names the version of the subject that was asked about', async (test) => {
      await registry.since(test, '8.0.0');
      const { id } = await register(`:${context}:a`, order.first);
      await register(`:${context}:b`, order.first);
      for (const subject of [`:${context}:a`, `:${context}:b`])
        expect((await must('GET', `/schemas/ids/${id}?subject=${subject}`)).subject).toBe(subject);
    });

    it('names the greatest id of its context when that is asked for', async () => {
      const { id } = await register(`:${context}:a`, order.first);
      const { id: last } = await register(`:${context}:a`, order.second);
      const found = await must('GET', `/schemas/ids/${id}?${inContext}&fetchMaxId=true`);
      expect(found.maxId).toBe(last);
      expect(await must('GET', `/schemas/ids/${id}?${inContext}`)).not.toHaveProperty('maxId');
    });

    it('is found when all its versions are soft-deleted', async () => {
      const { id } = await register(`:${context}:a`, order.first);
      await must('DELETE', `/subjects/:${context}:a`);
      const found = await must('GET', `/schemas/ids/${id}?${inContext}`);
      expect(found.schema).toBe(order.first);
      if (await registry.isSince('8.0.0')) expect(found.deleted).toBe(true);
    });

    it.each([2_000_000_000, 0, -1])('that is not there is 40403: %i', async (id) => {
      expect(await call('GET', `/schemas/ids/${id}?${inContext}`)).toEqual(
        refused(404, 40403, `Schema ${id} not found`),
      );
    });
  });

  describe('a bare text by its id', () => {
    it('is the schema itself for Avro and JSON Schema', async () => {
      const { id } = await register(`:${context}:a`, order.first);
      expect((await exchange('GET', `/schemas/ids/${id}/schema?${inContext}`)).text).toBe(
        order.first,
      );
    });

    it('is the file for Protobuf, not a JSON text', async () => {
      const { id, schema } = await register(`:${context}:a`, protobuf('message M {}'));
      const { text } = await exchange('GET', `/schemas/ids/${id}/schema?${inContext}`);
      expect(text).toBe(schema);
      expect(text).toContain('message M {}');
    });

    it('that is not there fails inside the registry', async () => {
      expect(await call('GET', `/schemas/ids/2000000000/schema?${inContext}`)).toEqual(
        refused(500, 500, 'Internal Server Error'),
      );
    });
  });

  describe('the uses of an id', () => {
    it('are listed as subjects and as versions', async () => {
      const { id } = await register(`:${context}:a`, order.first);
      await register(`:${context}:b`, order.first);
      const subjects: string[] = await must('GET', `/schemas/ids/${id}/subjects?${inContext}`);
      expect([...subjects].sort()).toEqual([`:${context}:a`, `:${context}:b`]);
      expect(await must('GET', `/schemas/ids/${id}/versions?${inContext}`)).toEqual(
        subjects.map((subject) => ({ subject, version: 1 })),
      );
    });

    it('do not include soft-deleted versions unless deleted=true', async () => {
      const { id } = await register(`:${context}:a`, order.first);
      await must('DELETE', `/subjects/:${context}:a`);
      const uses = (what: string) => must('GET', `/schemas/ids/${id}/${what}&${inContext}`);
      expect(await uses('subjects?')).toEqual([]);
      expect(await uses('versions?')).toEqual([]);
      expect(await uses('subjects?deleted=true')).toEqual([`:${context}:a`]);
      expect(await uses('versions?deleted=true')).toEqual([
        { subject: `:${context}:a`, version: 1 },
      ]);
    });

    it('name one version for each subject: the one that used it last', async () => {
      await must('PUT', `/mode/:${context}:`, { mode: 'IMPORT' });
      await register(`:${context}:a`, { schema: order.first, id: 5, version: 1 });
      await register(`:${context}:a`, { schema: order.first, id: 5, version: 4 });
      expect(await must('GET', `/schemas/ids/5/versions?${inContext}`)).toEqual([
        { subject: `:${context}:a`, version: 4 },
      ]);
    });

    it('are read in pages', async () => {
      const { id } = await register(`:${context}:a`, order.first);
      await register(`:${context}:b`, order.first);
      const all = await must('GET', `/schemas/ids/${id}/subjects?${inContext}`);
      const page = await must('GET', `/schemas/ids/${id}/subjects?offset=1&limit=1&${inContext}`);
      expect(page).toEqual(all.slice(1));
    });

    it.each(['subjects', 'versions'])('of an id that is not there are 40403: %s', async (what) => {
      expect(await call('GET', `/schemas/ids/2000000000/${what}?${inContext}`)).toEqual(
        refused(404, 40403, 'Schema not found'),
      );
    });
  });

  describe('a schema by its guid', () => {
    it('comes without subject, version and id: it is the same everywhere', async (test) => {
      await registry.since(test, '8.0.0');
      const { guid } = await register(`:${context}:a`, order.first);
      expect(await must('GET', `/schemas/guids/${guid}`)).toEqual({
        guid,
        schemaType: 'AVRO',
        schema: order.first,
        ts: expect.any(Number),
        deleted: false,
      });
    });

    it('has an id in every context that has it', async (test) => {
      await registry.since(test, '8.0.0');
      const schema = avro(registry.aWord(), 'a');
      const other = aContext();
      const { guid, id } = await register(`:${context}:a`, schema);
      await register(`:${other}:b`, order.second);
      await register(`:${other}:a`, schema);
      expect(await must('GET', `/schemas/guids/${guid}/ids`)).toEqual([
        { context, id },
        { context: other, id: 2 },
      ]);
    });

    it.for(['00000000-0000-0000-0000-000000000000', 'nonsense'])(
      'that is not there is 40403, and has no ids: %s',
      async (guid, test) => {
        await registry.since(test, '8.0.0');
        expect(await call('GET', `/schemas/guids/${guid}`)).toEqual(
          refused(404, 40403, `Schema ${guid} not found`),
        );
        expect(await call('GET', `/schemas/guids/${guid}/ids`)).toEqual(ok([]));
      },
    );
  });

  describe('format', () => {
    beforeEach(async () => {
      await register(`:${context}:in`, avro('In', 'x'));
      await register(`:${context}:out`, {
        schema: avro('Out', 'in:In'),
        references: [{ name: 'In', subject: 'in', version: 1 }],
      });
    });
    const target = (format: string) => `/schemas/ids/2?${inContext}&format=${format}`;

    it('resolved puts what an Avro schema refers to in its place, and leaves the guid', async () => {
      const plain = await must('GET', target('default'));
      const resolved = await must('GET', target('resolved'));
      expect(JSON.parse(plain.schema).fields[0].type).toBe('In');
      expect(JSON.parse(resolved.schema).fields[0].type).toEqual(JSON.parse(avro('In', 'x')));
      expect(resolved.guid).toBe(plain.guid);
      expect(resolved.references).toEqual(plain.references);
    });

    it('serialized gives a Protobuf file as its descriptor in base64', async () => {
      const { id } = await register(`:${context}:p`, protobuf('package p; message M {}'));
      const { schema } = await must('GET', `/schemas/ids/${id}?${inContext}&format=serialized`);
      expect(schema).toMatch(/^[A-Za-z0-9+/]+=*$/);
      expect(Buffer.from(schema, 'base64').toString('latin1')).toContain('proto3');
    });

    it('that is not known changes nothing', async () => {
      expect(await call('GET', target('nonsense'))).toEqual(await call('GET', target('default')));
    });
  });
});
