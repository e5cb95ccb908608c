const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

const members = (count: number, make: (index: number) => unknown): object =>
  Object.fromEntries(times(count, (index) => [`p${index}`, make(index)]));

function nested(levels: number, wrap: (inner: unknown) => unknown, leaf: unknown): unknown {
  let value = leaf;
  for (let level = 0; level < levels; level += 1) value = wrap(value);
  return value;
}

const $schema = 'https://json-schema.org/draft/2020-12/schema';

/** JSON Schemas that are legal, most of them, and made to be too much. */
export function adversarialSchemas(): Record<string, string> {
  const schemas: Record<string, unknown> = {
    '5,000 properties': { properties: members(5000, () => ({ pattern: '^[a-z]+$' })) },
    'a ring of $refs': {
      definitions: members(5000, (index) => ({
        properties: {
          next: { $ref: `#/definitions/p${(index + 1) % 5000}` },
          other: { $ref: `#/definitions/p${(index * 7) % 5000}` },
        },
      })),
      $ref: '#/definitions/p0',
    },
    'branches in branches': nested(2, (inner) => ({ anyOf: times(50, () => inner) }), true),
    'all against all': {
      $schema,
      $defs: members(200, () => ({
        anyOf: times(200, (index) => ({ $ref: `#/$defs/p${index}` })),
      })),
      $ref: '#/$defs/p0',
    },
    '990 levels': nested(990, (not) => ({ not }), {}),
    'identifiers in identifiers': nested(900, (not) => ({ $id: 'abc/', not }), { $ref: '#' }),
    'identifiers that add up': nested(900, (not) => ({ $id: 'a-long-name/', not }), {}),
    '20,000 identifiers': {
      $schema,
      $defs: members(20_000, (index) => ({ $id: `http://x/${index}`, $anchor: 'a' })),
    },
    '150,000 elements': { enum: times(150_000, (index) => index) },
    '150,000 branches': { oneOf: times(150_000, () => ({})) },
    'a long $ref': { $ref: `#/${'a/'.repeat(500_000)}` },
    'a long relative $ref': { $ref: `http://x/${'../'.repeat(300_000)}` },
    'deep $refs': {
      definitions: nested(900, (a) => ({ a }), { type: 'string' }),
      allOf: times(500, () => ({ $ref: `#/definitions${'/a'.repeat(900)}` })),
    },
  };
  const patterns = ['a', '(', '[', 'a{1,2}', '\\Q', '\\p{L}', '{', '(?<', '[&&', '[a-', '(?i'];
  for (const part of patterns) {
    const pattern = part.repeat(Math.ceil(1_000_000 / part.length));
    schemas[`a million characters of ${part}`] = { pattern };
  }
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [name, JSON.stringify(schema)]),
  );
}
