import { expect, it } from 'vitest';
import * as z from 'zod';
import { wireSchema } from '../../src/present/wire-schema.ts';

it('says what an assistant needs and no more', () => {
  const schema = z.object({
    n: z.int().describe('A number.'),
    from: z.int().min(1).max(9).optional(),
  });
  expect(wireSchema(schema)).toEqual({
    type: 'object',
    properties: {
      n: { type: 'integer', description: 'A number.' },
      from: { type: 'integer', minimum: 1, maximum: 9 },
    },
    required: ['n'],
  });
});
