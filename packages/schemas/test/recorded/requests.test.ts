import { describe, expect, it } from 'vitest';
import type { CompatibilityLevel, PreviousSchema } from '../../src/index.ts';
import { checkCompatibility, isSchemaError, parseAvro, parseSchema } from '../../src/index.ts';
import { needsSharedData, sharedRows } from './shared-data.ts';

interface Request {
  k: string;
  method: string;
  path: string;
  body?: string;
  status: number;
  resp: string;
}

function rowsOf(file: string, section: string): Request[] {
  return sharedRows<Request>(`recorded/${file}`).filter(({ k }) => k.startsWith(`${section}/`));
}

function schemaOf({ body = '{}' }: Request): string {
  return JSON.parse(body).schema ?? '';
}

/** The text that is stored, or the reason after which nothing is. */
function outcome(text: string): { stored: string } | { details: string } {
  try {
    return { stored: parseSchema('AVRO', text).text };
  } catch (error) {
    if (!isSchemaError(error, 'invalid_schema')) throw error;
    return { details: error.details };
  }
}

describe('registrations that a registry answered', () => {
  it.for([
    ['avro-text', 37],
    ['avro-invalid', 24],
  ] as const)('takes, stores and refuses what is in section %s', ([section, count], context) => {
    needsSharedData(context);
    const rows = rowsOf('confluent-8.1.5.jsonl', section).filter(
      (row) => row.path.endsWith('/versions') && schemaOf(row).trim() !== '',
    );
    const wrong = rows.filter((row) => {
      const { schema, message = '' } = JSON.parse(row.resp);
      const got = outcome(schemaOf(row));
      if ('stored' in got) return row.status !== 200 || got.stored !== schema;
      // What Jackson says about broken JSON is said in words of our own.
      if (row.status === 422 && message.includes('JsonParseException')) return false;
      const wanted = message.split('details: ').at(-1).replace('_<n>', '_0');
      return row.status !== 422 || got.details !== wanted;
    });
    expect(rows).toHaveLength(count);
    expect(wrong).toEqual([]);
  });
});

/** The versions that a check names: one of them, or all. */
function asked({ path }: Request, previous: readonly PreviousSchema[]): readonly PreviousSchema[] {
  const version = /\/versions\/([0-9]+|latest)/.exec(path)?.[1];
  if (version === undefined) return previous;
  return previous.filter((one) => one.version === Number(version.replace('latest', '6')));
}

describe('transitive levels that a registry answered', () => {
  it('stops at the newest version that does not fit', (context) => {
    needsSharedData(context);
    const previous: PreviousSchema[] = [];
    let level: CompatibilityLevel = 'NONE';
    let checked = 0;
    for (const row of rowsOf('confluent-8.1.5-more.jsonl', 'transitive')) {
      if (!row.path.includes('%3Aav') || row.status !== 200) continue;
      if (!row.path.includes('verbose') && row.path.startsWith('/compatibility/')) continue;
      const answer = JSON.parse(row.resp);
      if (row.method === 'PUT') level = answer.compatibility;
      else if (row.path.startsWith('/subjects/') && answer.version > previous.length) {
        const schema = parseAvro(schemaOf(row));
        previous.push({ version: answer.version, schema });
      } else if (row.path.startsWith('/compatibility/')) {
        checked += 1;
        const got = checkCompatibility(parseAvro(schemaOf(row)), asked(row, previous), level);
        const where = { k: row.k, is_compatible: got.compatible, messages: got.messages };
        expect(where).toEqual({ k: row.k, ...answer });
      }
    }
    expect(checked).toBe(28);
  });
});
