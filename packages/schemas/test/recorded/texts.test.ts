import { describe, expect, it } from 'vitest';
import type { ReferencedSchema, SchemaType } from '../../src/index.ts';
import { normalizeSchema, parseSchema, SchemaError } from '../../src/index.ts';
import { needsSharedData, sharedRows, sharedText } from './shared-data.ts';

interface Row {
  file: string;
  type: SchemaType;
  references?: { name: string; subject: string }[];
  status: number;
  message?: string;
  stored: string;
  normalized: string;
}

/** A recorded request with its answer. */
interface Request {
  path: string;
  body?: string;
  status: number;
  resp: string;
}

/** What a request registers or looks for. */
interface Sent {
  schema: string;
  references?: { name: string; subject: string; version: number }[];
  id?: number;
}

function read(text: string, references: ReferencedSchema[]) {
  try {
    const schema = parseSchema('JSON', text, { references });
    return { stored: schema.text, normalized: normalizeSchema(schema) };
  } catch (error) {
    if (!(error instanceof SchemaError)) throw error;
    return { details: error.details };
  }
}

/** What the registry stored so far, by subject. */
type Stored = Map<string, Row>;

function collect(row: Row, stored: Stored, seen = new Set<string>()): ReferencedSchema[] {
  return (row.references ?? []).flatMap(({ name, subject }) => {
    const referenced = stored.get(subject);
    if (referenced === undefined || seen.has(subject)) return [];
    seen.add(subject);
    return [...collect(referenced, stored, seen), { name, text: referenced.stored }];
  });
}

function answer(row: Row, stored: Stored): object {
  try {
    const references = collect(row, stored);
    const schema = parseSchema(row.type, sharedText(row.file), { references });
    return { stored: schema.text, normalized: normalizeSchema(schema) };
  } catch (error) {
    if (!(error instanceof SchemaError)) throw error;
    return { details: error.details };
  }
}

function expected({ status, message = '', stored, normalized }: Row): object {
  return status === 200 ? { stored, normalized } : { details: message.split('details: ').at(-1) };
}

describe('real schemas that a registry answered', () => {
  it.for([
    ['AVRO', 'texts-avro.jsonl', 280],
    ['JSON', 'texts-json.jsonl', 142],
    ['PROTOBUF', 'texts-protobuf.jsonl', 118],
  ] as const)('stores and normalises %s as it did', ([, file, count], context) => {
    needsSharedData(context);
    const rows = sharedRows<Row>(`recorded/${file}`);
    const stored: Stored = new Map();
    const wrong: object[] = [];
    for (const row of rows) {
      const got = answer(row, stored);
      const wanted = expected(row);
      if (JSON.stringify(got) !== JSON.stringify(wanted)) wrong.push({ row, got });
      if (row.status === 200) stored.set(row.file, row);
    }
    expect(rows).toHaveLength(count);
    expect(wrong).toEqual([]);
  });

  it('takes every JSON Schema that it compared', (context) => {
    needsSharedData(context);
    const rows = sharedRows<{ old: string; new: string }>('recorded/evolutions-json.jsonl');
    for (const row of rows) {
      expect(parseSchema('JSON', row.old).type).toBe('JSON');
      expect(parseSchema('JSON', row.new).type).toBe('JSON');
    }
    expect(rows).toHaveLength(220);
  });

  it('takes and refuses JSON Schemas as it did, with references or without', (context) => {
    needsSharedData(context);
    const files = ['confluent-8.1.5.jsonl', 'confluent-8.1.5-more.jsonl'];
    const stored = new Map<string, string>();
    const seen = { taken: 0, refused: 0 };
    for (const row of files.flatMap((file) => sharedRows<Request>(`recorded/${file}`))) {
      const subject = /^\/subjects\/([^/?]+)(?:\/versions)?(?:\?|$)/.exec(row.path)?.[1];
      const isJson = row.body?.includes('"schemaType":"JSON"') === true;
      if (!isJson || subject === undefined || ![200, 422].includes(row.status)) continue;
      const { schema, references = [], id }: Sent = JSON.parse(row.body ?? '');
      const answer = JSON.parse(row.resp);
      if (row.status === 200) stored.set(`${subject}/${answer.version}`, answer.schema);
      // Where ids are given, nothing is checked.
      if (id !== undefined) continue;
      const known = references.map((reference) => ({
        name: reference.name,
        text: stored.get(`${reference.subject}/${reference.version}`) ?? '',
      }));
      const got = read(schema, known);
      if (row.status === 200) {
        // Some subjects are configured to normalise.
        expect([got.stored, got.normalized]).toContain(answer.schema);
        seen.taken += 1;
      } else {
        expect(got.details).toBe(answer.message.split('details: ').at(-1));
        seen.refused += 1;
      }
    }
    expect(seen).toEqual({ taken: 91, refused: 3 });
  });
});
