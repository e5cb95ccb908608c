const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

const object = (properties: Record<string, unknown>, more: object = {}): object => ({
  type: 'object',
  properties,
  ...more,
});

const named = (count: number, name: (index: number) => string, make: (index: number) => unknown) =>
  Object.fromEntries(times(count, (index) => [name(index), make(index)]));

const refer = (name: string): object => ({ $ref: `#/$defs/${name}` });

/** A schema in a schema, the innermost being `leaf`. */
function nested(levels: number, leaf: unknown, wrap: (inner: unknown) => unknown): unknown {
  let schema = leaf;
  for (let level = 0; level < levels; level += 1) schema = wrap(schema);
  return schema;
}

/**
 * Schemas that are legal and made to be too much; `type` is what stands at the ends of all of them, so
 * that two of them differ everywhere.
 */
export function hostileJsonSchemas(type: string): Record<string, string> {
  const leaf = { type };
  const name = (index: number): string => `${type}${index}`;
  const schemas: Record<string, unknown> = {
    'many properties': object(
      named(
        5000,
        (index) => `p${index}`,
        () => ({ type, description: type }),
      ),
    ),
    'many other properties': object(named(5000, name, () => leaf)),
    'a huge enum': { enum: times(50_000, name) },
    'a huge anyOf': { anyOf: times(5000, (index) => object({ x: leaf }, { title: name(index) })) },
    'a huge oneOf of equals': { oneOf: times(5000, () => object({ x: leaf })) },
    'a huge allOf': { allOf: times(5000, (index) => object({ [`p${index}`]: leaf })) },
    'a property in every part': { allOf: times(3000, () => object({ same: leaf })) },
    'deep objects': nested(480, leaf, (inner) => object({ inner })),
    'deep arrays': nested(950, leaf, (items) => ({ type: 'array', items })),
    'deep branches': nested(480, leaf, (inner) => ({ anyOf: [inner, { const: type }] })),
    'deep parts': nested(480, leaf, (inner) => ({ allOf: [inner], title: type })),
    'a chain of references': {
      ...refer(name(5000)),
      $defs: named(5001, name, (index) => (index === 0 ? leaf : refer(name(index - 1)))),
    },
    'a ring of references': {
      ...refer(name(0)),
      $defs: named(5000, name, (index) => refer(name((index + 1) % 5000))),
    },
    'a ring of parts': {
      allOf: [refer(name(0))],
      $defs: named(3000, name, (index) => ({
        allOf: [refer(name((index + 1) % 3000)), object({ [name(index)]: leaf })],
      })),
    },
    'all against all': object(
      named(300, name, (index) => refer(name(index))),
      {
        $defs: named(300, name, (index) =>
          object(
            named(
              30,
              (other) => `p${other}`,
              (other) => refer(name((index + other) % 300)),
            ),
          ),
        ),
      },
    ),
    'diamonds of parts': {
      ...refer(name(30)),
      $defs: named(31, name, (index) =>
        index === 0 ? leaf : { allOf: times(3, () => refer(name(index - 1))) },
      ),
    },
    'diamonds of branches': {
      ...refer(name(30)),
      $defs: named(31, name, (index) =>
        index === 0 ? leaf : { anyOf: times(3, () => refer(name(index - 1))) },
      ),
    },
    'one large union in every property': object(
      named(
        2000,
        (index) => `p${index}`,
        () => refer('Large'),
      ),
      {
        $defs: { Large: { anyOf: times(2000, (index) => object({ [name(index)]: leaf })) } },
      },
    ),
    'one large object in every property': object(
      named(
        2000,
        (index) => `p${index}`,
        () => refer('Large'),
      ),
      {
        $defs: { Large: object(named(2000, name, () => leaf)) },
      },
    ),
    'many patterns that could be slow': object(
      named(
        3000,
        (index) => `p${index}`,
        () => ({
          type: 'string',
          pattern: '^(a+)+(b|c*)*$',
          default: type.repeat(30),
        }),
      ),
    ),
    'one endless pattern': { type: 'string', pattern: '('.repeat(50_000), default: type },
    'many names that are alike': object(
      named(
        3000,
        (index) => `${type}_${index}_x`,
        () => leaf,
      ),
      { required: times(3000, (index) => `${type}${index}x`) },
    ),
  };
  return Object.fromEntries(
    Object.entries(schemas).map(([title, schema]) => [
      title,
      JSON.stringify({
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        ...Object(schema),
      }),
    ]),
  );
}
