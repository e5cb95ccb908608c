import { describe, expect, it } from 'vitest';
import { describeTypes, parseAvro } from '../../src/index.ts';

describe('describeTypes', () => {
  it('tells each named type once, where it is first used', () => {
    const kind = {
      type: 'enum',
      name: 'Kind',
      symbols: ['A', 'B'],
      default: 'A',
      aliases: ['Old'],
    };
    const text = JSON.stringify({
      type: 'record',
      name: 'a.R',
      doc: 'All of it.',
      'confluent:tags': ['TOP'],
      fields: [
        { name: 'kinds', type: { type: 'array', items: kind } },
        { name: 'kind', type: 'Kind' },
        { name: 'id', type: { type: 'fixed', name: 'Id', size: 16, logicalType: 'uuid' } },
        { name: 'failure', type: ['null', { type: 'error', name: 'b.Failure', fields: [] }] },
      ],
    });
    const types = describeTypes(parseAvro(text), { metadataTags: { 'a.I?': ['KEY'] } });
    const known = types.map((type) =>
      Object.fromEntries(Object.entries(type).filter(([, value]) => String(value ?? '') !== '')),
    );
    expect(known).toEqual([
      { name: 'a.R', kind: 'record', doc: 'All of it.', tags: ['TOP'], fieldCount: 4 },
      {
        name: 'a.Kind',
        kind: 'enum',
        path: 'kinds[]',
        pointer: '/fields/0/type/items',
        aliases: ['a.Old'],
        symbols: ['A', 'B'],
        defaultSymbol: 'A',
      },
      {
        name: 'a.Id',
        kind: 'fixed',
        path: 'id',
        pointer: '/fields/2/type',
        tags: ['KEY'],
        size: 16,
        logicalType: { name: 'uuid', understood: true },
      },
      {
        name: 'b.Failure',
        kind: 'error',
        path: 'failure',
        pointer: '/fields/3/type/1',
        fieldCount: 0,
      },
    ]);
  });
});
