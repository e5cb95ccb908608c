import { beforeEach, describe, expect, it } from 'vitest';
import { refused } from './answers.ts';
import { avro, order, protobuf } from './schemas.ts';
import { specification } from './specification.ts';

specification('Versions (1.3)', (registry) => {
  const { call, exchange, register, must, aSubject, aContext } = registry;

  describe('a version by its number', () => {
    it('comes with everything that belongs to it', async (test) => {
      await registry.since(test, '8.0.0');
      const subject = aSubject();
      const registered = await register(subject, {
        schema: order.first,
        metadata: { properties: { owner: 'me' } },
      });
      expect(await must('GET', `/subjects/${subject}/versions/1`)).toEqual({
        ...registered,
        subject,
        ts: expect.any(Number),
        deleted: false,
      });
    });

    it('was made at ts, in milliseconds since 1970', async (test) => {
      await registry.since(test, '8.0.0');
      const subject = aSubject();
      await register(subject, order.first);
      const { ts } = await must('GET', `/subjects/${subject}/versions/1`);
      expect(ts).toBeGreaterThan(Date.UTC(2020, 0));
      expect(ts).toBeLessThan(Date.UTC(2100, 0));
    });

    it('is 40401 without the subject, 40402 without the version', async () => {
      const subject = aSubject();
      const noSubject = refused(404, 40401, `Subject '${subject}' not found.`);
      expect(await call('GET', `/subjects/${subject}/versions/1`)).toEqual(noSubject);
      expect(await call('GET', `/subjects/${subject}/versions/latest`)).toEqual(noSubject);
      await register(subject, order.first);
      expect(await call('GET', `/subjects/${subject}/versions/2`)).toEqual(
        refused(404, 40402, 'Version 2 not found.'),
      );
    });

    it('that is soft-deleted is 40402, or 40401 when all of the subject are', async () => {
      const subject = aSubject();
      await register(subject, order.first);
      await register(subject, order.second);
      await must('DELETE', `/subjects/${subject}/versions/1`);
      expect(await call('GET', `/subjects/${subject}/versions/1`)).toEqual(
        refused(404, 40402, 'Version 1 not found.'),
      );
      await must('DELETE', `/subjects/${subject}/versions/2`);
      expect(await call('GET', `/subjects/${subject}/versions/1`)).toEqual(
        refused(404, 40401, `Subject '${subject}' not found.`),
      );
    });
  });

  describe('latest', () => {
    it('is the highest version that is not soft-deleted', async () => {
      const subject = aSubject();
      for (const schema of [order.first, order.second, order.third])
        await register(subject, schema);
      const latest = async () =>
        (await must('GET', `/subjects/${subject}/versions/latest`)).version;
      expect(await latest()).toBe(3);
      await must('DELETE', `/subjects/${subject}/versions/latest`);
      expect(await latest()).toBe(2);
    });
  });

  describe('the bare text of a version', () => {
    it('is the schema itself', async () => {
      const subject = aSubject();
      await register(subject, order.first);
      await register(subject, order.second);
      const text = async (version: string) =>
        (await exchange('GET', `/subjects/${subject}/versions/${version}/schema`)).text;
      expect(await text('1')).toBe(order.first);
      expect(await text('latest')).toBe(order.second);
    });

    it('is a file for Protobuf', async () => {
      const subject = aSubject();
      const { schema } = await register(subject, protobuf('message M { string a = 1; }'));
      const { text } = await exchange('GET', `/subjects/${subject}/versions/1/schema`);
      expect(text).toBe(schema);
    });

    it('is not there without the subject or the version', async () => {
      const subject = aSubject();
      expect(await call('GET', `/subjects/${subject}/versions/1/schema`)).toEqual(
        refused(404, 40401, `Subject '${subject}' not found.`),
      );
      await register(subject, order.first);
      expect(await call('GET', `/subjects/${subject}/versions/9/schema`)).toEqual(
        refused(404, 40402, 'Version 9 not found.'),
      );
    });
  });

  describe('what refers to a version', () => {
    let context: string;
    beforeEach(async () => {
      context = aContext();
      await register(`:${context}:in`, avro('In', 'x'));
      for (const name of ['One', 'Two'])
        await register(`:${context}:${name}`, {
          schema: avro(name, 'in:In'),
          references: [{ name: 'In', subject: 'in', version: 1 }],
        });
    });

    it('is listed by id', async () => {
      expect(await must('GET', `/subjects/:${context}:in/versions/1/referencedby`)).toEqual([2, 3]);
    });

    it('does not include soft-deleted schemas unless deleted=true', async (test) => {
      await registry.since(test, '8.0.0');
      await must('DELETE', `/subjects/:${context}:One`);
      const target = `/subjects/:${context}:in/versions/1/referencedby`;
      expect(await must('GET', target)).toEqual([3]);
      expect(await must('GET', `${target}?deleted=true`)).toEqual([2, 3]);
    });

    it('is nothing for a version that nothing refers to', async () => {
      expect(await must('GET', `/subjects/:${context}:One/versions/1/referencedby`)).toEqual([]);
    });

    it('is found for a soft-deleted version too', async () => {
      await must('DELETE', `/subjects/:${context}:One`);
      const target = `/subjects/:${context}:One/versions/1/referencedby`;
      expect(await must('GET', target)).toEqual([]);
    });
  });

  describe('format and referenceFormat', () => {
    let context: string;
    beforeEach(async () => {
      context = aContext();
      await register(`:${context}:in`, avro('In', 'x'));
      await register(`:${context}:out`, {
        schema: avro('Out', 'in:In'),
        references: [{ name: 'In', subject: 'in', version: 1 }],
      });
    });
    const version = (query: string) => must('GET', `/subjects/:${context}:out/versions/1?${query}`);

    it('format=resolved puts what is referred to in its place', async () => {
      const { schema } = await version('format=resolved');
      expect(JSON.parse(schema).fields[0].type).toEqual(JSON.parse(avro('In', 'x')));
    });

    it('referenceFormat=qualified shows references with their context', async (test) => {
      await registry.since(test, '8.1.0');
      expect((await version('referenceFormat=qualified')).references).toEqual([
        { name: 'In', subject: `:${context}:in`, version: 1 },
      ]);
      expect((await version('')).references).toEqual([{ name: 'In', subject: 'in', version: 1 }]);
    });
  });
});
