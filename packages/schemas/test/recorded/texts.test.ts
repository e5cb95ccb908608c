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

  it('takes every Protobuf file that it took', (context) => {
    needsSharedData(context);
    const rows = sharedRows<Row>('recorded/texts-protobuf.jsonl');
    const taken = rows.filter(({ file }) => parseSchema('PROTOBUF', sharedText(file)).text !== '');
    expect(taken).toHaveLength(118);
  });
});
