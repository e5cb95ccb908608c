import { describe, expect, test } from 'vitest';
import { aRegistry, avro } from '../a-registry.ts';

const inner = avro('n.Inner', 'x');
const outer = JSON.stringify({
  type: 'record',
  name: 'n.Outer',
  fields: [{ name: 'i', type: 'n.Inner' }],
});
const to = (subject: string, version = 1) => [{ name: 'n.Inner', subject, version }];

describe('references', () => {
  test('are resolved in the context of the schema that refers', async () => {
    const { register } = aRegistry();
    await register('inner', inner);
    const request = { schema: outer, references: to('inner') };
    expect((await register('outer', request)).status).toBe(200);
    const refused = await register(':.c:outer', request);
    expect(refused.body.message).toContain(
      'No schema reference found for subject ":.c:inner" and version 1',
    );
    await register(':.c:inner', inner);
    expect((await register(':.c:outer', request)).status).toBe(200);
  });

  test('can name another context', async () => {
    const { ask, register } = aRegistry();
    await register(':.a:inner', inner);
    const sent = { schema: outer, references: to(':.a:inner') };
    expect((await register(':.b:outer', sent)).status).toBe(200);
    expect((await ask('GET', '/subjects/:.a:inner/versions/1/referencedby')).body).toEqual([1]);
  });

  test('-1 stands for the latest and is kept as its number', async () => {
    const { register } = aRegistry();
    await register('inner', inner);
    await register('inner', avro('n.Inner', 'x', 'y:int=0'));
    const { body } = await register('outer', { schema: outer, references: to('inner', -1) });
    expect(body.references).toEqual(to('inner', 2));
  });

  test('keep what they point at from being deleted', async () => {
    const { ask, register } = aRegistry();
    await register('inner', inner);
    await register('outer', { schema: outer, references: to('inner') });
    for (const target of ['/subjects/inner', '/subjects/inner/versions/1']) {
      const { body } = await ask('DELETE', target);
      expect(body).toEqual({
        error_code: 42206,
        message:
          'One or more references exist to the schema {magic=1,keytype=SCHEMA,subject=inner,version=1}.',
      });
    }
    await ask('DELETE', '/subjects/outer');
    expect((await ask('GET', '/subjects/inner/versions/1/referencedby')).body).toEqual([]);
    expect((await ask('GET', '/subjects/inner/versions/1/referencedby?deleted=true')).body).toEqual(
      [2],
    );
    expect((await ask('DELETE', '/subjects/inner')).body).toEqual([1]);
    expect((await ask('DELETE', '/subjects/inner?permanent=true')).body.error_code).toBe(42206);
    await ask('DELETE', '/subjects/outer?permanent=true');
    expect((await ask('DELETE', '/subjects/inner?permanent=true')).body).toEqual([1]);
  });

  test('new schemas do not refer to what is deleted', async () => {
    const { ask, register } = aRegistry();
    await register('inner', inner);
    await ask('DELETE', '/subjects/inner');
    const refused = await register('outer', { schema: outer, references: to('inner') });
    expect(refused.body.error_code).toBe(42201);
  });

  test('are inlined by format=resolved', async () => {
    const { ask, register } = aRegistry();
    await register('inner', inner);
    await register('outer', { schema: outer, references: to('inner') });
    const { body } = await ask('GET', '/subjects/outer/versions/1?format=resolved');
    expect(JSON.parse(body.schema).fields[0].type.fields).toEqual([{ name: 'x', type: 'string' }]);
  });

  test.each([
    [[{}], 'Invalid reference'],
    [[{ name: 'n.Inner', subject: 'inner' }], 'Invalid reference'],
    [to('inner', 0), 'InvalidVersionException: 0'],
    [to('inner', 9), 'No schema reference found'],
  ])('%j are refused', async (references, reason) => {
    const { register } = aRegistry();
    await register('inner', inner);
    const { body } = await register('outer', { schema: outer, references });
    expect(body.error_code).toBe(42201);
    expect(body.message).toContain(reason);
  });
});
