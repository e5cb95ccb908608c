import { beforeEach, describe, expect, it } from 'vitest';
import { ok, refused } from './answers.ts';
import { avro, json, order } from './schemas.ts';
import { specification } from './specification.ts';

specification('Mode IMPORT (2.6)', (registry) => {
  const { call, register, must, aContext } = registry;
  let context: string;
  beforeEach(() => {
    context = aContext();
  });
  const setMode = (mode: string, query = '', name = `:${context}:`) =>
    call('PUT', `/mode/${name}${query}`, { mode });
  const post = (name: string, request: object) =>
    call('POST', `/subjects/:${context}:${name}/versions`, request);
  const versions = (name = 'a') =>
    must('GET', `/subjects/:${context}:${name}/versions?deleted=true`);

  describe('switching to it', () => {
    it('needs a scope without versions', async () => {
      await register(`:${context}:a`, order.first);
      const found = refused(422, 42205, 'Cannot import since found existing subjects');
      expect(await setMode('IMPORT')).toEqual(found);
      expect(await setMode('IMPORT', '', `:${context}:a`)).toEqual(found);
      expect(await setMode('IMPORT', '', `:${context}:b`)).toEqual(ok({ mode: 'IMPORT' }));
    });

    it('deletes what is soft-deleted in its scope for good', async () => {
      await register(`:${context}:a`, order.first);
      await must('DELETE', `/subjects/:${context}:a`);
      await setMode('IMPORT');
      expect(await must('GET', `/subjects?subjectPrefix=:${context}:&deleted=true`)).toEqual([]);
    });

    it('is refused where something refers to what would be deleted', async () => {
      const other = aContext();
      await register(`:${context}:in`, avro('In', 'x'));
      await register(`:${other}:out`, {
        schema: avro('Out', 'in:In'),
        references: [{ name: 'In', subject: `:${context}:in`, version: 1 }],
      });
      await must('DELETE', `/subjects/:${other}:out`);
      await must('DELETE', `/subjects/:${context}:in`);
      const { body } = await setMode('IMPORT', '', `:${context}:in`);
      expect(body.error_code).toBe(42206);
    });

    it('with force=true asks for nothing and deletes nothing', async () => {
      await register(`:${context}:a`, order.first);
      await register(`:${context}:b`, order.first);
      await must('DELETE', `/subjects/:${context}:b`);
      expect(await setMode('IMPORT', '?force=true')).toEqual(ok({ mode: 'IMPORT' }));
      expect(await versions('a')).toEqual([1]);
      expect(await versions('b')).toEqual([1]);
    });

    it('again, when it is on already, does nothing', async () => {
      await setMode('IMPORT');
      await register(`:${context}:a`, { schema: order.first, id: 1 });
      await must('DELETE', `/subjects/:${context}:a`);
      expect(await setMode('IMPORT')).toEqual(ok({ mode: 'IMPORT' }));
      expect(await versions()).toEqual([1]);
    });
  });

  describe('an id', () => {
    beforeEach(async () => {
      await setMode('IMPORT');
    });

    it('has to be given', async () => {
      const name = `:${context}:a`;
      const message = `Subject ${name} in context :${context}: is not in read-write mode`;
      for (const id of [undefined, -1, -2])
        expect(await post('a', { schema: order.first, id })).toEqual(refused(422, 42205, message));
    });

    it('is taken as given', async () => {
      const request = { schema: order.first, id: 50 };
      expect(await register(`:${context}:a`, request)).toMatchObject({ id: 50, version: 1 });
    });

    it('cannot be given to another content', async () => {
      await register(`:${context}:a`, { schema: order.first, id: 50 });
      const message = `Overwrite new schema with id 50 in context :${context}: is not permitted.`;
      for (const name of ['a', 'b'])
        expect(await post(name, { schema: order.second, id: 50 })).toEqual(
          refused(422, 42205, message),
        );
    });

    it('is free again when its schema was deleted for good', async () => {
      await register(`:${context}:a`, { schema: order.first, id: 50 });
      await must('DELETE', `/subjects/:${context}:a`);
      expect((await post('a', { schema: order.second, id: 50 })).status).toBe(422);
      await must('DELETE', `/subjects/:${context}:a?permanent=true`);
      expect((await register(`:${context}:a`, { schema: order.second, id: 50 })).id).toBe(50);
    });

    it('is one of its context: another one may use it for something else', async () => {
      const other = aContext();
      await setMode('IMPORT', '', `:${other}:`);
      await register(`:${context}:a`, { schema: order.first, id: 50 });
      expect((await register(`:${other}:a`, { schema: order.second, id: 50 })).id).toBe(50);
    });

    it('is one of several when the same content comes again with another', async () => {
      await register(`:${context}:a`, { schema: order.first, id: 50, version: 1 });
      const again = await register(`:${context}:b`, { schema: order.first, id: 51, version: 1 });
      expect(again.id).toBe(51);
      expect((await must('GET', `/schemas/ids/50?subject=:${context}:`)).schema).toBe(order.first);
    });
  });

  describe('a version', () => {
    beforeEach(async () => {
      await setMode('IMPORT');
    });

    it('is taken as given, whatever is there', async () => {
      await register(`:${context}:a`, { schema: order.first, id: 50, version: 5 });
      await register(`:${context}:a`, { schema: order.second, id: 40, version: 3 });
      await register(`:${context}:a`, { schema: order.third, id: 60, version: 20 });
      expect(await versions()).toEqual([3, 5, 20]);
    });

    it('is the next one where none is given', async () => {
      await register(`:${context}:a`, { schema: order.first, id: 50, version: 5 });
      for (const [index, version] of [undefined, 0, -1, -2].entries()) {
        const schema = avro(`Another${index}`, 'id');
        const answer = await register(`:${context}:a`, { schema, id: 60 + index, version });
        expect(answer.version).toBe(6 + index);
      }
    });

    it('is overwritten by another content, and the old id answers the new one', async () => {
      await register(`:${context}:a`, { schema: order.first, id: 50, version: 5 });
      await register(`:${context}:a`, { schema: order.second, id: 80, version: 5 });
      const target = `/subjects/:${context}:a/versions/5`;
      expect(await must('GET', target)).toMatchObject({ id: 80, schema: order.second });
      const old = await must('GET', `/schemas/ids/50?subject=:${context}:`);
      expect(old.schema).toBe(order.second);
    });

    it('may stand beside another one of the same content', async () => {
      await register(`:${context}:a`, { schema: order.first, id: 50, version: 5 });
      await register(`:${context}:a`, { schema: order.first, id: 50, version: 7 });
      expect(await versions()).toEqual([5, 7]);
    });

    it('takes the place of soft-deleted ones of the same id before it', async () => {
      await register(`:${context}:a`, { schema: order.first, id: 50, version: 1 });
      await register(`:${context}:a`, { schema: order.second, id: 51, version: 2 });
      await must('DELETE', `/subjects/:${context}:a/versions/1`);
      await register(`:${context}:a`, { schema: order.first, id: 50, version: 9 });
      expect(await versions()).toEqual([2, 9]);
    });

    it('comes back when it is registered as it was', async () => {
      await register(`:${context}:a`, { schema: order.first, id: 50, version: 3 });
      await must('DELETE', `/subjects/:${context}:a/versions/3`);
      await register(`:${context}:a`, { schema: order.first, id: 50, version: 3 });
      const { version, deleted = false } = await must('GET', `/subjects/:${context}:a/versions/3`);
      expect({ version, deleted }).toEqual({ version: 3, deleted: false });
    });

    it('2147483647 is kept, but listed nowhere and never the latest', async () => {
      await register(`:${context}:a`, { schema: order.first, id: 50, version: 1 });
      await register(`:${context}:a`, { schema: order.second, id: 51, version: 2_147_483_647 });
      expect(await versions()).toEqual([1]);
      expect((await must('GET', `/subjects/:${context}:a/versions/latest`)).version).toBe(1);
      expect((await must('GET', `/subjects/:${context}:a/versions/2147483647`)).id).toBe(51);
    });
  });

  describe('nothing is checked:', () => {
    beforeEach(async () => {
      await setMode('IMPORT');
    });

    it('not whether a schema is compatible', async () => {
      await register(`:${context}:a`, { schema: order.first, id: 50 });
      await register(`:${context}:a`, { schema: order.incompatible, id: 51 });
      expect(await versions()).toEqual([1, 2]);
    });

    it('not whether a JSON Schema is one', async () => {
      const request = { ...json({ type: 'nope' }), id: 50 };
      expect((await register(`:${context}:a`, request)).version).toBe(1);
    });

    it('but a reference has to lead somewhere', async () => {
      const references = [{ name: 'In', subject: 'in', version: 4 }];
      const request = { schema: avro('Out', 'in:In'), references, id: 50 };
      expect((await post('out', request)).body.error_code).toBe(42201);
      await register(`:${context}:in`, { schema: avro('In', 'x'), id: 51, version: 4 });
      expect((await register(`:${context}:out`, request)).references).toEqual(references);
    });

    it('and a reference may lead to what is soft-deleted', async () => {
      await register(`:${context}:in`, { schema: avro('In', 'x'), id: 51, version: 1 });
      await must('DELETE', `/subjects/:${context}:in`);
      const references = [{ name: 'In', subject: 'in', version: 1 }];
      const request = { schema: avro('Out', 'in:In'), references, id: 50 };
      expect((await register(`:${context}:out`, request)).id).toBe(50);
    });

    it('and metadata of the version before are not inherited', async () => {
      const metadata = { properties: { owner: 'me' } };
      await register(`:${context}:a`, { schema: order.first, id: 50, metadata });
      const next = await register(`:${context}:a`, { schema: order.second, id: 51 });
      expect(next).not.toHaveProperty('metadata');
    });
  });

  describe('a subject', () => {
    it('may be in IMPORT in a context that is not, and the other way round', async () => {
      await setMode('IMPORT', '', `:${context}:a`);
      expect((await register(`:${context}:a`, { schema: order.first, id: 9 })).id).toBe(9);
      expect((await register(`:${context}:b`, order.second)).id).toBe(10);
      const other = aContext();
      await setMode('IMPORT', '', `:${other}:`);
      await setMode('READWRITE', '', `:${other}:b`);
      expect((await register(`:${other}:b`, order.second)).id).toBe(1);
    });
  });

  describe('after it', () => {
    it('ids and versions go on from the greatest', async () => {
      await setMode('IMPORT');
      await register(`:${context}:a`, { schema: order.first, id: 1000, version: 10 });
      await register(`:${context}:a`, { schema: order.second, id: 900, version: 12 });
      await must('DELETE', `/mode/:${context}:`);
      expect(await register(`:${context}:a`, order.third)).toMatchObject({ id: 1001, version: 13 });
    });

    it('what was imported may be sent again with its id and version', async () => {
      await setMode('IMPORT');
      const request = { schema: order.first, id: 50, version: 3 };
      await register(`:${context}:a`, request);
      await must('DELETE', `/mode/:${context}:`);
      expect(await register(`:${context}:a`, request)).toMatchObject({ id: 50, version: 3 });
      const { schema, id } = request;
      expect(await register(`:${context}:a`, { schema, id })).toMatchObject({ id, version: 3 });
      expect(await register(`:${context}:a`, { schema })).toMatchObject({ id, version: 3 });
    });
  });

  describe('of everything', () => {
    it('needs a registry without versions', async (test) => {
      await registry.mayChangeEverybodysSettings(test);
      await register(`:${context}:a`, order.first);
      const found = refused(422, 42205, 'Cannot import since found existing subjects');
      expect(await call('PUT', '/mode', { mode: 'IMPORT' })).toEqual(found);
      expect(await call('PUT', '/mode/:.__GLOBAL:', { mode: 'IMPORT' })).toEqual(found);
    });
  });
});

specification('Mode FORWARD (2.6)', (registry) => {
  const { call, register, must, aContext } = registry;

  it('is for everything alone', async (test) => {
    await registry.since(test, '7.9.6/8.1.0');
    await registry.mayChangeEverybodysSettings(test);
    const refusal = refused(422, 42204, 'Forward mode only supported on global level');
    expect(await call('PUT', '/mode', { mode: 'FORWARD' })).toEqual(refusal);
    expect(await call('PUT', '/mode/:.:', { mode: 'FORWARD' })).toEqual(refusal);
    expect(await call('PUT', '/mode/:.__GLOBAL:', { mode: 'FORWARD' })).toEqual(
      ok({ mode: 'FORWARD' }),
    );
  });

  it('takes versions as given, like IMPORT, but no ids', async (test) => {
    await registry.since(test, '7.9.6/8.1.0');
    await registry.mayChangeEverybodysSettings(test);
    await must('PUT', '/mode/:.__GLOBAL:', { mode: 'FORWARD' });
    const name = `:${aContext()}:a`;
    const first = await register(name, { schema: order.first, id: 50, version: 5 });
    expect(first).toMatchObject({ id: 1, version: 5 });
    const next = await register(name, { schema: order.incompatible, id: 60, version: 9 });
    expect(next).toMatchObject({ id: 2, version: 9 });
  });
});
