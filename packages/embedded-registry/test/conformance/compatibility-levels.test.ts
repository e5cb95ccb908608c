import { beforeEach, describe, expect, it } from 'vitest';
import { ok } from './answers.ts';
import { avro, json, protobuf } from './schemas.ts';
import { specification } from './specification.ts';

/** In each type: the first version, and what is new in it that the other side can or cannot read. */
const types = {
  AVRO: {
    base: { schema: avro('M', 'a', 'b=""') },
    newReadsOld: { schema: avro('M', 'a', 'b=""', 'c=""') },
    onlyNewReadsOld: { schema: avro('M', 'b=""') },
    onlyOldReadsNew: { schema: avro('M', 'a', 'b=""', 'c') },
    neither: { schema: avro('M', 'a:int', 'b=""') },
  },
  JSON: {
    base: json({ type: 'object', properties: { a: {} }, additionalProperties: false }),
    newReadsOld: json({
      type: 'object',
      properties: { a: {} },
      additionalProperties: false,
      title: 'M',
    }),
    onlyNewReadsOld: json({
      type: 'object',
      properties: { a: {}, b: {} },
      additionalProperties: false,
    }),
    onlyOldReadsNew: json({
      type: 'object',
      properties: { a: { type: 'string' } },
      additionalProperties: false,
    }),
    neither: json({ type: 'string' }),
  },
  PROTOBUF: {
    base: protobuf('message M { string a = 1; }'),
    newReadsOld: protobuf('message M { string a = 1; int32 b = 2; }'),
    onlyNewReadsOld: protobuf('message M { string a = 1; } message N {}'),
    onlyOldReadsNew: undefined,
    neither: protobuf('message M { int32 a = 1; }'),
  },
} as const;

const levels = {
  NONE: ['newReadsOld', 'onlyNewReadsOld', 'onlyOldReadsNew', 'neither'],
  BACKWARD: ['newReadsOld', 'onlyNewReadsOld'],
  BACKWARD_TRANSITIVE: ['newReadsOld', 'onlyNewReadsOld'],
  FORWARD: ['newReadsOld', 'onlyOldReadsNew'],
  FORWARD_TRANSITIVE: ['newReadsOld', 'onlyOldReadsNew'],
  FULL: ['newReadsOld'],
  FULL_TRANSITIVE: ['newReadsOld'],
} as const;

specification('Compatibility levels (2.8)', (registry) => {
  const { call, register, must, aSubject } = registry;
  let subject: string;
  beforeEach(async () => {
    subject = aSubject();
    await must('PUT', `/config/${subject}`, { compatibility: 'BACKWARD' });
  });
  const check = async (request: object) =>
    (await must('POST', `/compatibility/subjects/${subject}/versions`, request)).is_compatible;

  describe.each(Object.entries(types))('%s', (_, { base, ...changes }) => {
    it.each(Object.entries(levels))('%s allows %j', async (level, allowed) => {
      await register(subject, base);
      await must('PUT', `/config/${subject}`, { compatibility: level });
      for (const [name, request] of Object.entries(changes)) {
        if (request === undefined) continue;
        const isAllowed = (allowed as readonly string[]).includes(name);
        expect([name, await check(request)]).toEqual([name, isAllowed]);
      }
    });
  });

  describe('a transitive level', () => {
    beforeEach(async () => {
      await must('PUT', `/config/${subject}`, { compatibility: 'NONE' });
      for (const type of ['string', 'long', 'int']) await register(subject, avro('M', `a:${type}`));
    });

    it.each([
      ['BACKWARD', 'long', true],
      ['BACKWARD_TRANSITIVE', 'long', false],
      ['FORWARD', 'int', true],
      ['FORWARD_TRANSITIVE', 'int', false],
      ['FULL', 'int', true],
      ['FULL_TRANSITIVE', 'int', false],
    ])('%s with %s: every version counts, not the newest alone', async (level, type, allowed) => {
      await must('PUT', `/config/${subject}`, { compatibility: level });
      expect(await check({ schema: avro('M', `a:${type}`) })).toBe(allowed);
    });

    it('ends at the first version that does not fit, from the newest on', async () => {
      await must('PUT', `/config/${subject}`, { compatibility: 'BACKWARD_TRANSITIVE' });
      const target = `/compatibility/subjects/${subject}/versions?verbose=true`;
      const { messages } = await must('POST', target, { schema: avro('M', 'a:boolean') });
      expect(messages.filter((each: string) => each.includes('oldSchemaVersion'))).toEqual([
        '{oldSchemaVersion: 3}',
      ]);
    });
  });

  describe('a schema that does not fit', () => {
    it('is not registered: 409 with the number of the release', async () => {
      await register(subject, types.AVRO.base);
      const { status, body } = await call(
        'POST',
        `/subjects/${subject}/versions`,
        types.AVRO.neither,
      );
      expect(status).toBe(409);
      expect(body.error_code).toBe((await registry.isSince('8.0.4/8.1.2')) ? 40901 : 409);
      expect(body.message).toMatch(
        `Schema being registered is incompatible with an earlier schema for subject "${subject}"`,
      );
      expect(await must('GET', `/subjects/${subject}/versions`)).toEqual([1]);
    });
  });

  it('schemas of different types do not fit, except at NONE', async () => {
    await register(subject, types.AVRO.base);
    expect(await check(types.JSON.base)).toBe(false);
    await must('PUT', `/config/${subject}`, { compatibility: 'NONE' });
    expect((await register(subject, types.JSON.base)).version).toBe(2);
  });

  describe('the policy LENIENT', () => {
    it('lets a JSON Schema with an open content model get properties', async (test) => {
      await registry.since(test, '8.0.3/8.1.1');
      await register(subject, json({ type: 'object', properties: { a: {} } }));
      const more = json({ type: 'object', properties: { a: {}, b: { type: 'string' } } });
      expect(await check(more)).toBe(false);
      await must('PUT', `/config/${subject}`, { compatibilityPolicy: 'LENIENT' });
      expect(await call('POST', `/compatibility/subjects/${subject}/versions`, more)).toEqual(
        ok({ is_compatible: true }),
      );
    });
  });
});
