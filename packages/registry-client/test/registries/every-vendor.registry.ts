import { randomUUID } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import { createRegistryClient } from '../../src/index.ts';
import { failureOf } from '../failure-of.ts';
import { knownDifferences } from './known-differences.ts';

const url = process.env['REGISTRY_URL'] ?? '';
/** How many writes all of this may make: on Kafka each takes seconds. */
const mostWrites = 30;
let writes = 0;

const client = createRegistryClient({
  url,
  timeoutMs: 30_000,
  cache: false,
  observe: ({ effect }) => {
    if (effect === 'write') writes += 1;
    return undefined;
  },
});
const profile = await client.probe();
const differences = knownDifferences[profile.vendor] ?? {};

/** A test that must pass, or must fail where the vendor is known to do otherwise. */
function shared(name: string, run: () => Promise<void>): void {
  const reason = differences[name];
  if (reason === undefined) test(name, run);
  else test.fails(`${name} (known to differ: ${reason})`, run);
}

const run = randomUUID().slice(0, 8);
const subject = `srkit-${run}-value`;
const strange = `srkit-${run}/with slash, percent % and ümlaut`;
const money = JSON.stringify({
  type: 'record',
  name: 'Money',
  namespace: `srkit.r${run}`,
  fields: [{ name: 'amount', type: 'long' }],
});
const first = JSON.stringify({
  type: 'record',
  name: 'Order',
  fields: [{ name: 'id', type: 'string' }],
});
const second = JSON.stringify({
  type: 'record',
  name: 'Order',
  fields: [
    { name: 'id', type: 'string' },
    { name: 'note', type: 'string', default: '' },
  ],
});
const unfit = JSON.stringify({
  type: 'record',
  name: 'Order',
  fields: [{ name: 'id', type: 'long' }],
});

console.log(
  `${url} is ${profile.vendor} ${profile.version ?? 'of an unknown version'}:`,
  profile.can,
);

shared('it is recognised', async () => {
  expect(profile.vendor).not.toBe('unknown');
});

shared('it knows the three formats', async () => {
  expect([...(await client.schemas.types())].sort()).toEqual(['AVRO', 'JSON', 'PROTOBUF']);
});

shared('a subject that is not there is said', async () => {
  expect((await failureOf(client.versions.list('srkit-nothing'))).code).toBe('subject_not_found');
  expect((await failureOf(client.versions.get('srkit-nothing', 1))).code).toBe('subject_not_found');
  expect((await failureOf(client.schemas.getById(2_000_000_000))).code).toBe('schema_not_found');
});

shared('a schema is registered, once for the same text', async () => {
  const { id } = await client.versions.register(subject, { schema: first });
  expect(id).toBeGreaterThan(0);
  expect((await client.versions.register(subject, { schema: first })).id).toBe(id);
  expect(await client.versions.list(subject)).toEqual([1]);
});

shared('a version is read by number and as the latest, with its text', async () => {
  const found = await client.versions.get(subject, 1);
  expect(found).toMatchObject({ subject, version: 1 });
  expect(JSON.parse(found.schema)).toEqual(JSON.parse(first));
  expect(await client.versions.get(subject, 'latest')).toEqual(found);
  expect(JSON.parse(await client.versions.getText(subject, 1))).toEqual(JSON.parse(first));
});

shared('a schema is read by id, with its subjects and versions', async () => {
  const { id } = await client.versions.get(subject, 1);
  expect(JSON.parse((await client.schemas.getById(id)).schema)).toEqual(JSON.parse(first));
  expect(await client.schemas.subjectsById(id)).toEqual([subject]);
  expect(await client.schemas.versionsById(id)).toMatchObject([{ subject, version: 1 }]);
});

shared('a text is looked up', async () => {
  expect(await client.versions.lookUp(subject, { schema: first })).toMatchObject({ version: 1 });
  const unknown = client.versions.lookUp(subject, { schema: '"bytes"' });
  expect((await failureOf(unknown)).code).toBe('schema_not_found');
});

shared('a text that is no schema is refused', async () => {
  const error = await failureOf(client.versions.register(subject, { schema: '{"type":"nope"}' }));
  expect(error.code).toBe('invalid_schema');
});

shared('a subject without a level of its own is said', async () => {
  expect((await failureOf(client.config.get(subject))).code).toBe('config_not_found');
});

shared('a level of its own is set and read', async () => {
  expect(
    (await client.config.get(subject, { defaultToGlobal: true })).compatibilityLevel,
  ).toBeDefined();
  expect(await client.config.update(subject, { compatibility: 'BACKWARD' })).toMatchObject({
    compatibility: 'BACKWARD',
  });
  expect((await client.config.get(subject)).compatibilityLevel).toBe('BACKWARD');
});

shared('compatibility is checked, and what does not fit is refused', async () => {
  expect((await client.compatibility.check(subject, { schema: second })).compatible).toBe(true);
  const checked = await client.compatibility.check(subject, { schema: unfit });
  expect(checked.compatible).toBe(false);
  const error = await failureOf(client.versions.register(subject, { schema: unfit }));
  expect(error).toMatchObject({ code: 'incompatible_schema', status: 409 });
  expect(error.errorNumber).toBe(profile.incompatibleNumber);
});

shared('what does not fit is said with its reasons', async () => {
  const { messages } = await client.compatibility.check(subject, { schema: unfit });
  expect(messages.length).toBeGreaterThan(0);
});

shared('a second version follows', async () => {
  await client.versions.register(subject, { schema: second });
  expect(await client.versions.list(subject)).toEqual([1, 2]);
  expect((await client.versions.get(subject, 'latest')).version).toBe(2);
});

shared('references are kept, and lead back', async () => {
  const referenced = `srkit-${run}-money`;
  await client.versions.register(referenced, { schema: money });
  const schema = JSON.stringify({
    type: 'record',
    name: 'Invoice',
    fields: [{ name: 'total', type: `srkit.r${run}.Money` }],
  });
  const references = [{ name: `srkit.r${run}.Money`, subject: referenced, version: 1 }];
  const { id } = await client.versions.register(`srkit-${run}-invoice`, { schema, references });
  expect((await client.schemas.getById(id)).references).toEqual(references);
  expect(await client.versions.referencedBy(referenced, 1)).toEqual([id]);
});

shared('what is referred to cannot be deleted', async () => {
  const error = await failureOf(client.versions.delete(`srkit-${run}-money`, 1));
  expect(error.code).toBe('reference_exists');
});

shared('JSON Schema and Protobuf are kept as well', async () => {
  const draft = 'http://json-schema.org/draft-07/schema#';
  const json = {
    schemaType: 'JSON',
    schema: JSON.stringify({ $schema: draft, type: 'object' }),
  } as const;
  const protobuf = {
    schemaType: 'PROTOBUF',
    schema: 'syntax = "proto3";\nmessage Order {\n  string id = 1;\n}\n',
  } as const;
  await client.versions.register(`srkit-${run}-json`, json);
  await client.versions.register(`srkit-${run}-protobuf`, protobuf);
  expect(await client.versions.get(`srkit-${run}-json`, 1)).toMatchObject({ schemaType: 'JSON' });
  expect(await client.versions.get(`srkit-${run}-protobuf`, 1)).toMatchObject({
    schemaType: 'PROTOBUF',
  });
});

shared('a JSON Schema need not say its draft', async () => {
  const bare = { schemaType: 'JSON', schema: '{"type":"object"}' } as const;
  await client.versions.register(`srkit-${run}-bare-json`, bare);
});

shared('a subject may have any name', async () => {
  await client.versions.register(strange, { schema: '"string"' });
  expect(await client.subjects.list()).toContain(strange);
  expect((await client.versions.get(strange, 1)).subject).toBe(strange);
  expect(await client.subjects.delete(strange)).toEqual([1]);
});

shared('a version is deleted softly, then for good', async () => {
  expect((await failureOf(client.versions.delete(subject, 1, { permanent: true }))).code).toBe(
    'version_not_soft_deleted',
  );
  expect(await client.versions.delete(subject, 1)).toBe(1);
  expect(await client.versions.list(subject)).toEqual([2]);
  expect(await client.versions.list(subject, { deleted: true })).toEqual([1, 2]);
  expect(await client.versions.delete(subject, 1, { permanent: true })).toBe(1);
  expect(await client.versions.list(subject, { deleted: true })).toEqual([2]);
});

shared('a subject is deleted softly, then for good', async () => {
  expect(await client.subjects.delete(subject)).toEqual([2]);
  expect(await client.subjects.list()).not.toContain(subject);
  expect(await client.subjects.list({ deleted: true })).toContain(subject);
  expect(await client.subjects.delete(subject, { permanent: true })).toEqual([2]);
  expect(await client.subjects.list({ deleted: true })).not.toContain(subject);
});

shared('what probing says it can, it can', async () => {
  if (profile.can.bulkRead) {
    const [schema] = await client.schemas.list({ limit: 1 });
    expect(schema).toMatchObject({ subject: expect.any(String), version: expect.any(Number) });
  }
  const guids = client.schemas.idsByGuid('00000000-0000-0000-0000-000000000000');
  if (profile.can.guid) expect(await guids).toEqual([]);
  else await failureOf(guids);
  const contexts = await client.contexts.list().catch((): string[] => []);
  expect(contexts.includes('.')).toBe(profile.can.contexts);
});

afterAll(() => {
  console.log(`${writes} writes`);
  if (writes > mostWrites) throw new Error(`${writes} writes are more than ${mostWrites}.`);
});
