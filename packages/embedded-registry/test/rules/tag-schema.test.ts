import { describe, expect, test } from 'vitest';
import type { EmbeddedRegistryOptions } from '../../src/index.ts';
import { aRegistry, avro } from '../a-registry.ts';

type EntityType = 'sr_record' | 'sr_field';

/** One entry of a list of tags. */
function tags(entityPath: string, names: string[], entityType: EntityType = 'sr_field') {
  return { schemaEntity: { entityPath, entityType }, tags: names };
}

/** The stored Avro text of a record with a string `a`, and tags. */
function tagged(ofField: string[], ofRecord: string[] = []): string {
  const written = (names: string[]) => (names.length > 0 ? { 'confluent:tags': names } : {});
  const field = { name: 'a', type: 'string', ...written(ofField) };
  return JSON.stringify({ type: 'record', name: 'S', fields: [field], ...written(ofRecord) });
}

/** A registry with one version of `s`. */
async function aVersion(options: EmbeddedRegistryOptions = {}) {
  const registry = aRegistry(options);
  await registry.register('s', avro('S', 'a'));
  const tag = (request: object, version: string | number = 'latest', subject = 's') =>
    registry.ask('POST', `/subjects/${subject}/versions/${version}/tags`, request);
  return { ...registry, tag };
}

describe('tagging a version', () => {
  test('registers it again with other tags, and keeps its number in the metadata', async () => {
    const { ask, tag } = await aVersion();
    const add = { tagsToAdd: [tags('S.a', ['A', 'B']), tags('.S', ['C'], 'sr_record')] };
    const added = await tag({ ...add, newVersion: 2 });
    expect(added.status).toBe(200);
    expect(added.body).toMatchObject({
      id: 2,
      version: 2,
      schema: tagged(['A', 'B'], ['C']),
      metadata: { properties: { 'confluent:version': '2' } },
    });
    expect(added.body).not.toHaveProperty('ts');
    const removed = await tag({ tagsToRemove: [tags('S.a', ['A'])] });
    expect(removed.body).toMatchObject({
      version: 3,
      schema: tagged(['B'], ['C']),
      metadata: { properties: { 'confluent:version': '3' } },
    });
    expect((await ask('GET', '/subjects/s/versions')).body).toEqual([1, 2, 3]);
  });

  test('takes the text of the version that is named', async () => {
    const { tag } = await aVersion();
    await tag({ tagsToAdd: [tags('S.a', ['A'])] });
    const { body } = await tag({ tagsToAdd: [tags('S.a', ['B'])] }, 1);
    expect(body).toMatchObject({ version: 3, schema: tagged(['B']) });
  });

  test('makes no version where nothing changes', async () => {
    const { tag } = await aVersion();
    await tag({ tagsToAdd: [tags('S.a', ['A'])] });
    for (const request of [{}, { tagsToAdd: [tags('S.a', ['A'])] }, { tagsToRemove: null }])
      expect((await tag(request)).body).toMatchObject({ id: 2, version: 2 });
  });

  test('takes metadata instead of those of the version', async () => {
    const { register, tag } = await aVersion();
    const own = { properties: { owner: 'x' } };
    await register('s', { schema: avro('S', 'a'), metadata: own });
    const kept = await tag({ tagsToAdd: [tags('S.a', ['A'])] });
    expect(kept.body.metadata).toEqual({ properties: { 'confluent:version': '3', owner: 'x' } });
    const metadata = { properties: { team: 'y' }, tags: { 'S.a': ['P'] } };
    const replaced = await tag({ tagsToAdd: [tags('S.a', ['B'])], metadata });
    expect(replaced.body.metadata).toEqual({
      properties: { 'confluent:version': '4', team: 'y' },
      tags: { 'S.a': ['P'] },
    });
  });

  test('works for JSON Schema and Protobuf', async () => {
    const { register, tag } = await aVersion();
    await register('j', {
      schema: '{"properties":{"a":{"default":1.0}},"type":"object"}',
      schemaType: 'JSON',
    });
    const json = await tag({ tagsToAdd: [tags('object.a', ['A'])] }, 1, 'j');
    expect(json.body.schema).toBe(
      '{"properties":{"a":{"default":1.0,"confluent:tags":["A"]}},"type":"object"}',
    );
    await register('p', {
      schema: 'syntax = "proto3"; package x; message M { int32 a = 1; }',
      schemaType: 'PROTOBUF',
    });
    const proto = await tag({ tagsToAdd: [tags('M.a', ['A'])] }, 1, 'p');
    expect(proto.body.schema).toBe(
      'syntax = "proto3";\npackage x;\n\nmessage M {\n  int32 a = 1 [(confluent.field_meta) = {\n    tags: [\n      "A"\n    ]\n  }];\n}\n',
    );
  });

  test('works in a context, and with references', async () => {
    const { register, tag } = await aVersion();
    await register(':.c:inner', avro('Inner', 'x'));
    await register(':.c:outer', {
      schema: '{"type":"record","name":"Outer","fields":[{"name":"i","type":"Inner"}]}',
      references: [{ name: 'Inner', subject: 'inner', version: 1 }],
    });
    const { body } = await tag({ tagsToAdd: [tags('Outer.i', ['A'])] }, 1, ':.c:outer');
    expect(body.schema).toContain('{"name":"i","type":"Inner","confluent:tags":["A"]}');
    expect(body.references).toEqual([{ name: 'Inner', subject: 'inner', version: 1 }]);
    const inside = await tag({ tagsToAdd: [tags('Inner.x', ['A'])] }, 1, ':.c:outer');
    expect(inside.body.error_code).toBe(42201);
  });

  test.each([
    ['an unknown subject', 'nobody', 'latest', {}, 40401, "Subject 'nobody' not found."],
    ['an unknown version', 's', 7, {}, 40402, 'Version 7 not found.'],
    ['no version', 's', 'x', {}, 42202, expect.stringContaining("'x' is not a valid version id")],
    ['no subject', '__GLOBAL', 1, {}, 42208, "The specified subject '__GLOBAL' is not a valid."],
    [
      'a path that leads nowhere',
      's',
      1,
      { tagsToRemove: [tags('S.b', ['A'])] },
      42201,
      "java.lang.IllegalArgumentException: No matching path 'S.b' found in the schema",
    ],
    [
      'a version that is taken',
      's',
      1,
      { newVersion: 1, tagsToAdd: [tags('S.a', ['A'])] },
      42201,
      'Version is not one more than previous version',
    ],
    [
      'a version too far',
      's',
      1,
      { newVersion: 3, tagsToAdd: [tags('S.a', ['A'])] },
      42201,
      'Version is not one more than previous version',
    ],
  ])('refuses %s', async (_, subject, version, request, number, message) => {
    const { ask, tag } = await aVersion();
    expect((await tag(request, version, subject)).body).toEqual({ error_code: number, message });
    expect((await ask('GET', '/subjects/s/versions')).body).toEqual([1]);
  });

  test('refuses broken bodies in the words of the real one', async () => {
    const { ask, tag } = await aVersion();
    const missing = await ask('POST', '/subjects/s/versions/1/tags');
    expect([missing.status, missing.body.message]).toEqual([
      422,
      'modifyTags.request must not be null (was null)',
    ]);
    const kind = { schemaEntity: { entityPath: 'S', entityType: 'record' }, tags: [] };
    expect((await tag({ tagsToAdd: [kind] })).body).toEqual({
      error_code: 400,
      message: expect.stringContaining('`EntityType` from String "record"'),
    });
    expect((await tag({ tagsToAdd: {} })).status).toBe(400);
    for (const entry of [null, {}, { schemaEntity: null }, { schemaEntity: { entityPath: 'S.a' } }])
      expect((await tag({ tagsToAdd: [entry] })).status).toBeLessThan(500);
  });

  test('is a registration: it is checked, and refused where nothing may be written', async () => {
    const { ask, register, tag } = await aVersion();
    await register('s', avro('S', 'b:int=0'));
    await register('s', avro('S', 'b:int=0', 'c:int=0'));
    await ask('PUT', '/config/s', { compatibility: 'FULL' });
    const refused = await tag({ tagsToAdd: [tags('S.a', ['A'])] }, 1);
    expect([refused.status, refused.body.error_code]).toEqual([409, 40901]);
    await ask('PUT', '/mode/s', { mode: 'READONLY' });
    expect((await tag({ tagsToAdd: [tags('S.b', ['A'])] })).body.error_code).toBe(42205);
  });

  test('finds an unqualified subject in another context, and registers under its own name', async () => {
    const { register, tag } = await aVersion();
    await register(':.c:there', avro('S', 'a'));
    const { body } = await tag({ tagsToAdd: [tags('S.a', ['A'])] }, 1, 'there');
    expect(body).toMatchObject({ version: 1, schema: tagged(['A']) });
    const listed = await tag({}, 2, ':.c:there');
    expect(listed.body.error_code).toBe(40402);
  });
});

describe('rules in a request for tags', () => {
  const rule = (name: string, doc = '') => ({
    name,
    kind: 'CONDITION',
    mode: 'WRITE',
    type: 'CEL',
    ...(doc && { doc }),
  });
  const names = (rules: { name: string; doc?: string }[]) =>
    rules.map(({ name, doc = '' }) => name + doc);

  test('are dropped by Community Edition, a whole set beside changes too', async () => {
    const { tag } = await aVersion();
    const ruleSet = { domainRules: [rule('r')] };
    const request = { tagsToAdd: [tags('S.a', ['A'])], ruleSet, rulesToMerge: ruleSet };
    const { status, body } = await tag(request);
    expect(status).toBe(200);
    expect(body).not.toHaveProperty('ruleSet');
  });

  test('change the rules of the version before by name in Enterprise', async () => {
    const { tag } = await aVersion({ edition: 'enterprise' });
    const first = await tag({
      ruleSet: { domainRules: ['a', 'b', 'c'].map((name) => rule(name)) },
    });
    expect(first.body).toMatchObject({ version: 2 });
    const { body } = await tag({
      rulesToMerge: { domainRules: [rule('d'), rule('b', '!')] },
      rulesToRemove: ['a', 'nothing'],
      newVersion: 3,
    });
    expect(body.version).toBe(3);
    expect(names(body.ruleSet.domainRules)).toEqual(['c', 'd', 'b!']);
    const removed = await tag({ rulesToRemove: ['c', 'd', 'b'] });
    expect(removed.body.ruleSet?.domainRules ?? []).toEqual([]);
  });

  test('are refused by Enterprise as a whole and as changes at once', async () => {
    const { tag } = await aVersion({ edition: 'enterprise' });
    const ruleSet = { domainRules: [rule('r')] };
    for (const change of [{ rulesToMerge: ruleSet }, { rulesToRemove: ['r'] }])
      expect((await tag({ ruleSet, ...change })).body).toEqual({
        error_code: 42210,
        message: 'ruleSet should be omitted if specifying rulesToMerge or rulesToRemove',
      });
  });
});

describe('tags in a registration', () => {
  test('are written into the text, and the number is kept', async () => {
    const { register } = aRegistry();
    const request = { schema: tagged(['A']), schemaTagsToAdd: [tags('S.a', ['B'])] };
    const answer = await register('s', { ...request, schemaTagsToRemove: [tags('S.a', ['A'])] });
    expect(answer.body).toMatchObject({
      version: 1,
      schema: tagged(['B']),
      metadata: { properties: { 'confluent:version': '1' } },
    });
    const again = await register('s', request);
    expect(again.body).toMatchObject({ version: 2, schema: tagged(['A', 'B']) });
    const third = await register('s', request);
    expect(third.body).toMatchObject({ version: 2 });
  });

  test('are refused where they lead nowhere, and where the text cannot be read', async () => {
    const { register } = aRegistry();
    const schemaTagsToAdd = [tags('S.b', ['B'])];
    const lost = await register('s', { schema: avro('S', 'a'), schemaTagsToAdd });
    expect(lost.body.error_code).toBe(42201);
    expect(lost.body.message).toContain("No matching path 'S.b'");
    const broken = await register('s', { schema: '{"type":', schemaTagsToAdd });
    expect(broken.body.error_code).toBe(42201);
    const invalid = await register('__GLOBAL', { schema: '{"type":', schemaTagsToAdd });
    expect(invalid.body.error_code).toBe(42208);
  });

  test('are taken over from the version before where it is asked for, as far as its fields are there', async () => {
    const { register } = aRegistry();
    await register('s', tagged(['A'], ['R']));
    const next = { schema: avro('S', 'b:int=0'), propagateSchemaTags: true };
    const { body } = await register('s', next);
    expect(JSON.parse(body.schema)).toMatchObject({ 'confluent:tags': ['R'] });
    expect(body.schema).not.toContain('"A"');
    const again = await register('s', { schema: avro('S', 'b:int=0'), propagateSchemaTags: true });
    expect(again.body).toMatchObject({ id: body.id, version: 2 });
    const plain = await register('s', avro('S', 'b:int=0'));
    expect(plain.body).toMatchObject({ version: 3, schema: avro('S', 'b:int=0') });
  });

  test('are not taken over into a subject without versions', async () => {
    const { register } = aRegistry();
    const { body } = await register('s', { schema: avro('S', 'a'), propagateSchemaTags: true });
    expect(body.schema).toBe(avro('S', 'a'));
  });
});

describe('the question for tags', () => {
  const found = (entityPath: string, names: string[], entityType: EntityType = 'sr_field') => ({
    schemaEntity: { entityPath, entityType },
    tags: names,
  });

  test.each([
    ['findTags=A', [found('S.a', ['A', 'B'])]],
    ['findTags=R', [found('S', ['R'], 'sr_record')]],
    ['findTags=B&findTags=R', [found('S', ['R'], 'sr_record'), found('S.a', ['A', 'B'])]],
    ['findTags=*', [found('S', ['R'], 'sr_record'), found('S.a', ['A', 'B'])]],
    ['findTags=A,B', undefined],
    ['findTags=', undefined],
    ['findTags=P', undefined],
    ['', undefined],
  ])('%s', async (query, schemaTags) => {
    const { ask, register } = aRegistry();
    const metadata = { tags: { '**.a': ['P'] } };
    await register('s', { schema: tagged(['A', 'B'], ['R']), metadata });
    for (const target of ['/subjects/s/versions/1', '/schemas/ids/1']) {
      const { status, body } = await ask('GET', `${target}?${query}`);
      expect(status).toBe(200);
      expect(body.schemaTags).toEqual(schemaTags);
      expect(body.schema).toBe(tagged(['A', 'B'], ['R']));
    }
  });
});
