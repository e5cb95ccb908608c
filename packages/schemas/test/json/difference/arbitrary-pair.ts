import fc from 'fast-check';

const drafts = fc.constantFrom(
  'http://json-schema.org/draft-04/schema#',
  'http://json-schema.org/draft-07/schema#',
  'https://json-schema.org/draft/2020-12/schema',
);
const small = fc.integer({ min: 0, max: 4 });
const name = fc.constantFrom('a', 'b', 'ab', 'c');

/** A member that is there or not. */
function maybe(keyword: string, value: fc.Arbitrary<unknown>): fc.Arbitrary<object> {
  return fc
    .option(value, { nil: undefined })
    .map((each) => (each === undefined ? {} : { [keyword]: each }));
}

function together(...members: fc.Arbitrary<object>[]): fc.Arbitrary<object> {
  return fc.tuple(...members).map((all) => Object.assign({}, ...all) as object);
}

/** Schemas that are legal in every draft but for what the draft does not know. */
const { schema: anySchema } = fc.letrec<{ schema: unknown }>((tie) => {
  const schema = tie('schema');
  const schemas = fc.array(schema, { minLength: 1, maxLength: 3 });
  const rest = fc.oneof(fc.boolean(), schema);
  const types = ['string', 'integer', 'number', 'boolean', 'null', 'array', 'object'];
  const type = fc.oneof(
    fc.constantFrom(...types),
    fc.uniqueArray(fc.constantFrom(...types), { minLength: 1, maxLength: 3 }),
  );
  return {
    schema: fc.oneof(
      { maxDepth: 3 },
      fc.oneof(
        fc.constant({}),
        fc.boolean(),
        type.map((each) => ({ type: each })),
      ),
      together(maybe('type', type), maybe('maxLength', small), maybe('pattern', name)),
      together(maybe('maximum', small), maybe('multipleOf', fc.constantFrom(1, 2, 0.5, 1.5, 3))),
      together(maybe('type', type), maybe('enum', fc.uniqueArray(small, { minLength: 1 }))),
      together(maybe('const', small), maybe('not', schema)),
      fc
        .tuple(fc.constantFrom('allOf', 'anyOf', 'oneOf'), schemas)
        .map(([criterion, parts]) => ({ [criterion]: parts })),
      together(
        fc.dictionary(name, schema).map((properties) => ({ properties })),
        maybe('patternProperties', fc.dictionary(fc.constantFrom('^a', 'b$'), schema)),
        maybe('additionalProperties', rest),
        maybe('unevaluatedProperties', rest),
        maybe('required', fc.uniqueArray(name, { minLength: 1 })),
        maybe('default', fc.constant({})),
        maybe('dependencies', fc.dictionary(name, fc.uniqueArray(name, { minLength: 1 }))),
      ),
      together(
        maybe('items', schema),
        maybe('prefixItems', schemas),
        maybe('additionalItems', rest),
        maybe('unevaluatedItems', rest),
        maybe('minItems', small),
        maybe('contains', schema),
      ),
      fc.constantFrom('#', '#/definitions/a', '#/definitions/b').map(($ref) => ({ $ref })),
    ),
  };
});

const document = fc.record({
  $schema: drafts,
  properties: fc.dictionary(name, anySchema),
  definitions: fc.record({ a: anySchema, b: anySchema }),
});

/** The texts of two schemas that have to do with each other. */
export const arbitraryPair: fc.Arbitrary<[string, string]> = fc
  .tuple(document, document, fc.constantFrom('properties', 'definitions', undefined))
  .map(([one, other, shared]) => [
    JSON.stringify(one),
    JSON.stringify(shared === undefined ? other : { ...other, [shared]: one[shared] }),
  ]);
