import { isSchemaError } from '@srkit/schemas';
import { expect, test } from 'vitest';
import { createSnapshot, diffSchemaVersions, takeSnapshot } from '../src/index.ts';
import { aRecord, aRegistry, fill, snapshotOf } from './a-snapshot.ts';

const one = aRecord('One', 'a');
const withB = aRecord('One', 'a', 'b');

test('the newest versions of one subject in two registries', async () => {
  const from = { snapshot: await snapshotOf({ orders: [one] }), subject: 'orders' };
  const to = {
    snapshot: await snapshotOf({ other: ['"int"'], orders: [one, withB] }),
    subject: 'orders',
  };
  expect(await diffSchemaVersions({ from, to })).toMatchObject({
    from: {
      registry: 'registry',
      context: '.',
      subject: 'orders',
      version: 1,
      id: 1,
      schemaType: 'AVRO',
    },
    to: { subject: 'orders', version: 2, id: 3 },
    identical: false,
    notes: [],
    changes: [{ kind: 'field_added', path: 'b' }],
    compatibility: {
      backward: {
        compatible: false,
        reasons: [
          { version: 1, direction: 'backward', type: 'READER_FIELD_MISSING_DEFAULT_VALUE' },
        ],
      },
      forward: { compatible: true, reasons: [], totalReasons: 0 },
      full: false,
    },
    missingReferences: [],
  });
  const back = await diffSchemaVersions({ from: to, to: { ...from, version: 1 } });
  expect(back).toMatchObject({
    changes: [{ kind: 'field_removed', path: 'b' }],
    compatibility: { backward: { compatible: true }, forward: { compatible: false } },
  });
});

test('two versions of one snapshot, the same, and of two types', async () => {
  const snapshot = await snapshotOf({
    orders: [one, withB],
    ':.a:orders': [one],
    json: [{ schema: '{"type":"string"}', schemaType: 'JSON' }],
  });
  const side = { snapshot, subject: 'orders', version: 1 };
  const same = await diffSchemaVersions({ from: side, to: { snapshot, subject: ':.a:orders' } });
  expect(same).toMatchObject({
    identical: true,
    to: { context: '.a' },
    compatibility: { full: true },
  });
  expect(await diffSchemaVersions({ from: side, to: { snapshot, subject: 'json' } })).toMatchObject(
    {
      identical: false,
      notes: ['They are of two types, AVRO and JSON.'],
      changes: [],
      compatibility: {
        backward: { compatible: false, reasons: [{ type: 'SCHEMA_TYPE', direction: 'backward' }] },
        forward: { compatible: false, reasons: [{ type: 'SCHEMA_TYPE', direction: 'forward' }] },
        full: false,
      },
    },
  );
});

test('references are taken from the snapshot that a version is of', async () => {
  const order = {
    schema: JSON.stringify({ type: 'record', name: 'Order', fields: [{ name: 'x', type: 'One' }] }),
    references: [{ name: 'One', subject: 'one', version: 1 }],
  };
  const diff = await diffSchemaVersions({
    from: { snapshot: await snapshotOf({ one: [one], orders: [order] }), subject: 'orders' },
    to: { snapshot: await snapshotOf({ one: [withB], orders: [order] }), subject: 'orders' },
  });
  expect(diff.from.guid).toBe(diff.to.guid);
  expect(diff).toMatchObject({
    identical: false,
    changes: [{ kind: 'field_added', path: 'x.b' }],
    compatibility: { backward: { compatible: false } },
  });
});

test('meaning alone is told from spelling', async () => {
  const json = (schema: string) => ({ schemaType: 'JSON', schema }) as const;
  const diff = await diffSchemaVersions({
    from: {
      snapshot: await snapshotOf({ a: [json('{"type":"object","title":"T"}')] }),
      subject: 'a',
    },
    to: {
      snapshot: await snapshotOf({ a: [json('{"title":"T","type":"object"}')] }),
      subject: 'a',
    },
  });
  expect(diff).toMatchObject({ identical: true, notes: [expect.stringContaining('guids differ')] });
});

test('dangerous changes are named', async () => {
  const money = (scale: number) =>
    JSON.stringify({
      ...{ type: 'record', name: 'R' },
      fields: [
        { name: 'sum', type: { type: 'bytes', logicalType: 'decimal', precision: 9, scale } },
      ],
    });
  const snapshot = await snapshotOf({ a: [money(2), money(4)] });
  const diff = await diffSchemaVersions({
    from: { snapshot, subject: 'a', version: 1 },
    to: { snapshot, subject: 'a' },
  });
  expect(diff.dangerousChanges).not.toEqual([]);
});

test('what is not there is refused, with what is near', async () => {
  const snapshot = await snapshotOf({ orders: [one] });
  const to = { snapshot, subject: 'orders' };
  const diff = (subject: string, version?: number) =>
    diffSchemaVersions({ from: { snapshot, subject, version }, to });
  await expect(diff('ordres')).rejects.toMatchObject({
    code: 'subject_not_found',
    message: expect.stringContaining('Did you mean "orders"?'),
  });
  await expect(diff('orders', 7)).rejects.toMatchObject({ code: 'version_not_found' });
  const names = await snapshotOf({ orders: [one] }, { detail: 'versions' });
  await expect(
    diffSchemaVersions({ from: { snapshot: names, subject: 'orders' }, to }),
  ).rejects.toMatchObject({ code: 'text_unknown' });
});

test('a reference that was not read is named in the error', async () => {
  const { client } = aRegistry();
  const order = {
    schema: JSON.stringify({ type: 'record', name: 'Order', fields: [{ name: 'x', type: 'One' }] }),
    references: [{ name: 'One', subject: ':.shared:one', version: 1 }],
  };
  await fill({ client }, { ':.shared:one': [one], ':.a:orders': [order] });
  const snapshot = await takeSnapshot(client, { contexts: ['.a'] });
  const side = { snapshot, subject: ':.a:orders' };
  await expect(diffSchemaVersions({ from: side, to: side })).rejects.toMatchObject({
    code: 'reference_not_found',
    message: expect.stringContaining('version 1 of :.shared:one'),
  });
});

test('a newer version that could not be read is mentioned', async () => {
  const read = await snapshotOf({ orders: [one] });
  const snapshot = createSnapshot({
    ...read,
    unreadable: [{ what: 'schema', subject: 'orders', version: 2, reason: 'The disk is gone.' }],
    texts: { write: async () => {}, read: read.texts.read, close: read.close },
  });
  const side = { snapshot, subject: 'orders' };
  const { notes } = await diffSchemaVersions({ from: { ...side, version: 1 }, to: side });
  expect(notes).toEqual(['orders may have a newer version in registry: The disk is gone.']);
});

test('what is no schema is refused in the words of its parser', async () => {
  const read = await snapshotOf({ orders: [one] });
  const snapshot = createSnapshot({
    ...read,
    texts: { write: async () => {}, read: async () => '{', close: read.close },
  });
  const side = { snapshot, subject: 'orders' };
  const error = await diffSchemaVersions({ from: side, to: side }).catch(
    (thrown: unknown) => thrown,
  );
  expect(isSchemaError(error, 'invalid_schema')).toBe(true);
});
