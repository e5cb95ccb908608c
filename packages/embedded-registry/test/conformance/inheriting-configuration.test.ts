import { beforeEach, describe, expect, it } from 'vitest';
import { avro, json, order } from './schemas.ts';
import { specification } from './specification.ts';

specification('Which configuration applies (2.7)', (registry) => {
  const { call, register, must, aContext, aSubject } = registry;
  let context: string;
  let subject: string;
  beforeEach(() => {
    context = aContext();
    subject = `:${context}:a`;
  });
  const set = (name: string, body: object) => must('PUT', `/config/${name}`, body);
  const applied = (name = subject) => must('GET', `/config/${name}?defaultToGlobal=true`);

  describe('the level of a subject', () => {
    it('is its own, or else that of its context', async () => {
      await set(`:${context}:`, { compatibility: 'FULL' });
      expect(await applied()).toEqual({ compatibilityLevel: 'FULL' });
      await set(subject, { compatibility: 'NONE' });
      expect(await applied()).toEqual({ compatibilityLevel: 'NONE' });
      await must('DELETE', `/config/${subject}`);
      expect(await applied()).toEqual({ compatibilityLevel: 'FULL' });
    });

    it('decides what may be registered', async () => {
      await set(`:${context}:`, { compatibility: 'NONE' });
      await register(subject, order.first);
      expect((await register(subject, order.incompatible)).version).toBe(2);
      await set(subject, { compatibility: 'BACKWARD' });
      const again = await call('POST', `/subjects/${subject}/versions`, {
        schema: avro('Order', 'x'),
      });
      expect(again.status).toBe(409);
    });

    it('is that of everything where nothing nearer is set', async (test) => {
      await registry.mayChangeEverybodysSettings(test);
      await set(':.__GLOBAL:', { compatibility: 'NONE' });
      expect(await applied()).toEqual({ compatibilityLevel: 'NONE' });
      expect(await applied(aSubject())).toEqual({ compatibilityLevel: 'NONE' });
      expect(await applied(`:${context}:`)).toEqual({ compatibilityLevel: 'NONE' });
    });

    it('is that of the default context for subjects of the default context alone', async (test) => {
      await registry.mayChangeEverybodysSettings(test);
      await set(':.__GLOBAL:', { compatibility: 'FULL' });
      await must('PUT', '/config', { compatibility: 'FORWARD' });
      expect(await applied(aSubject())).toEqual({ compatibilityLevel: 'FORWARD' });
      expect(await applied()).toEqual({ compatibilityLevel: 'FULL' });
    });
  });

  describe('GET /config', () => {
    it('shows what is set for the default context; for everything with defaultToGlobal=true', async (test) => {
      await registry.mayChangeEverybodysSettings(test);
      await must('DELETE', '/config');
      await set(':.__GLOBAL:', { compatibility: 'FULL_TRANSITIVE' });
      const level = async (query: string) =>
        (await must('GET', `/config${query}`)).compatibilityLevel;
      expect(await level('')).not.toBe('FULL_TRANSITIVE');
      expect(await level('?defaultToGlobal=true')).toBe('FULL_TRANSITIVE');
    });
  });

  describe('a configuration', () => {
    it('is inherited as a whole: what a nearer one leaves open does not come from its context', async (test) => {
      await registry.since(test, '7.5.0');
      await set(`:${context}:`, {
        compatibility: 'FULL',
        normalize: true,
        compatibilityGroup: 'g',
      });
      await set(subject, { alias: 'x' });
      const { compatibilityLevel, ...rest } = await applied();
      expect(rest).toEqual({ alias: 'x' });
      expect(compatibilityLevel).not.toBe('FULL');
    });

    it('without a level has that of the server', async (test) => {
      await registry.since(test, '7.5.0');
      await registry.mayChangeEverybodysSettings(test);
      await set(':.__GLOBAL:', { compatibility: 'NONE' });
      await must('PUT', '/config', { compatibility: 'NONE' });
      await set(subject, { normalize: false });
      expect(await applied()).toEqual({ compatibilityLevel: 'BACKWARD', normalize: false });
    });

    it('of the default context fills in for a subject of any context that has one', async (test) => {
      await registry.since(test, '7.5.0');
      await registry.mayChangeEverybodysSettings(test);
      await must('PUT', '/config', { normalize: true });
      const written = json({ type: 'object', properties: {} });
      const sorted = '{"properties":{},"type":"object"}';
      expect((await register(subject, written)).schema, 'none of its own').toBe(written.schema);
      await set(`:${context}:b`, { compatibility: 'NONE' });
      expect((await register(`:${context}:b`, written)).schema).toBe(sorted);
      await set(`:${context}:c`, { normalize: false });
      expect((await register(`:${context}:c`, written)).schema).toBe(written.schema);
    });
  });

  describe('normalize', () => {
    it('in the configuration is as good as in the request', async (test) => {
      await registry.since(test, '7.5.0');
      await set(subject, { normalize: true });
      const written = json({ type: 'object', properties: {} });
      const { schema } = await register(subject, written);
      expect(schema).toBe('{"properties":{},"type":"object"}');
      expect((await must('POST', `/subjects/${subject}`, written)).version).toBe(1);
    });
  });

  describe('metadata', () => {
    const metadata = (properties: object) => ({ properties });

    it('that are the default fill in what a schema does not say', async (test) => {
      await registry.since(test, '7.4.0');
      await set(subject, { defaultMetadata: metadata({ owner: 'them', stage: 'dev' }) });
      const request = { schema: order.first, metadata: metadata({ owner: 'me' }) };
      expect((await register(subject, request)).metadata).toEqual(
        metadata({ owner: 'me', stage: 'dev' }),
      );
    });

    it('that override replace what a schema says', async (test) => {
      await registry.since(test, '7.4.0');
      await set(subject, { overrideMetadata: metadata({ owner: 'them' }) });
      const request = { schema: order.first, metadata: metadata({ owner: 'me', stage: 'dev' }) };
      expect((await register(subject, request)).metadata).toEqual(
        metadata({ owner: 'them', stage: 'dev' }),
      );
    });
  });

  describe('compatibilityGroup', () => {
    it('lets versions be compared only with those that say the same', async (test) => {
      await registry.since(test, '7.4.0');
      await set(subject, { compatibilityGroup: 'major' });
      const request = (schema: string, major: string) => ({
        schema,
        metadata: { properties: { major } },
      });
      await register(subject, request(order.first, '1'));
      await register(subject, request(order.incompatible, '2'));
      const refused = await call(
        'POST',
        `/subjects/${subject}/versions`,
        request(avro('Order', 'unlike'), '1'),
      );
      expect(refused.status).toBe(409);
      await register(subject, request(order.second, '1'));
      expect(await must('GET', `/subjects/${subject}/versions`)).toEqual([1, 2, 3]);
    });
  });

  describe('validateFields', () => {
    const reserved = (fields: string) => ({ properties: { 'confluent:reserved': fields } });

    it('forbids fields that the metadata reserve', async (test) => {
      await registry.since(test, '7.6.0');
      await set(subject, { validateFields: true });
      await register(subject, order.first);
      const { status, body } = await call('POST', `/subjects/${subject}/versions`, {
        schema: order.second,
        metadata: reserved('note'),
      });
      expect(status).toBe(409);
      expect(body.message).toContain(
        'The new schema has field that conflicts with the reserved field note.',
      );
    });

    it('forbids taking back what was reserved', async (test) => {
      await registry.since(test, '7.6.0');
      await set(subject, { validateFields: true });
      await register(subject, { schema: order.first, metadata: reserved('old') });
      const { status, body } = await call('POST', `/subjects/${subject}/versions`, {
        schema: order.second,
        metadata: reserved('other'),
      });
      expect(status).toBe(409);
      expect(body.message).toContain('reserved field old removed from its metadata');
    });
  });

  describe('validateNewSchemas', () => {
    const wrongDefault = avro('Order', 'id="x"', 'count:int="x"');

    it('is on where nothing says otherwise: a default has to fit', async (test) => {
      await registry.since(test, '8.0.4/8.1.2');
      expect(
        (await call('POST', `/subjects/${subject}/versions`, { schema: wrongDefault })).status,
      ).toBe(422);
      await set(subject, { validateNewSchemas: false });
      expect((await register(subject, wrongDefault)).version).toBe(1);
    });
  });
});
