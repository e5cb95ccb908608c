import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeTypes, parseSchema, walkFields } from '../../../src/index.ts';
import { arbitraryJsonSchema } from './arbitrary-json-schema.ts';

const string = { type: 'string' };

describe('describeTypes, for JSON Schema', () => {
  it('tells objects and definitions once, where they are first used', () => {
    const schema = {
      title: 'Order',
      description: 'All of it.',
      'confluent:tags': ['TOP'],
      properties: {
        kind: { $ref: '#/definitions/Kind' },
        kinds: { type: 'array', items: { $ref: '#/definitions/Kind' } },
        id: { $ref: '#/definitions/Id' },
        at: { type: 'object', properties: { x: true, y: true } },
      },
      definitions: {
        Id: { ...string, format: 'uuid', 'confluent:tags': ['KEY'] },
        Kind: { enum: ['A', 'B'], description: 'Which.' },
        Unused: { type: 'object', additionalProperties: string },
      },
    };
    const types = describeTypes(parseSchema('JSON', JSON.stringify(schema)), {
      metadataTags: { '$.k*': ['K'] },
    });
    const known = types.map((type) =>
      Object.fromEntries(Object.entries(type).filter(([, value]) => String(value ?? '') !== '')),
    );
    expect(known).toEqual([
      { name: 'Order', kind: 'object', doc: 'All of it.', tags: ['TOP'], fieldCount: 4 },
      {
        name: 'Kind',
        kind: 'enum',
        path: 'kind',
        pointer: '/definitions/Kind',
        doc: 'Which.',
        tags: ['K'],
        symbols: ['A', 'B'],
      },
      {
        name: 'Id',
        kind: 'value',
        path: 'id',
        pointer: '/definitions/Id',
        tags: ['KEY'],
        logicalType: { name: 'uuid', understood: true },
      },
      { name: 'at', kind: 'object', path: 'at', pointer: '/properties/at', fieldCount: 2 },
      {
        name: 'Unused',
        kind: 'object',
        path: '(Unused)',
        pointer: '/definitions/Unused',
        fieldCount: 0,
      },
    ]);
  });

  it('gives names that no two share, to which each property belongs', () => {
    const twice = (name: string) => ({
      type: 'object',
      title: 'Same',
      properties: { [name]: true },
    });
    const schema = parseSchema(
      'JSON',
      JSON.stringify({ properties: { a: twice('x'), b: twice('y') } }),
    );
    expect(describeTypes(schema).map(({ name }) => name)).toEqual([
      'root',
      'Same (#/properties/a)',
      'Same (#/properties/b)',
    ]);
    fc.assert(
      fc.property(arbitraryJsonSchema, (text) => {
        const any = parseSchema('JSON', text, { validation: 'stored' });
        const types = describeTypes(any);
        const names = new Set(types.map(({ name }) => name));
        expect(names.size).toBe(types.length);
        for (const { record, leadsTo } of walkFields(any)) {
          expect(names).toContain(record);
          for (const { type } of leadsTo) expect(names).toContain(type);
        }
      }),
    );
  });
});
