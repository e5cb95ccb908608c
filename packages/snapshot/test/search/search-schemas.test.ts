import { expect, test } from 'vitest';
import {
  type SearchHit,
  type SearchOptions,
  type SearchQuery,
  searchSchemas,
  takeSnapshot,
} from '../../src/index.ts';
import { aGateway, anError } from '../a-gateway.ts';
import { aClient, aRecord, aRegistry, fill, snapshotOf } from '../a-snapshot.ts';

const customer = JSON.stringify({
  type: 'record',
  name: 'Customer',
  namespace: 'com.acme',
  doc: 'Somebody who buys.',
  aliases: ['Client'],
  fields: [
    { name: 'email', type: ['null', 'string'], default: null, 'confluent:tags': ['PII'] },
    { name: 'born', type: { type: 'int', logicalType: 'date' }, doc: 'The\nbirthday.' },
    { name: 'level', type: { type: 'enum', name: 'Level', symbols: ['GOLD', 'SILVER'] } },
    { name: 'phone', type: 'string', aliases: ['telephone'], doc: 'With country code' },
  ],
});
const order = JSON.stringify({
  type: 'record',
  name: 'Order',
  namespace: 'com.acme',
  fields: [
    { name: 'buyer', type: 'com.acme.Customer', doc: 'Who pays.' },
    { name: 'lines', type: { type: 'array', items: aLine() } },
  ],
});
const invoice = JSON.stringify({
  title: 'Invoice',
  type: 'object',
  required: ['number'],
  properties: {
    number: { type: 'string', description: 'Of the invoice' },
    email: { type: 'string', format: 'email' },
    state: { enum: ['OPEN', 'PAID'] },
    'customer/name': { type: ['string', 'null'] },
  },
});
const payment = `syntax = "proto3";
package com.acme;
import "customer.proto";
import "confluent/meta.proto";
message Payment {
  option (confluent.message_meta) = { doc: "How it was paid." };
  double amount = 1 [(confluent.field_meta) = { doc: "In euros" }];
  Payer payer = 2;
  optional string email = 3;
  Method method = 4;
  enum Method { METHOD_UNKNOWN = 0; METHOD_CARD = 1; }
}
`;
const payer =
  'syntax = "proto3";\npackage com.acme;\nmessage Payer {\n  string email_of_payer = 1;\n}\n';
const contents = {
  customer: [
    {
      schema: customer,
      metadata: {
        properties: { owner: 'team-sales', password: 'hunter2' },
        sensitive: ['password'],
        tags: { '**.phone': ['PII', 'PHONE'] },
      },
    },
  ],
  invoice: [{ schema: invoice, schemaType: 'JSON' as const }],
  order: [
    aRecord('Old', 'forgotten'),
    { schema: order, references: [{ name: 'com.acme.Customer', subject: 'customer', version: 1 }] },
  ],
  payer: [{ schema: payer, schemaType: 'PROTOBUF' as const }],
  payment: [
    {
      schema: payment,
      schemaType: 'PROTOBUF' as const,
      references: [{ name: 'customer.proto', subject: 'payer', version: 1 }],
    },
  ],
  ':.staging:customer-email': ['"string"'],
};

function aLine() {
  return { type: 'record', name: 'Line', fields: [{ name: 'itemPrice', type: 'double' }] };
}

/** Hits in short: `subject version what path name`, with `via` where it is in a referenced schema. */
async function find(query: SearchQuery, options: SearchOptions = {}): Promise<string[]> {
  const { hits } = await searchSchemas(await snapshotOf(contents), query, options);
  return hits.map(short);
}

function short({ subject, version, what, path, name, throughReference }: SearchHit): string {
  return [subject, version, what, path, name, throughReference && 'via'].filter(Boolean).join(' ');
}

test('a text is found in everything that has a name', async () => {
  const inAll = await find({ kind: 'text', text: 'EMAIL' });
  expect(inAll).toEqual([
    'customer 1 field email email',
    'invoice 1 field email email',
    'invoice 1 logical_type email email',
    'order 2 field buyer.email email via',
    'payer 1 field email_of_payer email_of_payer',
    'payment 1 field payer.email_of_payer email_of_payer via',
    'payment 1 field email email',
    ':.staging:customer-email 1 subject customer-email',
  ]);
});

test.each<[query: SearchQuery, hits: string[]]>([
  [text('buys'), ['customer 1 doc com.acme.Customer', 'order 2 doc buyer com.acme.Customer via']],
  [text('level.'), []],
  [
    text('acme.cust'),
    ['customer 1 type com.acme.Customer', 'order 2 type buyer com.acme.Customer via'],
  ],
  [
    text('client'),
    ['customer 1 alias com.acme.Customer', 'order 2 alias buyer com.acme.Customer via'],
  ],
  [text('date'), ['customer 1 logical_type born born', 'order 2 logical_type buyer.born born via']],
  [text('METHOD_C'), ['payment 1 symbol method com.acme.Payment.Method']],
  [text('paid'), ['invoice 1 symbol state state', 'payment 1 doc com.acme.Payment']],
  [
    text('gold', ['symbol']),
    ['customer 1 symbol level com.acme.Level', 'order 2 symbol buyer.level com.acme.Level via'],
  ],
  [text('team-sales'), ['customer 1 metadata owner']],
  [text('password'), ['customer 1 metadata password']],
  [text('hunter2'), []],
  [text('PHONE', ['tag']), ['customer 1 tag **.phone PHONE']],
  [text('telephone'), ['customer 1 alias phone phone', 'order 2 alias buyer.phone phone via']],
  [text('buyer.e'), ['order 2 field buyer.email email via']],
  [text('lines[].item'), ['order 2 field lines[].itemPrice itemPrice']],
  [text('buyer', ['field']), ['order 2 field buyer buyer']],
  [text('forgotten'), []],
  [
    text('customer', ['subject']),
    ['customer 1 subject customer', ':.staging:customer-email 1 subject customer-email'],
  ],
  [text('customer/name', ['field']), ['invoice 1 field customer/name customer/name']],
  [text('euros'), ['payment 1 doc amount amount']],
  [text('"double"', ['text']), ['order 2 text']],
  [
    { kind: 'text', text: 'price item', match: 'words' },
    ['order 2 field lines[].itemPrice itemPrice'],
  ],
  [
    { kind: 'text', text: 'payer-email', match: 'words' },
    [
      'payer 1 field email_of_payer email_of_payer',
      'payment 1 field payer.email_of_payer email_of_payer via',
    ],
  ],
  [{ kind: 'text', text: 'item', match: 'words', in: ['doc'] }, []],
  [{ kind: 'text', text: 'pric', match: 'words' }, []],
  [
    regex('^email$', ['field']),
    [
      'customer 1 field email email',
      'invoice 1 field email email',
      'order 2 field buyer.email email via',
      'payment 1 field email email',
    ],
  ],
  [
    regex('^buyer\\.[ep]', ['field']),
    ['order 2 field buyer.email email via', 'order 2 field buyer.phone phone via'],
  ],
  [regex('(?i)^the.birthday', ['doc']), []],
  [
    regex('(?is)^the.birthday', ['doc']),
    ['customer 1 doc born born', 'order 2 doc buyer.born born via'],
  ],
  [
    regex('^METHOD_\\w+$', ['symbol']),
    [
      'payment 1 symbol method com.acme.Payment.Method',
      'payment 1 symbol method com.acme.Payment.Method',
    ],
  ],
  [regex('^owner: team-(sales|it)$'), ['customer 1 metadata owner']],
])('%j', async (query, hits) => {
  expect(await find(query)).toEqual(hits);
});

test.each<[query: Omit<Extract<SearchQuery, { kind: 'structure' }>, 'kind'>, hits: string[]]>([
  [
    { field: 'email', type: 'string', nullable: true, hasDoc: false },
    [
      'customer 1 field email email',
      'order 2 field buyer.email email via',
      'payment 1 field email email',
    ],
  ],
  [
    { field: 'EMAIL', optional: true },
    [
      'customer 1 field email email',
      'invoice 1 field email email',
      'order 2 field buyer.email email via',
      'payment 1 field email email',
    ],
  ],
  [{ field: 'buyer.email' }, ['order 2 field buyer.email email via']],
  [{ type: 'com.acme.customer' }, ['order 2 field buyer buyer']],
  [{ type: 'Customer', hasDoc: true }, ['order 2 field buyer buyer']],
  [{ type: 'array of Line' }, ['order 2 field lines lines']],
  [{ inType: 'Line' }, ['order 2 field lines[].itemPrice itemPrice']],
  [
    { inType: 'com.acme.Payer' },
    [
      'payer 1 field email_of_payer email_of_payer',
      'payment 1 field payer.email_of_payer email_of_payer via',
    ],
  ],
  [{ logicalType: 'date' }, ['customer 1 field born born', 'order 2 field buyer.born born via']],
  [{ hasDefault: true }, ['customer 1 field email email', 'order 2 field buyer.email email via']],
  [
    { tag: 'pii' },
    [
      'customer 1 field email email',
      'customer 1 field phone phone',
      'order 2 field buyer.email email via',
    ],
  ],
  [
    { fieldPattern: '^(number|amount)$' },
    ['invoice 1 field number number', 'payment 1 field amount amount'],
  ],
  [{ optional: false, inType: 'invoice' }, ['invoice 1 field number number']],
  [{ field: 'email', hasDoc: true }, []],
])('fields with %j', async (query, hits) => {
  expect(await find({ kind: 'structure', ...query })).toEqual(hits);
});

test('letters that change with their neighbours, and numbers that no text holds, are found', async () => {
  const tuple = [{ type: 'object', properties: { ΟΔΟΣΧ: {}, İi: {} } }, {}];
  const schema = JSON.stringify({ type: 'object', properties: { list: { items: tuple } } });
  const snapshot = await snapshotOf({ a: [{ schema, schemaType: 'JSON' }] });
  const found = async (query: SearchQuery) =>
    (await searchSchemas(snapshot, query)).hits.map(short);
  expect(await found(text('ΟΔΟΣ'))).toEqual(['a 1 field list[0].ΟΔΟΣΧ ΟΔΟΣΧ']);
  expect(await found(text('list[0].οδος'))).toEqual(['a 1 field list[0].ΟΔΟΣΧ ΟΔΟΣΧ']);
  expect(await found(text('İI'))).toEqual(['a 1 field list[0].İi İi']);
  expect(await found({ kind: 'text', text: '0 οδοσχ', match: 'words' })).toHaveLength(1);
});

test('what names and paths say of their own is found', async () => {
  const properties = { a: {}, b: { title: 'B', type: 'object', properties: { c: {} } } };
  const dependentSchemas = { a: { properties: { street: { type: 'string' } } } };
  const schema = JSON.stringify({ type: 'object', properties, dependentSchemas });
  const snapshot = await snapshotOf({ a: [{ schema, schemaType: 'JSON' }] });
  const found = async (query: SearchQuery) =>
    (await searchSchemas(snapshot, query)).hits.map(short);
  expect(await found(text('root'))).toEqual(['a 1 type root']);
  expect(await found(text('(with a).str'))).toEqual(['a 1 field (with a).street street']);
});

test('a hit says where it is, and shows what stands around the match', async () => {
  const snapshot = await snapshotOf(contents);
  const { hits } = await searchSchemas(snapshot, text('birthday'), { throughReferences: false });
  expect(hits).toEqual([
    {
      ...{ subject: 'customer', context: '.', version: 1, id: 1, schemaType: 'AVRO' },
      ...{ deleted: false, what: 'doc', path: 'born', name: 'born', type: 'int' },
      snippet: 'The birthday.',
    },
  ]);
  const structure = await searchSchemas(snapshot, {
    kind: 'structure',
    field: 'email',
    type: 'string',
  });
  expect(structure.hits.map(({ type, snippet }) => [type, snippet])).toEqual([
    ['string', 'nullable string, with a default'],
    ['string', 'string'],
    ['string', 'nullable string, with a default'],
    ['string', 'nullable string'],
  ]);
  const doc = `${'😀'.repeat(100)} needle ${'x'.repeat(5000)}`;
  const long = await snapshotOf({
    a: [aRecord('A').replace('"fields"', `"doc":"${doc}","fields"`)],
  });
  const [hit] = (await searchSchemas(long, text('NEEDLE'))).hits;
  expect(hit?.snippet).toMatch(/^…😀+ needle x+…$/u);
  expect(hit?.snippet.length).toBeLessThanOrEqual(122);
});

test('contexts, subjects, types and versions can be chosen, and hits read in pages', async () => {
  expect(await find(text('customer', ['subject']), { contexts: ['staging'] })).toHaveLength(1);
  expect(await find(text('email', ['field']), { subjectPrefix: 'pay' })).toHaveLength(3);
  expect(await find(text('email', ['field']), { schemaTypes: ['json'] })).toHaveLength(1);
  expect(await find(text('forgotten'), { versions: 'all' })).toEqual([
    'order 1 field forgotten forgotten',
  ]);

  const snapshot = await snapshotOf(contents);
  const whole = await searchSchemas(snapshot, text('email'));
  expect(whole).toMatchObject({
    ...{ total: 8, matchedSubjects: 6, matchedVersions: 5, searchedSubjects: 6 },
    ...{ searchedVersions: 6, notSearched: { total: 0, versions: [] }, unknown: [] },
  });
  for (const limit of [0, 1, 3, 8, 9]) {
    const hits: SearchHit[] = [];
    for (let offset = 0; offset < 10; offset += Math.max(1, limit)) {
      const page = await searchSchemas(snapshot, text('email'), { offset, limit });
      expect(page).toMatchObject({ total: 8, offset, limit });
      hits.push(...page.hits);
    }
    expect(hits).toEqual(limit === 0 ? [] : whole.hits);
  }
});

test('soft-deleted versions are searched where all are', async () => {
  const { client } = aRegistry();
  await fill(
    { client },
    { a: [aRecord('A', 'one'), aRecord('A', 'two')], gone: [aRecord('G', 'one')] },
  );
  await client.versions.delete('a', 2);
  await client.subjects.delete('gone');
  const snapshot = await takeSnapshot(client, {}, { includeDeleted: true });
  const found = async (options: SearchOptions) =>
    (await searchSchemas(snapshot, regex('one|two|gone'), options)).hits.map(
      (hit) => `${short(hit)} ${hit.deleted}`,
    );
  expect(await found({})).toEqual(['a 1 field one one false']);
  expect(await found({ versions: 'all' })).toEqual([
    'a 1 field one one false',
    'a 2 field two two true',
    'gone 1 subject gone true',
    'gone 1 field one one true',
  ]);
});

test('what cannot be read is said, and what is unknown too', async () => {
  const { client, registry } = aRegistry();
  await fill({ client }, { a: [aRecord('A', 'one')], ':.x:b': [aRecord('B', 'one')] });
  const gateway = aGateway(registry, ({ path, query }) =>
    `${path}${query}`.includes('.x') ? anError(500) : undefined,
  );
  const through = aClient(registry, { fetch: gateway.fetch, retry: false });
  const snapshot = await takeSnapshot(through, { contexts: ['.', '.x'] });
  const { total, unknown } = await searchSchemas(snapshot, text('one'));
  expect(total).toBe(1);
  expect(unknown).toEqual(snapshot.unreadable);
  expect(unknown).not.toEqual([]);
});

function text(written: string, targets?: readonly SearchHit['what'][]): SearchQuery {
  return { kind: 'text', text: written, ...(targets && { in: targets }) };
}

function regex(pattern: string, targets?: readonly SearchHit['what'][]): SearchQuery {
  return { kind: 'regex', pattern, ...(targets && { in: targets }) };
}
