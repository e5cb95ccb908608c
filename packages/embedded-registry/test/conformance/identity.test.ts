import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ok } from './answers.ts';
import { avro, json, order } from './schemas.ts';
import { specification } from './specification.ts';

/** MD5 over the pieces, as a guid. */
function md5(...pieces: (string | Buffer)[]): string {
  const hash = createHash('md5');
  for (const piece of pieces) hash.update(piece);
  return hash.digest('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}

const present = Buffer.from([1]);

specification('Ids, guids and what is the same (2.4)', (registry) => {
  const { call, register, must, aContext } = registry;

  describe('a guid', () => {
    it('is the MD5 of the schema’s text', async (test) => {
      await registry.since(test, '8.0.0');
      const { guid } = await register(`:${aContext()}:a`, order.first);
      expect(guid).toBe(md5(order.first));
    });

    it('is of the text that is kept, not of the one that was sent', async (test) => {
      await registry.since(test, '8.0.0');
      const spaced = JSON.stringify(JSON.parse(order.first), undefined, 2);
      expect((await register(`:${aContext()}:a`, spaced)).guid).toBe(md5(order.first));
    });

    it('covers references: name, subject and version of each', async (test) => {
      await registry.since(test, '8.0.0');
      const context = aContext();
      await register(`:${context}:in`, avro('In', 'x'));
      const schema = avro('Out', 'in:In');
      const references = [{ name: 'In', subject: 'in', version: 1 }];
      const { guid } = await register(`:${context}:out`, { schema, references });
      expect(guid).toBe(md5(schema, 'In', 'in', int32(1)));
    });

    it('covers metadata: tags, properties and sensitive ones, each sorted', async (test) => {
      await registry.since(test, '8.0.0');
      const metadata = {
        tags: { '**.b': ['Z', 'A'], '**.a': ['PII'] },
        properties: { owner: 'me', application: 'x' },
        sensitive: ['owner', 'application'],
      };
      const { guid } = await register(`:${aContext()}:a`, { schema: order.first, metadata });
      expect(guid).toBe(
        md5(
          order.first,
          present,
          ...['**.a', 'PII', '**.b', 'A', 'Z'],
          ...['application', 'x', 'owner', 'me'],
          ...['application', 'owner'],
        ),
      );
    });

    it('covers neither type nor subject nor context', async (test) => {
      await registry.since(test, '8.0.0');
      const context = aContext();
      const asAvro = await register(`:${context}:a`, '{"type":"string","x":1}');
      const asJson = await register(`:${aContext()}:j`, json({ type: 'string', x: 1 }));
      expect(asJson.guid).toBe(asAvro.guid);
    });
  });

  describe('an id', () => {
    it('belongs to a content, in whatever subjects of a context', async () => {
      const context = aContext();
      const { id } = await register(`:${context}:a`, order.first);
      expect(await register(`:${context}:b`, order.first)).toMatchObject({ id, version: 1 });
    });

    it('is of one context: another one counts for itself', async () => {
      const [one, other] = [aContext(), aContext()];
      await register(`:${one}:a`, order.first);
      expect((await register(`:${one}:a`, order.second)).id).toBe(2);
      expect((await register(`:${other}:a`, order.second)).id).toBe(1);
    });

    it('is one more than the greatest that its context ever had', async () => {
      const context = aContext();
      await must('PUT', `/mode/:${context}:`, { mode: 'IMPORT' });
      await register(`:${context}:a`, { schema: order.first, id: 70 });
      await must('PUT', `/mode/:${context}:`, { mode: 'READWRITE' });
      expect((await register(`:${context}:b`, order.second)).id).toBe(71);
    });

    it('is not given again after its schema was deleted for good', async () => {
      const context = aContext();
      for (const query of ['', '?permanent=true']) {
        if (query === '') await register(`:${context}:a`, order.first);
        await must('DELETE', `/subjects/:${context}:a${query}`);
      }
      expect((await register(`:${context}:a`, order.first)).id).toBe(2);
    });

    it('stays that of a content that some other subject still has', async () => {
      const context = aContext();
      const { id } = await register(`:${context}:a`, order.first);
      await register(`:${context}:b`, order.first);
      for (const query of ['', '?permanent=true'])
        await must('DELETE', `/subjects/:${context}:a${query}`);
      expect((await register(`:${context}:a`, order.first)).id).toBe(id);
    });
  });

  describe('a version', () => {
    it('is one more than the highest, soft-deleted ones included', async () => {
      const subject = `:${aContext()}:a`;
      await register(subject, order.first);
      await register(subject, order.second);
      await must('DELETE', `/subjects/${subject}/versions/2`);
      expect((await register(subject, order.third)).version).toBe(3);
    });

    it('begins with 1 again when all were deleted for good', async () => {
      const subject = `:${aContext()}:a`;
      await register(subject, order.first);
      await register(subject, order.second);
      for (const query of ['', '?permanent=true'])
        await must('DELETE', `/subjects/${subject}${query}`);
      expect((await register(subject, order.third)).version).toBe(1);
    });
  });

  describe('a soft-deleted schema that is registered again', () => {
    it('gets its id back and a new version, and the deleted one goes for good', async () => {
      const subject = `:${aContext()}:a`;
      const { id } = await register(subject, order.first);
      await register(subject, order.second);
      await must('DELETE', `/subjects/${subject}/versions/1`);
      expect(await register(subject, order.first)).toMatchObject({ id, version: 3 });
      expect(await call('GET', `/subjects/${subject}/versions?deleted=true`)).toEqual(ok([2, 3]));
    });

    it('stays as a deleted version where something refers to that', async () => {
      const context = aContext();
      await register(`:${context}:in`, avro('In', 'x'));
      await register(`:${context}:out`, {
        schema: avro('Out', 'in:In'),
        references: [{ name: 'In', subject: 'in', version: 1 }],
      });
      await must('DELETE', `/subjects/:${context}:out`);
      await must('DELETE', `/subjects/:${context}:in`);
      expect((await register(`:${context}:in`, avro('In', 'x'))).version).toBe(2);
      const target = `/subjects/:${context}:in/versions?deleted=true`;
      expect(await call('GET', target)).toEqual(ok([1, 2]));
    });
  });

  describe('a schema with everything in place', () => {
    it('is the same as one with references that stand for it', async () => {
      const context = aContext();
      await register(`:${context}:in`, avro('In', 'x'));
      const { id } = await register(`:${context}:out`, {
        schema: avro('Out', 'in:In'),
        references: [{ name: 'In', subject: 'in', version: 1 }],
      });
      const { fields, ...rest } = JSON.parse(avro('Out', 'in'));
      fields[0].type = JSON.parse(avro('In', 'x'));
      const inPlace = JSON.stringify({ ...rest, fields });
      expect(await register(`:${context}:out`, inPlace)).toMatchObject({ id, version: 1 });
    });
  });
});
