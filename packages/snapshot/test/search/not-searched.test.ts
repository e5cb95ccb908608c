import { expect, test } from 'vitest';
import {
  createSnapshot,
  type SearchOptions,
  type SearchQuery,
  type SnapshotDetail,
  type SnapshotVersion,
  searchSchemas,
} from '../../src/index.ts';
import { aRecord, snapshotOf } from '../a-snapshot.ts';
import { aSearchable } from './a-searchable.ts';

const needle: SearchQuery = { kind: 'text', text: 'needle' };
const fieldNeedle: SearchQuery = { kind: 'structure', field: 'needle' };
const reference = { name: 'Lost', subject: 'lost', version: 7 };
const usesLost = JSON.stringify({
  ...{ type: 'record', name: 'A' },
  fields: [
    { name: 'needle', type: 'Lost' },
    { name: 'other', type: 'string' },
  ],
});

test('what cannot be parsed is said, and its text is searched instead', async () => {
  const snapshot = aSearchable({
    broken: [{ schema: '{"type":"record","name":"needle"' }],
    other: [{ schema: 'this is no schema' }],
    strange: [{ schema: 'a needle', schemaType: 'THRIFT' as 'AVRO' }],
    whole: [{ schema: aRecord('A', 'needle') }],
  });
  const { hits, notSearched } = await searchSchemas(snapshot, needle);
  expect(hits.map(({ subject, what, snippet }) => [subject, what, snippet])).toEqual([
    ['broken', 'text', '{"type":"record","name":"needle"'],
    ['strange', 'text', 'a needle'],
    ['whole', 'field', 'needle'],
  ]);
  // The text of `other` does not hold the word, however it is read.
  expect(notSearched.versions.map(({ subject, code }) => [subject, code])).toEqual([
    ['broken', 'not_parsed'],
    ['strange', 'not_supported'],
  ]);
  const structure = await searchSchemas(snapshot, { kind: 'structure', hasDoc: false });
  expect(structure.hits.map(({ subject }) => subject)).toEqual(['whole']);
  expect(structure.notSearched).toMatchObject({
    total: 3,
    versions: [
      { subject: 'broken', version: 1, id: 1, code: 'not_parsed', reason: expect.any(String) },
      { subject: 'other', code: 'not_parsed' },
      { subject: 'strange', code: 'not_supported' },
    ],
  });
  const fields = await searchSchemas(snapshot, { ...needle, in: ['field'] });
  expect(fields.hits.map(({ subject }) => subject)).toEqual(['whole']);
  expect(fields.notSearched.total).toBe(2);
  const texts = await searchSchemas(snapshot, { ...needle, in: ['text'] });
  expect(texts.hits.map(({ subject }) => subject)).toEqual(['broken', 'strange', 'whole']);
});

test('a schema whose reference the snapshot does not have is searched as far as it can be', async () => {
  const json = JSON.stringify({
    type: 'object',
    properties: { needle: { type: 'string' }, far: { $ref: 'Lost' } },
  });
  const snapshot = aSearchable({
    avro: [{ schema: usesLost, references: [reference] }],
    json: [{ schema: json, schemaType: 'JSON', references: [reference] }],
  });
  const found = await searchSchemas(snapshot, needle);
  expect(found.hits.map(({ subject, what }) => [subject, what])).toEqual([
    ['avro', 'text'],
    ['json', 'field'],
  ]);
  const missing = {
    code: 'reference_missing',
    reason: expect.stringContaining('version 7 of "lost"'),
  };
  expect(found.notSearched).toMatchObject({
    total: 2,
    versions: [
      { subject: 'avro', ...missing },
      { subject: 'json', ...missing },
    ],
  });
  const elsewhere = await searchSchemas(snapshot, { kind: 'text', text: 'haystack' });
  expect(elsewhere).toMatchObject({ total: 0, notSearched: { total: 2 } });
  const own = await searchSchemas(snapshot, fieldNeedle, { throughReferences: false });
  expect(own.hits.map(({ subject }) => subject)).toEqual(['json']);
  expect(own.notSearched.versions.map(({ subject }) => subject)).toEqual(['avro']);
});

test('a text that was not read is said, and names are found all the same', async () => {
  const version: SnapshotVersion = {
    ...{ version: 1, id: 1, deleted: false, schemaType: 'AVRO', references: [], bytes: 1 },
    guid: 'unread',
  };
  const snapshot = createSnapshot({
    registry: 'r',
    subjects: [
      { name: 'needle', context: '.', subject: 'needle', versions: [version] },
      { name: 'needle-2', context: '.', subject: 'needle-2', versions: [] },
    ],
    unreadable: [{ what: 'versions', subject: 'needle-2', reason: 'It broke.' }],
  });
  const { hits, notSearched, unknown } = await searchSchemas(snapshot, needle);
  expect(hits).toEqual([
    expect.objectContaining({ subject: 'needle', version: 1, what: 'subject' }),
    {
      ...{ subject: 'needle-2', context: '.', what: 'subject', path: '', name: 'needle-2' },
      snippet: 'needle-2',
    },
  ]);
  expect(notSearched).toMatchObject({ total: 1, versions: [{ code: 'text_unknown' }] });
  expect(unknown).toEqual(snapshot.unreadable);
});

test('only the first 100 are named of many that cannot be searched, and all are counted', async () => {
  const snapshot = aSearchable({ a: Array.from({ length: 150 }, () => ({ schema: 'no' })) });
  const { notSearched } = await searchSchemas(snapshot, fieldNeedle, { versions: 'all' });
  expect(notSearched.total).toBe(0);
  const all: SearchQuery = { kind: 'structure', nullable: true };
  const many = await searchSchemas(snapshot, all, { versions: 'all' });
  expect(many.notSearched.total).toBe(150);
  expect(many.notSearched.versions).toHaveLength(100);
});

test('each content is read once, however many versions have it', async () => {
  const reads: string[] = [];
  const same = { schema: aRecord('A', 'needle'), guid: 'same' };
  const uses = {
    schema: JSON.stringify({ type: 'array', items: 'A' }),
    references: [{ name: 'A', subject: 'a', version: 1 }],
    guid: 'uses',
  };
  const snapshot = aSearchable(
    { a: [same, same], b: [same], c: [uses], d: [uses], e: [{ ...uses, guid: 'other' }] },
    (guid) => reads.push(guid),
  );
  const found = await searchSchemas(snapshot, needle, { versions: 'all', limit: 2 });
  expect(found).toMatchObject({ total: 6, matchedVersions: 6 });
  expect(found.hits).toHaveLength(2);
  expect(reads.toSorted()).toEqual(['other', 'same', 'same', 'uses']);
});

test('references over too many steps are not followed', async () => {
  const schema = (number: number) => ({
    schema: JSON.stringify({ type: 'object', title: `T${number}`, properties: { needle: {} } }),
    schemaType: 'JSON' as const,
    references: number === 0 ? [] : [{ name: 'n.json', subject: 's', version: number }],
  });
  const snapshot = aSearchable({ s: Array.from({ length: 300 }, (_, number) => schema(number)) });
  const options = { versions: 'all', limit: 1000 } as const;
  const { hits, notSearched } = await searchSchemas(snapshot, needle, options);
  expect(
    hits.filter(({ what, throughReference }) => what === 'field' && !throughReference),
  ).toHaveLength(201);
  expect(hits.filter(({ what }) => what === 'text')).toHaveLength(99);
  expect(notSearched.total).toBe(99);
  expect(notSearched.versions[0]).toMatchObject({ version: 202, code: 'too_large' });
});

test('a regular expression is not looked for in texts of more than a million characters', async () => {
  const schema = JSON.stringify({
    type: 'enum',
    name: 'needle',
    symbols: ['A'],
    doc: 'x'.repeat(1e6),
  });
  const snapshot = aSearchable({ a: [{ schema }] });
  const { notSearched } = await searchSchemas(snapshot, { kind: 'regex', pattern: 'needle' });
  expect(notSearched.versions).toMatchObject([{ code: 'too_large' }]);
  expect((await searchSchemas(snapshot, needle)).total).toBe(1);
});

test.each<[query: unknown, message: string]>([
  [{ kind: 'text', text: '' }, 'text must be a text of 1 to 1000 characters; it has 0.'],
  [{ kind: 'text', text: 'x'.repeat(1001) }, 'it has 1001.'],
  [{ kind: 'text', text: '!?', match: 'words' }, 'has no word'],
  [{ kind: 'text', text: 'a', match: 'fuzzy' }, `match must be 'substring' or 'words'`],
  [{ kind: 'text', text: 'a', in: ['names'] }, 'it names "names"'],
  [{ kind: 'text', text: 'a', in: [] }, 'at least one'],
  [{ kind: 'sql' }, `kind must be 'text', 'regex' or 'structure'; it is "sql".`],
  [{ kind: 'structure' }, 'must say something'],
  [{ kind: 'structure', field: undefined }, 'must say something'],
  [{ kind: 'structure', fields: 'a' }, 'has no "fields"'],
  [{ kind: 'structure', nullable: 'yes' }, 'nullable must be true or false; it is "yes".'],
  [{ kind: 'structure', field: 7 }, 'field must be a text of 1 to 1000 characters; it is 7.'],
  [{ kind: 'structure', fieldPattern: '(' }, 'fieldPattern is no regular expression of RE2'],
  [{ kind: 'regex', pattern: '' }, 'pattern must have from 1 to 1000 characters; it has 0.'],
  [{ kind: 'regex', pattern: '(a)\\1' }, 'RE2 has no backreferences'],
  [{ kind: 'regex', pattern: 'a(?=b)' }, 'RE2 has no lookahead and lookbehind'],
  [{ kind: 'regex', pattern: '(?<!a)b' }, 'RE2 has no lookahead and lookbehind'],
  [{ kind: 'regex', pattern: 'a++' }, 'RE2 has no possessive quantifiers'],
  [{ kind: 'regex', pattern: '(?>a)' }, 'RE2 has no atomic groups'],
  [{ kind: 'regex', pattern: '[' }, 'missing closing ]'],
  [{ kind: 'regex', pattern: '((a{100}){100}){100}' }, 'invalid repeat count'],
  [{ kind: 'regex', pattern: '(\\pL{10}){99}[^x]{0,900}' }, 'is too large'],
])('%j is refused', async (query, message) => {
  const search = searchSchemas(aSearchable({}), query as SearchQuery);
  await expect(search).rejects.toThrow(message);
  await expect(search).rejects.toMatchObject({ code: 'invalid_argument' });
});

test.each<[options: SearchOptions, code: string]>([
  [{ offset: -1 }, 'invalid_argument'],
  [{ limit: 10_001 }, 'invalid_argument'],
  [{ contexts: ['nowhere'] }, 'context_not_found'],
])('%j is refused', async (options, code) => {
  await expect(searchSchemas(aSearchable({}), needle, options)).rejects.toMatchObject({ code });
});

test.each<[detail: SnapshotDetail, query: SearchQuery, message: string | undefined]>([
  ['names', { ...needle, in: ['subject'] }, undefined],
  ['names', { ...needle, in: ['subject', 'metadata'] }, `Take one at 'versions'`],
  ['names', needle, `Take one at 'schemas', or search in 'subject' only.`],
  ['versions', { ...needle, in: ['subject', 'metadata'] }, undefined],
  ['versions', fieldNeedle, `Take one at 'schemas', or search in 'subject' and 'metadata' only.`],
])('at the detail %s %j', async (detail, query, message) => {
  const metadata = { properties: { owner: 'needle' } };
  const snapshot = await snapshotOf({ needle: [{ schema: '"int"', metadata }] }, { detail });
  const search = searchSchemas(snapshot, query);
  if (message !== undefined) return expect(search).rejects.toThrow(message);
  return expect(search).resolves.toMatchObject({ total: detail === 'names' ? 1 : 2 });
});

test('a search ends when it is told to, before and meanwhile', async () => {
  const contents = Object.fromEntries(
    Array.from({ length: 3000 }, (_, number) => [
      `s${number}`,
      [{ schema: aRecord(`R${number}`, 'one', 'two', 'three', 'four') }],
    ]),
  );
  const snapshot = aSearchable(contents);
  const regex: SearchQuery = { kind: 'regex', pattern: 'needle' };
  const before = searchSchemas(snapshot, regex, { signal: AbortSignal.abort() });
  await expect(before).rejects.toMatchObject({ code: 'aborted' });
  const controller = new AbortController();
  setTimeout(() => controller.abort(), 15);
  const meanwhile = searchSchemas(snapshot, regex, { signal: controller.signal });
  await expect(meanwhile).rejects.toMatchObject({ code: 'aborted' });
});

test('a closed snapshot is not taken for one in which nothing is found', async () => {
  const snapshot = await snapshotOf({ a: ['"string"'] });
  await snapshot.close();
  const search = searchSchemas(snapshot, { kind: 'regex', pattern: 'needle' });
  await expect(search).rejects.toMatchObject({ code: 'closed' });
});
