import { expect, it } from 'vitest';
import { relaxArguments } from '../../src/policy/relax-arguments.ts';
import type { WireSchema } from '../../src/present/wire-schema.ts';

const schema = {
  type: 'object' as const,
  properties: {
    version: { type: 'string' },
    id: { type: 'integer' },
    deleted: { type: 'boolean' },
    schema: { type: 'string' },
    type: { type: 'string', enum: ['AVRO', 'JSON'] },
    references: {
      type: 'array',
      items: { type: 'object', properties: { version: { type: 'integer' } } },
    },
    from: { type: 'object', properties: { version: { type: 'string' } } },
  },
} satisfies WireSchema;

it.each([
  [{ version: 3 }, { version: '3' }],
  [{ id: ' 42 ' }, { id: 42 }],
  [{ id: 'x' }, { id: 'x' }],
  [{ deleted: 'true' }, { deleted: true }],
  [{ deleted: 'false' }, { deleted: false }],
  [{ deleted: 'perhaps' }, { deleted: 'perhaps' }],
  [{ schema: { type: 'string' } }, { schema: '{"type":"string"}' }],
  [{ type: 'avro' }, { type: 'AVRO' }],
  [{ type: 'xml' }, { type: 'xml' }],
  [{ references: [{ version: '3' }] }, { references: [{ version: 3 }] }],
  [{ references: '[{"name":"a"}]' }, { references: [{ name: 'a' }] }],
  [{ references: '{"name":"a"}' }, { references: '{"name":"a"}' }],
  [{ from: '{"version":2}' }, { from: { version: '2' } }],
  [{ from: null, id: 1 }, { id: 1 }],
  [{ unknown: { kept: 1 } }, { unknown: { kept: 1 } }],
])('reads %j as %j', (written, meant) => {
  expect(relaxArguments(written, schema)).toEqual(meant);
});
