import { beforeEach, describe, expect, it } from 'vitest';
import { ok, refused } from './answers.ts';
import { avro, json, protobuf } from './schemas.ts';
import { specification } from './specification.ts';

specification('References (2.5)', (registry) => {
  const { call, register, must, aContext } = registry;
  let context: string;
  beforeEach(async () => {
    context = aContext();
    await register(`:${context}:in`, avro('In', 'x'));
  });
  const outer = avro('Out', 'in:In');
  const toVersion = (version: number, subject = 'in') => [{ name: 'In', subject, version }];
  const post = (subject: string, request: object) =>
    call('POST', `/subjects/:${context}:${subject}/versions`, request);

  describe('a reference', () => {
    it('lets a schema use what another subject has', async () => {
      expect(
        await register(`:${context}:out`, { schema: outer, references: toVersion(1) }),
      ).toMatchObject({ schema: outer, references: toVersion(1) });
    });

    it('is needed for a name that is not in the schema', async () => {
      expect(await post('out', { schema: outer })).toEqual(
        refused(422, 42201, expect.stringMatching(/details: Undefined schema: In$/)),
      );
    });

    it('to a subject without a context means one of the referring schema’s context', async () => {
      await register(`:${context}:out`, { schema: outer, references: toVersion(1) });
      expect(await must('GET', `/subjects/:${context}:in/versions/1/referencedby`)).toEqual([2]);
    });

    it('may lead to another context', async () => {
      const other = aContext();
      const references = toVersion(1, `:${context}:in`);
      const { id } = await register(`:${other}:out`, { schema: outer, references });
      expect(await must('GET', `/subjects/:${context}:in/versions/1/referencedby`)).toEqual([id]);
      const found = await must('GET', `/subjects/:${other}:out/versions/1`);
      expect(found.references).toEqual(references);
    });

    it('to -1 is one to the newest version, and kept as that', async () => {
      await register(`:${context}:in`, avro('In', 'x', 'y=""'));
      const request = { schema: outer, references: toVersion(-1) };
      expect((await register(`:${context}:out`, request)).references).toEqual(toVersion(2));
    });

    it.each([
      ['a version that is not there', 9, 'in'],
      ['a subject that is not there', 1, 'none'],
    ])('to %s is refused', async (_, version, subject) => {
      expect(await post('out', { schema: outer, references: toVersion(version, subject) })).toEqual(
        refused(
          422,
          42201,
          expect.stringMatching(
            `details: No schema reference found for subject ":${context}:${subject}" and version ${version}$`,
          ),
        ),
      );
    });

    it('to a version that is soft-deleted is refused in a new schema', async () => {
      await must('DELETE', `/subjects/:${context}:in`);
      expect((await post('out', { schema: outer, references: toVersion(1) })).status).toBe(422);
    });

    it('may lead on: what it needs itself comes along', async () => {
      await register(`:${context}:middle`, {
        schema: avro('Middle', 'in:In'),
        references: toVersion(1),
      });
      const { id } = await register(`:${context}:far`, {
        schema: avro('Far', 'middle:Middle', 'in:In'),
        references: [{ name: 'Middle', subject: 'middle', version: 1 }],
      });
      const target = `/schemas/ids/${id}?subject=:${context}:&format=resolved`;
      const [middle] = JSON.parse((await must('GET', target)).schema).fields;
      expect(middle.type.fields[0].type).toEqual(JSON.parse(avro('In', 'x')));
    });

    it('of the same name as one before does not count', async () => {
      await register(`:${context}:in`, avro('In', 'x', 'y=""'));
      const references = [...toVersion(1), ...toVersion(2)];
      const { id } = await register(`:${context}:out`, { schema: outer, references });
      const target = `/schemas/ids/${id}?subject=:${context}:&format=resolved`;
      const resolved = JSON.parse((await must('GET', target)).schema);
      expect(resolved.fields[0].type.fields).toHaveLength(1);
    });

    it('to other versions makes another schema', async () => {
      await register(`:${context}:in`, avro('In', 'x', 'y=""'));
      for (const version of [1, 2]) {
        const request = { schema: outer, references: toVersion(version) };
        expect((await register(`:${context}:out`, request)).version).toBe(version);
      }
    });
  });

  describe('in JSON Schema', () => {
    it('a reference has the name of a $ref', async () => {
      await register(`:${context}:j`, json({ type: 'string' }));
      const schema = json({ properties: { a: { $ref: 'in.json' } } });
      expect((await post('out', schema)).body.error_code).toBe(42201);
      const references = [{ name: 'in.json', subject: 'j', version: 1 }];
      expect((await register(`:${context}:out`, { ...schema, references })).references).toEqual(
        references,
      );
    });
  });

  describe('in Protobuf', () => {
    it('a reference has the name of an import', async () => {
      await register(`:${context}:p`, protobuf('package p; message In {}'));
      const schema = protobuf('import "in.proto"; message Out { p.In in = 1; }');
      expect((await post('out', schema)).body.error_code).toBe(42201);
      const references = [{ name: 'in.proto', subject: 'p', version: 1 }];
      expect((await register(`:${context}:out`, { ...schema, references })).references).toEqual(
        references,
      );
    });
  });

  describe('a version that something refers to', () => {
    const blocked = () =>
      refused(
        422,
        42206,
        `One or more references exist to the schema {magic=1,keytype=SCHEMA,subject=:${context}:in,version=1}.`,
      );
    beforeEach(async () => {
      await register(`:${context}:out`, { schema: outer, references: toVersion(1) });
    });
    const removeIn = (query = '') => call('DELETE', `/subjects/:${context}:in${query}`);

    it('cannot be deleted, nor can its subject', async () => {
      expect(await call('DELETE', `/subjects/:${context}:in/versions/1`)).toEqual(blocked());
      expect(await removeIn()).toEqual(blocked());
    });

    it('can be deleted when what refers to it is soft-deleted', async () => {
      await must('DELETE', `/subjects/:${context}:out`);
      expect(await removeIn()).toEqual(ok([1]));
    });

    it('can be deleted for good only when what refers to it went for good', async () => {
      await must('DELETE', `/subjects/:${context}:out`);
      await removeIn();
      expect(await removeIn('?permanent=true')).toEqual(blocked());
      await must('DELETE', `/subjects/:${context}:out?permanent=true`);
      expect(await removeIn('?permanent=true')).toEqual(ok([1]));
    });

    it('does not hold back other versions', async () => {
      await register(`:${context}:in`, avro('In', 'x', 'y=""'));
      expect(await call('DELETE', `/subjects/:${context}:in/versions/2`)).toEqual(ok(2));
    });

    it('is held back from another context too', async () => {
      const other = aContext();
      await register(`:${other}:out`, {
        schema: outer,
        references: toVersion(1, `:${context}:in`),
      });
      await must('DELETE', `/subjects/:${context}:out`);
      await must('DELETE', `/subjects/:${context}:out?permanent=true`);
      expect(await removeIn()).toEqual(blocked());
    });
  });

  describe('a subject that refers to itself', () => {
    beforeEach(async () => {
      await must('PUT', `/config/:${context}:`, { compatibility: 'NONE' });
      await register(`:${context}:in`, { schema: outer, references: toVersion(1) });
    });

    it('can be deleted as a whole', async () => {
      expect(await call('DELETE', `/subjects/:${context}:in`)).toEqual(ok([1, 2]));
    });

    it('holds back its version', async () => {
      const { body } = await call('DELETE', `/subjects/:${context}:in/versions/1`);
      expect(body.error_code).toBe(42206);
    });
  });
});
