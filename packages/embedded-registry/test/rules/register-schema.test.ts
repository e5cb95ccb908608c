import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aRegistry, avro } from '../a-registry.ts';

describe('registering', () => {
  test('the same schema again is the same version, whatever its white space', async () => {
    const { register } = aRegistry();
    const first = await register('s', avro('S', 'a'));
    expect(first.body).toEqual({
      id: 1,
      version: 1,
      guid: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-/),
      schemaType: 'AVRO',
      schema: avro('S', 'a'),
    });
    const spaced = JSON.stringify(JSON.parse(avro('S', 'a')), null, 2);
    expect((await register('s', spaced)).body).toEqual(first.body);
  });

  test('what a version is answered does not depend on what is remembered of those before it', async () => {
    const field = fc.constantFrom('a', 'b:int=1', 'b:long=1', 'c:double=1.0', 'd', 'e:int', 'é');
    const fields = fc.oneof(fc.subarray(['a', 'b:int=1', 'c:double=1e3', 'f=""']), fc.array(field));
    const versions = fc.array(fields, { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(versions, async (texts) => {
        const now = () => 0;
        const one = aRegistry({ now });
        for (const each of texts) {
          const restored = aRegistry({ now });
          await restored.registry.reset(one.registry.snapshot());
          const text = avro('S', ...each);
          const { status, body } = await one.register('s', text);
          expect(await restored.register('s', text)).toMatchObject({ status, body });
        }
      }),
    );
  });

  test('the same content in another subject has the same id, in another context its own', async () => {
    const { register } = aRegistry();
    await register('other', avro('Other', 'x'));
    const first = await register('a', avro('S', 'a'));
    expect((await register('b', avro('S', 'a'))).body.id).toBe(first.body.id);
    const elsewhere = await register(':.c:a', avro('S', 'a'));
    expect(elsewhere.body).toMatchObject({ id: 1, guid: first.body.guid });
  });

  test('an incompatible schema is refused with the reason, and nothing is kept', async () => {
    const { ask, register } = aRegistry();
    await register('s', avro('S', 'a'));
    const refused = await register('s', avro('S', 'a', 'b:int'));
    expect(refused.status).toBe(409);
    expect(refused.body.error_code).toBe(40901);
    expect(refused.body.message).toContain(
      "The field 'b' at path '/fields/1' in the new schema has no default value",
    );
    expect((await ask('GET', '/subjects/s/versions')).body).toEqual([1]);
    expect((await register('t', avro('T', 'a'))).body.id).toBe(2);
  });

  test('an invalid schema is refused and creates no context', async () => {
    const { ask, register } = aRegistry();
    const refused = await register(':.c:s', '{"type":"record","name":"S"}');
    expect([refused.status, refused.body.error_code]).toEqual([422, 42201]);
    expect((await ask('GET', '/contexts')).body).toEqual(['.']);
  });

  test('a default that does not fit is refused in a new schema', async () => {
    const { register } = aRegistry();
    const refused = await register('s', avro('S', 'b:int="x"'));
    expect(refused.body.error_code).toBe(42201);
  });

  test('without a text it repeats the previous version with other metadata', async () => {
    const { register } = aRegistry();
    expect((await register('s', {})).body.message).toBe('Empty schema');
    await register('s', avro('S', 'a'));
    const second = await register('s', { metadata: { properties: { owner: 'team' } } });
    expect(second.body).toMatchObject({
      version: 2,
      schema: avro('S', 'a'),
      metadata: { properties: { owner: 'team' } },
    });
    const inherited = await register('s', avro('S', 'a', 'b:int=0'));
    expect(inherited.body.metadata).toEqual({ properties: { owner: 'team' } });
  });

  test('a version that is asked for must be the next one, and is then kept in the metadata', async () => {
    const { register } = aRegistry();
    const first = await register('s', { schema: avro('S', 'a'), version: 1 });
    expect(first.body.metadata).toEqual({ properties: { 'confluent:version': '1' } });
    const refused = await register('s', { schema: avro('S', 'a', 'b:int=0'), version: 7 });
    expect(refused.body.message).toBe('Version is not one more than previous version');
    const second = await register('s', avro('S', 'a', 'b:int=0'));
    expect(second.body.metadata).toEqual({ properties: { 'confluent:version': '2' } });
  });

  test('a soft-deleted version comes back under its id and a new number', async () => {
    const { ask, register } = aRegistry();
    const { body } = await register('s', avro('S', 'a'));
    await register('s', avro('S', 'a', 'b:int=0'));
    await ask('DELETE', '/subjects/s/versions/1');
    const again = await register('s', avro('S', 'a'));
    expect(again.body).toMatchObject({ id: body.id, version: 3 });
    expect((await ask('GET', '/subjects/s/versions?deleted=true')).body).toEqual([2, 3]);
  });

  test('names that are reserved are refused', async () => {
    const { register } = aRegistry();
    for (const name of ['__GLOBAL', '__EMPTY', ':.__GLOBAL:x'])
      expect((await register(name, avro('S', 'a'))).body).toEqual({
        error_code: 42208,
        message: `The specified subject '${name}' is not a valid.`,
      });
  });

  test('normalize brings the text into its normal form', async () => {
    const { ask } = aRegistry();
    const schema = '{"type":"object","required":["b"],"properties":{"b":{"type":"string"}}}';
    const target = '/subjects/j/versions?normalize=true';
    const { body } = await ask('POST', target, { schema, schemaType: 'JSON' });
    expect(body.schema).toBe(
      '{"properties":{"b":{"type":"string"}},"required":["b"],"type":"object"}',
    );
  });

  test('a 2 MB schema is kept whole', async () => {
    const { ask, register } = aRegistry();
    const fields = Array.from({ length: 20_000 }, (_, index) => ({
      name: `field_${index}`,
      type: 'string',
      doc: 'x'.repeat(60),
      default: '',
    }));
    const schema = JSON.stringify({ type: 'record', name: 'Big', fields });
    expect(schema.length).toBeGreaterThan(2_000_000);
    expect((await register('big', schema)).status).toBe(200);
    expect((await ask('GET', '/subjects/big/versions/1')).body.schema).toBe(
      schema.replaceAll(/"doc":"(x+)","default":""/g, '"doc":"$1","default":""'),
    );
  });
});

describe('the types that are kept as they come', () => {
  const json = (type: string) => ({ schema: JSON.stringify({ type }), schemaType: 'JSON' });
  const proto = (type: string) => ({
    schema: `syntax = "proto3";\nmessage M { ${type} a = 1; }\n`,
    schemaType: 'PROTOBUF',
  });

  test.each([
    ['JSON', json('string'), json('integer'), 'TYPE_CHANGED'],
    ['PROTOBUF', proto('string'), proto('double'), 'FIELD_SCALAR_KIND_CHANGED'],
  ])('%s is compared with the version before', async (_, first, second, difference) => {
    const { ask, register } = aRegistry();
    expect((await register('s', first)).status).toBe(200);
    expect((await register('s', first)).body.version).toBe(1);
    const same = await ask('POST', '/compatibility/subjects/s/versions/latest', first);
    expect(same.body).toEqual({ is_compatible: true });
    const refused = await register('s', second);
    expect([refused.status, refused.body.error_code]).toEqual([409, 40901]);
    expect(refused.body.message).toContain(`{errorType:"${difference}"`);
    const target = '/compatibility/subjects/s/versions/latest?verbose=true';
    const asked = await ask('POST', target, second);
    expect(asked.body.is_compatible).toBe(false);
    expect(asked.body.messages[0]).toContain(difference);
    await ask('PUT', '/config/s', { compatibility: 'NONE' });
    expect((await register('s', second)).body.version).toBe(2);
  });

  test('the policy of JSON Schemas is that of the configuration', async () => {
    const { ask, register } = aRegistry();
    const schema = (names: string[]) => ({
      schemaType: 'JSON',
      schema: JSON.stringify({
        type: 'object',
        properties: Object.fromEntries(names.map((name) => [name, { type: 'string' }])),
      }),
    });
    await register('s', schema(['a']));
    expect((await register('s', schema(['a', 'b']))).status).toBe(409);
    await ask('PUT', '/config/s', { compatibilityPolicy: 'LENIENT' });
    expect((await register('s', schema(['a', 'b']))).body.version).toBe(2);
  });

  test('an id is free in a context whatever a subject of the same name has elsewhere', async () => {
    const { register } = aRegistry();
    await register(':.c:s', avro('Elsewhere', 'a'));
    await register('t', avro('Here', 'a'));
    expect((await register('s', avro('Here', 'a'))).body).toMatchObject({ id: 1, version: 1 });
  });

  test('broken texts are refused', async () => {
    const { register } = aRegistry();
    const broken = [
      { schema: '{"type":', schemaType: 'JSON' },
      { schema: 'message M { string a = 1;', schemaType: 'PROTOBUF' },
      { schema: 'mesage M {}', schemaType: 'PROTOBUF' },
      { schema: 'message M { Nobody a = 1; }', schemaType: 'PROTOBUF' },
      { schema: '{"$ref":"#/nowhere"}', schemaType: 'JSON' },
      { schema: '"int"', schemaType: 'THRIFT' },
    ];
    for (const each of broken) expect((await register('s', each)).body.error_code).toBe(42201);
  });

  test('a schema of another type is incompatible', async () => {
    const { register } = aRegistry();
    await register('s', avro('S', 'a'));
    expect((await register('s', json('string'))).body.message).toContain(
      'Incompatible because of different schema type',
    );
  });
});
