import { expect, test } from 'vitest';
import { createEmbeddedRegistry, type RegistrySnapshot } from '../../src/index.ts';
import type { Change } from '../../src/state/change.ts';
import { aRegistry, avro } from '../a-registry.ts';

/** A registry with something of every kind. */
async function aFullRegistry() {
  const made = aRegistry({ edition: 'enterprise' });
  const { ask, register } = made;
  await register('a', avro('A', 'x'));
  await register('a', avro('A', 'x', 'y:int=0'));
  const references = [{ name: 'A', subject: 'a', version: 2 }];
  await register('b', { schema: avro('B', 'a:A'), references });
  await register(':.c:a', avro('A', 'z'));
  await register('gone', avro('G'));
  await ask('DELETE', '/subjects/gone');
  await register('gone-for-good', avro('H'));
  await ask('DELETE', '/subjects/gone-for-good');
  await ask('DELETE', '/subjects/gone-for-good?permanent=true');
  await ask('PUT', '/config/a', { compatibility: 'FULL' });
  await ask('PUT', '/mode/:.c:', { mode: 'READONLY' });
  const association = { subject: 'a', associationType: 'value', lifecycle: 'WEAK' };
  await ask('POST', '/associations', {
    resourceName: 't',
    resourceNamespace: 'n',
    resourceId: 'r',
    resourceType: 'topic',
    associations: [association],
  });
  const kek = { name: 'k', kmsType: 'test-kms', kmsKeyId: 'key', shared: false };
  await ask('POST', '/dek-registry/v1/keks', kek);
  await ask('POST', '/dek-registry/v1/keks/k/deks', { subject: 'a', encryptedKeyMaterial: 'bQ==' });
  const config = { 'schema.registry.url': 'http://other.test' };
  await ask('POST', '/exporters', { name: 'e', config });
  return made;
}

/** What a registry answers to questions about everything. */
async function everythingOf({ ask }: Pick<ReturnType<typeof aRegistry>, 'ask'>) {
  const targets = [
    '/schemas?subjectPrefix=:*:&deleted=true',
    '/contexts',
    '/subjects/a/versions/2/referencedby',
    '/config/a',
    '/mode/:.c:',
    '/schemas/ids/1/versions',
    '/schemas/ids/4/versions',
    '/associations/subjects/a',
    '/dek-registry/v1/keks/k/deks/a',
    '/exporters/e',
  ];
  const answers = [];
  for (const target of targets) answers.push((await ask('GET', target)).body);
  return answers;
}

test('a snapshot brings everything back, as JSON and in another registry', async () => {
  const full = await aFullRegistry();
  const before = await everythingOf(full);
  const snapshot = full.registry.snapshot();
  const sent: RegistrySnapshot = JSON.parse(JSON.stringify(snapshot));
  const other = aRegistry({ edition: 'enterprise' });
  await other.register('unlike', avro('X'));
  await other.registry.reset(sent);
  expect(await everythingOf(other)).toEqual(before);
  expect(other.registry.snapshot()).toEqual(snapshot);
  // Ids go on where they were, also after one that was deleted for good.
  expect((await other.register('next', avro('Next'))).body.id).toBe(6);
});

test('there is something of every kind in it', async () => {
  const { registry } = await aFullRegistry();
  // A new kind of change does not compile until it has a row here.
  const kinds: Record<Exclude<Change['kind'], 'remove' | 'reset'>, true> = {
    put: true,
    settings: true,
    context: true,
    ids: true,
    association: true,
    kek: true,
    dek: true,
    exporter: true,
  };
  const held = registry.snapshot().changes as Change[];
  expect(new Set(held.map(({ kind }) => kind))).toEqual(new Set(Object.keys(kinds)));
});

test('reset() leaves nothing', async () => {
  const { registry, ask, register } = await aFullRegistry();
  await registry.reset();
  expect(registry.snapshot()).toEqual(createEmbeddedRegistry().snapshot());
  expect((await ask('GET', '/schemas?subjectPrefix=:*:&deleted=true')).body).toEqual([]);
  expect((await register('a', avro('A', 'q'))).body).toMatchObject({ id: 1, version: 1 });
});

test('what a registry does later changes no snapshot, and the reverse', async () => {
  const { registry, register, ask } = aRegistry();
  await register('a', avro('A', 'x'));
  const snapshot = registry.snapshot();
  const kept = structuredClone(snapshot);
  await register('a', avro('A', 'x', 'y:int=0'));
  expect(snapshot).toEqual(kept);
  await registry.reset(snapshot);
  for (const change of snapshot.changes as { record?: { schema: string } }[])
    if (change.record) change.record.schema = 'changed';
  expect((await ask('GET', '/subjects/a/versions/1/schema')).body).toMatchObject({ name: 'A' });
});

test('what is parsed is not taken from before a reset', async () => {
  const { registry, ask, register } = aRegistry();
  const references = [{ name: 'A', subject: 'a', version: 1 }];
  const second = { schema: avro('B', 'a:A'), references };
  const check = async () =>
    (await ask('POST', '/compatibility/subjects/b/versions/1?verbose=true', second)).body;
  await register('a', avro('A', 'x'));
  await register('b', second);
  const first = registry.snapshot();
  await registry.reset();
  await register('a', avro('A', 'y'));
  await register('b', second);
  expect(await check()).toMatchObject({ is_compatible: true });
  await registry.reset(first);
  expect(await check()).toMatchObject({ is_compatible: true });
});

const { format, digest, changes } = createEmbeddedRegistry().snapshot();

test.each<[string, unknown, RegExp]>([
  ['nothing', null, /no snapshot/],
  ['a list', [], /no snapshot/],
  ['another object', { subjects: [] }, /no snapshot/],
  ['a newer format', { format: 2, digest, changes }, /newer release/],
  ['an unknown kind', { format, digest, changes: [{ kind: 'later' }] }, /newer release/],
  ['no kind', { format, digest, changes: [null] }, /newer release/],
  ['a change of it', { format, digest, changes: [{ kind: 'reset' }] }, /was changed/],
  ['no digest', { format, changes }, /was changed/],
])('refuses %s, and stays as it is', async (_, value, sentence) => {
  const { registry, register } = aRegistry();
  await register('a', avro('A', 'x'));
  const before = registry.snapshot();
  const refused = registry.reset(value as RegistrySnapshot);
  await expect(refused).rejects.toThrow(sentence);
  await expect(refused).rejects.toBeInstanceOf(RangeError);
  expect(registry.snapshot()).toEqual(before);
});

test('refuses what was never held, although its digest is right', async () => {
  const { createHash } = await import('node:crypto');
  const { registry, register } = aRegistry();
  await register('a', avro('A', 'x'));
  const before = registry.snapshot();
  const forged = [{ kind: 'reset' }, { kind: 'put', record: null }];
  const text = createHash('sha256').update(JSON.stringify(forged)).digest('hex');
  const refused = registry.reset({ format: 1, digest: text, changes: forged });
  await expect(refused).rejects.toThrow(/no registry ever held/);
  expect(registry.snapshot()).toEqual(before);
});
