import fc from 'fast-check';

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
const namespace = fc.constantFrom(undefined, '', 'x', 'y', 'x.y');
const property = fc.constantFrom('p', 'connect.name', 'logicalType', 'precision', 'confluent:tags');
const value = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom('decimal', 'uuid', 4));
const properties = fc.dictionary(property, value, { maxKeys: 2 });
const doc = fc.option(fc.string(), { nil: undefined, freq: 4 });

interface Tie {
  type: unknown;
  named: unknown;
  field: object;
}

const { type } = fc.letrec<Tie>((tie) => ({
  type: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    primitive,
    fc
      .record({ type: primitive })
      .chain((base) => properties.map((more) => ({ ...more, ...base }))),
    fc.record({ type: fc.constant('array'), items: tie('type') }),
    fc.record({ type: fc.constant('map'), values: tie('type') }),
    fc.tuple(fc.constant('null'), tie('named')),
    tie('named'),
  ),
  named: fc.oneof(
    fc.record({
      type: fc.constant('enum'),
      namespace,
      doc,
      symbols: fc.uniqueArray(fc.constantFrom('A', 'B', 'C', 'D'), { minLength: 1 }),
      aliases: fc.constantFrom(undefined, ['Old'], ['z.Old', '.Bare', 'Old']),
    }),
    fc.record({ type: fc.constant('fixed'), namespace, size: fc.nat(64), more: properties }),
    fc.record({
      type: fc.constantFrom('record', 'record', 'error'),
      namespace,
      doc,
      fields: fc.array(tie('field'), { maxLength: 4 }),
    }),
  ),
  field: fc.record({
    type: tie('type'),
    doc,
    order: fc.constantFrom(undefined, 'ascending', 'descending', 'ignore'),
    aliases: fc.constantFrom(undefined, ['b', 'a']),
  }),
}));

/**
 * Avro schemas as JSON texts. Types are numbered in the order they occur, so that names are never
 * defined twice.
 */
export const arbitraryAvro: fc.Arbitrary<string> = type.map((schema) => {
  let count = 0;
  return JSON.stringify(schema, function number(this: unknown, key, part) {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    if (['record', 'error', 'enum', 'fixed'].includes(part.type) && key !== 'more') {
      count += 1;
      return { ...part, name: `T${count}` };
    }
    return Array.isArray(this) && 'order' in part ? { ...part, name: `f${key}` } : part;
  });
});
