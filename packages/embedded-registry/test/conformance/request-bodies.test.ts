import { describe, expect, it } from 'vitest';
import { ok, refused } from './answers.ts';
import { order } from './schemas.ts';
import { specification } from './specification.ts';

const expectedToken =
  "was expecting (JSON String, Number (or 'NaN'/'+INF'/'-INF'), Array, Object or token 'null', 'true' or 'false')";

specification('Request bodies (1.0)', (registry) => {
  const { call, exchange, register, must, aSubject } = registry;

  describe('a missing body', () => {
    it.each([
      ['POST', '/subjects/{s}/versions', 'register'],
      ['POST', '/subjects/{s}', 'lookUpSchemaUnderSubject'],
      ['POST', '/compatibility/subjects/{s}/versions/latest', 'testCompatibilityBySubjectName'],
      ['PUT', '/config/{s}', 'updateSubjectLevelConfig'],
      ['PUT', '/mode/{s}', 'updateMode'],
    ])('is refused with 422: %s %s', async (method, path, operation) => {
      const target = path.replace('{s}', aSubject());
      const answer = refused(422, 422, `${operation}.request must not be null (was null)`);
      expect(await call(method, target)).toEqual(answer);
      expect(await call(method, target, 'null'), 'null is no body either').toEqual(answer);
    });
  });

  describe('a body that is not JSON', () => {
    it.each([
      ['x', `Unrecognized token 'x': ${expectedToken}`],
      ['}', "Unexpected close marker '}': no open Object to close"],
      ['{"schema":', 'Unexpected end-of-input within/between Object entries'],
      [
        "{'schema':'x'}",
        "Unexpected character (''' (code 39)): was expecting double-quote to start field name",
      ],
      ['{"schema":"\\"int\\""} trailing', `Unrecognized token 'trailing': ${expectedToken}`],
    ])('is refused with 400 and what the parser says: %s', async (body, message) => {
      const target = `/subjects/${aSubject()}/versions`;
      expect(await call('POST', target, body)).toEqual(refused(400, 400, message));
    });
  });

  describe('JSON of another shape', () => {
    it.each([
      [
        '[]',
        'value of type `RegisterSchemaRequest` from Array value (token `JsonToken.START_ARRAY`)',
      ],
      [
        '{"schema":{}}',
        'value of type `String` from Object value (token `JsonToken.START_OBJECT`)',
      ],
      [
        '{"schema":"\\"int\\"","references":"x"}',
        'value of type `SchemaReference>` from String value (token `JsonToken.VALUE_STRING`)',
      ],
      [
        '{"schema":"\\"int\\"","id":"x"}',
        'value of type `Integer` from String "x": not a valid `java.lang.Integer` value',
      ],
    ])('is refused with 400: %s', async (body, what) => {
      const target = `/subjects/${aSubject()}/versions`;
      const message = `Cannot deserialize ${what}`;
      expect(await call('POST', target, body)).toEqual(refused(400, 400, message));
    });

    it('is taken where it can be read as what is wanted: text for a number, a number for text', async () => {
      const subject = aSubject();
      const body = { compatibility: 'NONE', normalize: 'true', alias: 1 };
      expect(await call('PUT', `/config/${subject}`, body)).toEqual(
        ok({ compatibility: 'NONE', normalize: true, alias: '1' }),
      );
    });
  });

  describe('a field', () => {
    it('that is not known is ignored', async () => {
      const subject = aSubject();
      await register(subject, { schema: order.first, unknown: { deep: [1] } });
      expect(await must('GET', `/subjects/${subject}/versions`)).toEqual([1]);
    });

    it('that stands twice counts as the last one says', async () => {
      const subject = aSubject();
      const body = '{"schema":"\\"string\\"","schema":"\\"int\\""}';
      expect((await must('POST', `/subjects/${subject}/versions`, body)).schema).toBe('"int"');
    });
  });

  describe('an answer', () => {
    it('leaves out what is null or empty, and keeps false and 0', async () => {
      const subject = aSubject();
      await register(subject, order.first);
      const version = await must('GET', `/subjects/${subject}/versions/1`);
      expect(Object.keys(version).sort()).toEqual(
        (await registry.isSince('8.0.0'))
          ? ['deleted', 'guid', 'id', 'schema', 'schemaType', 'subject', 'ts', 'version']
          : ['id', 'schema', 'subject', 'version'],
      );
    });

    it('that refuses has an error_code and a message, and nothing else', async () => {
      const { text } = await exchange('GET', `/subjects/${aSubject()}/versions`);
      expect(Object.keys(JSON.parse(text))).toEqual(['error_code', 'message']);
    });
  });
});
