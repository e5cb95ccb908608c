import { describeTypes, parseSchema, walkFields } from '@srkit/schemas';
import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { searchSchemas } from '../../src/index.ts';
import { aSearchable } from './a-searchable.ts';

vi.setConfig({ testTimeout: 120_000 });

const word = fc.constantFrom(
  'email',
  'Email',
  'userId',
  'user_id',
  'ΟΔΟΣ',
  'İstanbul',
  'straße',
  'a',
  'x1',
);
const anyName = fc.oneof(word, fc.string({ minLength: 1, maxLength: 8, unit: 'grapheme' }));
const doc = fc.oneof(
  fc.array(anyName, { maxLength: 4 }).map((words) => words.join(' ')),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.constantFrom('a "quoted" word', 'line\nemail', 'back\\slash', '100% ~1', '\u0000'),
);
const avroName = fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_]{0,6}$/);

const avro = fc
  .uniqueArray(fc.record({ name: avroName, doc, nullable: fc.boolean() }), {
    selector: ({ name }) => name,
    maxLength: 5,
  })
  .chain((fields) => fc.record({ fields: fc.constant(fields), name: avroName, doc }))
  .map(({ fields, name, doc }) => ({
    schemaType: 'AVRO' as const,
    schema: {
      ...{ type: 'record', name, namespace: 'n.s', doc },
      fields: fields.map(({ nullable, ...field }) => ({
        ...field,
        type: nullable ? ['null', 'string'] : { type: 'array', items: 'string' },
      })),
    },
  }));

const json = fc
  .dictionary(anyName, fc.record({ description: doc, type: fc.constantFrom('string', 'object') }), {
    maxKeys: 5,
  })
  .chain((properties) =>
    fc.record({ properties: fc.constant(properties), title: anyName, inner: anyName }),
  )
  .map(({ properties, title, inner }) => ({
    schemaType: 'JSON' as const,
    schema: {
      ...{
        title,
        type: 'object',
        properties: { ...properties, list: { items: { $ref: '#/$defs/D' } } },
      },
      $defs: { D: { type: 'object', properties: { [inner]: { enum: ['ONE', 'two'] } } } },
    },
  }));

/** JSON in which some letters are written by their numbers, as it may be stored. */
const stored = fc
  .tuple(fc.oneof(avro, json), fc.constantFrom('', 'e', 'a', 'i'))
  .map(([{ schemaType, schema }, letter]) => {
    const plain = JSON.stringify(schema);
    // Not in keywords and values that the format gives a meaning.
    const text = plain.replace(
      /("(?:doc|description)":)"((?:[^"\\]|\\.)*)"/g,
      (all, key: string, value: string) =>
        letter === '' ? all : `${key}"${escapeLetter(value, letter)}"`,
    );
    return { schemaType, schema: text };
  });

test('a text is found wherever a look at every part finds it, and nowhere else', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(stored, { minLength: 1, maxLength: 4 }),
      fc.oneof(word, anyName, fc.constantFrom('list[].', 'n.s.', 'properties.', 'D', '"', '\\')),
      async (schemas, text) => {
        const snapshot = aSearchable({ s: schemas });
        const { hits, total, notSearched } = await searchSchemas(
          snapshot,
          { kind: 'text', text, in: ['field', 'type', 'doc', 'symbol'] },
          { versions: 'all', limit: 10_000 },
        );
        const expected = schemas.flatMap((schema, index) =>
          partsOf(schema)
            .filter((part) => holds(part, text))
            .map(({ what, path, name }) => `${index + 1} ${what} ${path} ${name}`),
        );
        expect(notSearched.total).toBe(0);
        expect(total).toBe(hits.length);
        const found = hits.map(
          ({ version, what, path, name }) => `${version} ${what} ${path} ${name}`,
        );
        expect(found.toSorted()).toEqual(expected.toSorted());
      },
    ),
    { numRuns: 200 },
  );
});

test('a planted field is always found: by its text, its words, an expression and its structure', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(stored, { maxLength: 4 }),
      anyName,
      fc.nat(),
      async (schemas, name, at) => {
        const planted = {
          schemaType: 'JSON' as const,
          schema: JSON.stringify({ type: 'object', properties: { [name]: { type: 'boolean' } } }),
        };
        const place = at % (schemas.length + 1);
        const snapshot = aSearchable({ s: schemas.toSpliced(place, 0, planted) });
        const quoted = [...name]
          .map((each) => `\\x{${each.codePointAt(0)?.toString(16)}}`)
          .join('');
        const queries = [
          { kind: 'text', text: name, in: ['field'] },
          { kind: 'text', text: name.toLowerCase(), in: ['field'] },
          { kind: 'regex', pattern: `^${quoted}$`, in: ['field'] },
          { kind: 'structure', field: name, type: 'boolean', nullable: false },
          ...(/[\p{L}\p{N}]/u.test(name)
            ? [{ kind: 'text', text: name, match: 'words', in: ['field'] } as const]
            : []),
        ] as const;
        for (const query of queries) {
          const { hits } = await searchSchemas(snapshot, query, { versions: 'all', limit: 10_000 });
          const found = hits.filter(({ version }) => version === place + 1);
          expect([query, found]).toEqual([query, [expect.objectContaining({ name, path: name })]]);
        }
      },
    ),
    { numRuns: 200 },
  );
});

test('no query and no text breaks a search, and every answer is plain data', async () => {
  const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.string(), fc.json());
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({
          schema: fc.oneof(
            anyText,
            stored.map(({ schema }) => schema),
          ),
          schemaType: fc.constantFrom('AVRO' as const, 'JSON' as const, 'PROTOBUF' as const),
        }),
        { maxLength: 5 },
      ),
      fc.oneof(
        fc.record({
          kind: fc.constant('text' as const),
          text: fc.string({ minLength: 1, unit: 'binary' }),
          match: fc.constantFrom('substring' as const, 'words' as const),
        }),
        fc.record({ kind: fc.constant('regex' as const), pattern: fc.string({ minLength: 1 }) }),
      ),
      async (schemas, query) => {
        const answer = await searchSchemas(aSearchable({ s: schemas }), query).catch(
          (error: unknown) => error,
        );
        if (answer instanceof Error) expect(answer).toMatchObject({ code: 'invalid_argument' });
        else expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
      },
    ),
    { numRuns: 200 },
  );
});

interface Part {
  what: string;
  path: string;
  name: string;
  text: string;
}

function partsOf({ schema, schemaType }: { schema: string; schemaType: 'AVRO' | 'JSON' }): Part[] {
  const parsed = parseSchema(schemaType, schema, { validation: 'stored' });
  const parts: (Omit<Part, 'text'> & { text: string | undefined })[] = [];
  for (const { path, name, doc, symbols } of describeTypes(parsed)) {
    parts.push({ what: 'type', path, name, text: name }, { what: 'doc', path, name, text: doc });
    for (const text of symbols ?? []) parts.push({ what: 'symbol', path, name, text });
  }
  for (const { path, name, doc, symbols } of walkFields(parsed)) {
    parts.push({ what: 'field', path, name, text: path }, { what: 'doc', path, name, text: doc });
    if (schemaType === 'AVRO') continue;
    for (const text of symbols ?? []) parts.push({ what: 'symbol', path, name, text });
  }
  return parts.filter((part): part is Part => part.text !== undefined);
}

/** In any case; of a path, so that the match ends within the name. */
function holds({ what, text, name }: Part, wanted: string): boolean {
  const plain = (each: string): string => each.toLowerCase().replaceAll('ς', 'σ');
  const [searched, needle] = [plain(text), plain(wanted)];
  const least = what === 'field' ? searched.length - plain(name).length : 0;
  for (let at = searched.indexOf(needle); at >= 0; at = searched.indexOf(needle, at + 1)) {
    if (at + needle.length > least) return true;
  }
  return false;
}

function escapeLetter(text: string, letter: string): string {
  return text.replace(/\\.|./gs, (each) =>
    each === letter ? `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}` : each,
  );
}
