import fc from 'fast-check';

// An interface would not do: it is no Record, and the ties would be of unknown.
type Tie = {
  type: unknown;
  branch: unknown;
  field: { name: string; type: unknown; hasDefault: boolean };
};

const primitive = fc.constantFrom(
  'null',
  'boolean',
  'int',
  'long',
  'float',
  'double',
  'bytes',
  'string',
);
const logical = fc.constantFrom(
  { type: 'int', logicalType: 'date' },
  { type: 'int', logicalType: 'time-millis' },
  { type: 'long', logicalType: 'time-micros' },
  { type: 'long', logicalType: 'timestamp-millis' },
  { type: 'long', logicalType: 'timestamp-nanos' },
  { type: 'long', logicalType: 'local-timestamp-micros' },
  { type: 'string', logicalType: 'uuid' },
  { type: 'bytes', logicalType: 'decimal', precision: 9, scale: 2 },
  { type: 'bytes', logicalType: 'decimal', precision: 1 },
  { type: 'bytes', logicalType: 'big-decimal' },
);
const fixed = fc.constantFrom(
  { type: 'fixed', size: 0 },
  { type: 'fixed', size: 3 },
  { type: 'fixed', size: 12, logicalType: 'duration' },
  { type: 'fixed', size: 16, logicalType: 'uuid' },
  { type: 'fixed', size: 2, logicalType: 'decimal', precision: 4, scale: 4 },
);
const fieldName = fc.constantFrom(
  'id',
  'email',
  'created_at',
  'amount',
  'country',
  '__proto__',
  'constructor',
  'T0',
  'f0',
  'count',
);

const { type } = fc.letrec<Tie>((tie) => ({
  type: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    tie('branch'),
    fc.array(tie('branch'), { minLength: 1, maxLength: 5 }),
  ),
  branch: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    primitive,
    logical,
    fixed,
    fc.record({ reference: fc.nat(3) }),
    fc.record({ type: fc.constant('array'), items: tie('type') }),
    fc.record({ type: fc.constant('map'), values: tie('type') }),
    fc.record({
      type: fc.constant('enum'),
      symbols: fc.uniqueArray(fc.constantFrom('A', 'B', 'UNKNOWN'), { minLength: 1 }),
    }),
    fc.record({
      type: fc.constant('record'),
      fields: fc.uniqueArray(tie('field'), {
        maxLength: 4,
        selector: ({ name }) => name,
      }),
    }),
  ),
  field: fc.record({ name: fieldName, type: tie('type'), hasDefault: fc.boolean() }),
}));

const DEFAULTS: Readonly<Record<string, unknown>> = {
  null: null,
  boolean: true,
  int: 7,
  long: 8,
  float: 0.5,
  double: 1.25,
  string: 'x',
  bytes: 'ÿ',
  array: [],
  map: {},
};

/**
 * Avro schemas with everything that decides over values: unions of several branches, recursion,
 * logical types, defaults, names that JavaScript has a meaning for.
 */
export const arbitraryMessageSchema: fc.Arbitrary<string> = type.map((schema) =>
  JSON.stringify(finish(schema, [], { count: 0 })),
);

/** Names the named types, puts references to what is around them, and mends unions and defaults. */
function finish(schema: unknown, around: readonly string[], counter: { count: number }): unknown {
  if (Array.isArray(schema)) {
    const branches = new Map<string, unknown>();
    for (const branch of schema) {
      const finished = finish(branch, around, counter);
      if (!branches.has(labelOf(finished))) branches.set(labelOf(finished), finished);
    }
    return [...branches.values()];
  }
  if (typeof schema !== 'object' || schema === null) return schema;
  if ('reference' in schema) return around[Number(schema.reference)] ?? 'int';
  if ('items' in schema) return { ...schema, items: finish(schema.items, around, counter) };
  if ('values' in schema) return { ...schema, values: finish(schema.values, around, counter) };
  const kind = 'type' in schema ? schema.type : undefined;
  if (kind !== 'enum' && kind !== 'fixed' && kind !== 'record') return schema;
  counter.count += 1;
  const named = { ...schema, name: `n.T${counter.count}` };
  if (!('fields' in schema) || !Array.isArray(schema.fields)) return named;
  const inside = [...around, named.name];
  const fields = schema.fields.map(
    (field: { name: string; type: unknown; hasDefault: boolean }) => {
      const finished = finish(field.type, inside, counter);
      const value = DEFAULTS[labelOf(Array.isArray(finished) ? finished[0] : finished)];
      const hasDefault = value !== undefined && field.hasDefault;
      return { name: field.name, type: finished, ...(hasDefault ? { default: value } : {}) };
    },
  );
  return { ...named, fields };
}

function labelOf(schema: unknown): string {
  if (typeof schema === 'string') return schema;
  if (typeof schema !== 'object' || schema === null) return '';
  return 'name' in schema ? String(schema.name) : 'type' in schema ? String(schema.type) : '';
}
