const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

const record = (name: string, fields: object[]): object => ({ type: 'record', name, fields });

/** Records in each other, the innermost holding `leaf`. */
function nested(levels: number, leaf: unknown): unknown {
  let type: unknown = leaf;
  for (let level = levels; level > 0; level -= 1) {
    type = record(`Level${level}`, [{ name: 'inner', type }]);
  }
  return type;
}

function arrays(levels: number, leaf: unknown): unknown {
  let type: unknown = leaf;
  for (let level = 0; level < levels; level += 1) type = { type: 'array', items: type };
  return type;
}

/**
 * Schemas that are legal and made to be too much; `leaf` is a primitive type that stands at the ends
 * of all of them, so that two of them differ everywhere.
 */
export function adversarialSchemas(leaf: string): Record<string, string> {
  const names = `${leaf}Name`;
  const schemas: Record<string, unknown> = {
    'many fields': record(
      'R',
      times(5000, (index) => ({ name: `field${index}`, type: leaf, doc: leaf })),
    ),
    'many other fields': record(
      'R',
      times(5000, (index) => ({ name: `${names}${index}`, type: ['null', leaf], default: null })),
    ),
    'huge enum': {
      type: 'enum',
      name: 'E',
      symbols: times(50_000, (index) => `${names}_${index}`),
    },
    'huge union': times(5000, (index) => record(`${names}${index}`, [{ name: 'x', type: leaf }])),
    'deep records': nested(240, leaf),
    'deep arrays': arrays(950, leaf),
    'a ring': record(
      'Ring0',
      times(1500, (index) => ({
        name: `f${index}`,
        type:
          index === 0
            ? leaf
            : record(`Ring${index}`, [{ name: leaf, type: ['null', `Ring${index - 1}`] }]),
      })),
    ),
    'all against all': record(
      'R',
      times(300, (index) => ({
        name: `f${index}`,
        type: record(
          `All${index}`,
          times(30, (other) => ({ name: `${leaf}${other}`, type: `All${(index + other) % 300}` })),
        ),
      })),
    ),
    'diamonds of depth 30': record('R', [
      ...times(30, (index) => ({
        name: `f${index}`,
        type: record(
          `D${index}`,
          times(3, (side) => ({ name: `s${side}`, type: index === 0 ? leaf : `D${index - 1}` })),
        ),
      })),
    ]),
    'one large record in every field': record('R', [
      {
        name: 'first',
        type: record(
          `${names}Large`,
          times(2000, (index) => ({ name: `f${index}`, type: leaf })),
        ),
      },
      ...times(2000, (index) => ({ name: `use${index}`, type: `${names}Large` })),
    ]),
  };
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [name, JSON.stringify(schema)]),
  );
}
