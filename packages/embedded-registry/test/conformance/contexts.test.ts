import { beforeEach, describe, expect, it } from 'vitest';
import { ok, refused } from './answers.ts';
import { avro, order } from './schemas.ts';
import { specification } from './specification.ts';

specification('Contexts and their life (1.7, 2.2)', (registry) => {
  const { call, exchange, register, must, aContext } = registry;

  describe('the list of contexts', () => {
    it('begins with the default one, which is always there, and goes on in order', async () => {
      const made = [aContext('b'), aContext('a'), aContext('a0')];
      for (const context of made) await register(`:${context}:s`, order.first);
      const all: string[] = await must('GET', '/contexts');
      expect(all[0]).toBe('.');
      expect(all.filter((context) => made.includes(context))).toEqual([...made].sort());
    });

    it('holds names that begin with contextPrefix, dot and all', async (test) => {
      await registry.since(test, '7.9.6/8.0.3/8.1.1');
      const context = aContext();
      await register(`:${context}:s`, order.first);
      const list = (prefix: string) => call('GET', `/contexts?contextPrefix=${prefix}`);
      expect(await list(context)).toEqual(ok([context]));
      expect(await list(context.slice(1))).toEqual(ok([]));
      expect(await list(`:${context}`)).toEqual(ok([]));
    });
  });

  describe('a context', () => {
    let context: string;
    beforeEach(() => {
      context = aContext();
    });
    const isThere = async () => ((await must('GET', '/contexts')) as string[]).includes(context);

    it('begins with its first registration', async () => {
      expect(await isThere()).toBe(false);
      await register(`:${context}:a`, order.first);
      expect(await isThere()).toBe(true);
    });

    it('does not begin with settings, look-ups, checks or a registration that is refused', async () => {
      await must('PUT', `/config/:${context}:`, { compatibility: 'NONE' });
      await must('PUT', `/mode/:${context}:`, { mode: 'READWRITE' });
      await call('POST', `/subjects/:${context}:a`, { schema: order.first });
      await call('POST', `/compatibility/subjects/:${context}:a/versions/latest`, {
        schema: order.first,
      });
      await call('POST', `/subjects/:${context}:a/versions`, { schema: '{bad' });
      await call('POST', `/subjects/:${context}:a/versions`, { schema: order.first, id: 5 });
      expect(await isThere()).toBe(false);
    });

    it('counts its ids from 1 on', async () => {
      expect((await register(`:${context}:a`, avro(registry.aWord()))).id).toBe(1);
      expect((await register(`:${context}:b`, avro(registry.aWord()))).id).toBe(2);
    });

    it('stays when all its subjects are deleted for good', async () => {
      await register(`:${context}:a`, order.first);
      await must('DELETE', `/subjects/:${context}:a`);
      await must('DELETE', `/subjects/:${context}:a?permanent=true`);
      expect(await isThere()).toBe(true);
    });
  });

  describe('deleting a context', () => {
    let context: string;
    beforeEach(async (test) => {
      await registry.since(test, '8.0.1');
      context = aContext();
      await register(`:${context}:a`, order.first);
    });
    const removeSubject = async () => {
      await must('DELETE', `/subjects/:${context}:a`);
      await must('DELETE', `/subjects/:${context}:a?permanent=true`);
    };

    it('is answered with 204 and nothing, also when it is not there', async () => {
      await removeSubject();
      for (const _ of ['there', 'not there any more']) {
        const { status, text } = await exchange('DELETE', `/contexts/${context}`);
        expect([status, text]).toEqual([204, '']);
      }
      expect(await must('GET', '/contexts')).not.toContain(context);
    });

    it('is refused while it has subjects, soft-deleted ones too', async () => {
      const notEmpty = refused(422, 42211, `The specified context ':${context}:' is not empty.`);
      expect(await call('DELETE', `/contexts/${context}`)).toEqual(notEmpty);
      await must('DELETE', `/subjects/:${context}:a`);
      expect(await call('DELETE', `/contexts/${context}`)).toEqual(notEmpty);
      expect(await call('DELETE', `/contexts/:${context}:`)).toEqual(notEmpty);
    });

    it('leaves its settings', async () => {
      await removeSubject();
      await must('PUT', `/config/:${context}:`, { compatibility: 'FULL' });
      await must('PUT', `/mode/:${context}:`, { mode: 'READONLY' });
      await must('DELETE', `/contexts/${context}`);
      expect(await call('GET', `/config/:${context}:`)).toEqual(ok({ compatibilityLevel: 'FULL' }));
      expect(await call('GET', `/mode/:${context}:`)).toEqual(ok({ mode: 'READONLY' }));
    });

    it('does not begin its ids again', async () => {
      await removeSubject();
      await must('DELETE', `/contexts/${context}`);
      expect((await register(`:${context}:a`, order.second)).id).toBe(2);
    });
  });
});
