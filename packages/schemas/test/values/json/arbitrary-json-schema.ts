import fc from 'fast-check';
import type { JsonSchemaDraft } from '../../../src/parsed-schema.ts';

type Keywords = Record<string, unknown>;

const names = fc.constantFrom('a', 'b', 'ab', 'id', '__proto__', 'x-1');
const texts = fc.constantFrom('', 'a', 'ab', 'abc', 'b1', '2024-05-31', 'ada@example.com', '😀');
const numbers = fc.constantFrom(-2, -1, 0, 0.5, 1, 1.5, 2, 3, 10);
const scalars = fc.oneof(texts, numbers, fc.boolean(), fc.constant(null));
const counts = fc.integer({ min: 0, max: 3 });
const types = fc.constantFrom('null', 'boolean', 'string', 'number', 'integer', 'array', 'object');
const patterns = fc.constantFrom('^a', 'b$', '^[a-z]+$', '\\d', '^x-', '^(?!a)', '(a|b)\\1');

/** Values of JSON that often meet the schemas made here. */
export const arbitraryJson: fc.Arbitrary<unknown> = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    scalars,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(names, tie('value'), { maxKeys: 3 }),
  ),
})).value;

/** Texts of schemas of a draft, valid ones, with references into themselves. */
export function arbitraryJsonSchema(draft: JsonSchemaDraft): fc.Arbitrary<string> {
  const year = draft === '2020-12' ? 2020 : draft === '2019-09' ? 2019 : Number(draft.slice(-2));
  const { part } = fc.letrec<{ part: unknown; keywords: Keywords }>((tie) => {
    const inner = tie('part');
    const list = fc.array(inner, { minLength: 1, maxLength: 3 });
    const map = fc.dictionary(names, inner, { maxKeys: 3 });
    const namesList = fc.uniqueArray(names, { minLength: 1, maxLength: 2 });
    const one = (keyword: string, value: fc.Arbitrary<unknown>): fc.Arbitrary<Keywords> =>
      value.map((written) => ({ [keyword]: written }));
    const choices = [
      one('type', types),
      one('type', fc.uniqueArray(types, { minLength: 1, maxLength: 3 })),
      one('enum', fc.uniqueArray(scalars, { minLength: 1, maxLength: 3 })),
      one('minLength', counts),
      one('maxLength', counts),
      one('pattern', patterns),
      one('format', fc.constantFrom('date', 'email', 'unknown')),
      one('minimum', numbers),
      one('maximum', numbers),
      one('multipleOf', fc.constantFrom(1, 2, 0.5)),
      one('minItems', counts),
      one('maxItems', counts),
      one('uniqueItems', fc.boolean()),
      one('items', inner),
      one('minProperties', counts),
      one('maxProperties', counts),
      one('required', namesList),
      one('properties', map),
      one('properties', map),
      one('patternProperties', fc.dictionary(patterns, inner, { maxKeys: 2 })),
      one('additionalProperties', year > 4 ? inner : fc.oneof(fc.boolean(), inner)),
      one('dependencies', fc.dictionary(names, fc.oneof(namesList, inner), { maxKeys: 2 })),
      one('allOf', list),
      one('anyOf', list),
      one('oneOf', list),
      one('not', inner),
      fc.record({ properties: fc.record({ a: fc.constant({ $ref: '#' }), b: inner }) }),
      fc.record({ items: fc.constant({ $ref: '#/definitions/one' }) }),
      fc.record({ properties: fc.record({ ab: fc.constant({ $ref: '#/definitions/one' }) }) }),
    ];
    if (year === 4) {
      choices.push(
        fc.record({ minimum: numbers, exclusiveMinimum: fc.boolean() }),
        fc.record({ maximum: numbers, exclusiveMaximum: fc.boolean() }),
      );
    } else {
      choices.push(
        one('const', scalars),
        one('contains', tie('keywords')),
        one('propertyNames', inner),
        one('exclusiveMinimum', numbers),
        one('exclusiveMaximum', numbers),
      );
    }
    if (year !== 2020) choices.push(fc.record({ items: list, additionalItems: inner }));
    if (year >= 7) {
      const three = fc.tuple(inner, inner, inner);
      choices.push(
        three.map((all) => Object.fromEntries(['if', 'then', 'else'].map((k, i) => [k, all[i]]))),
      );
    }
    if (year >= 2019) {
      choices.push(
        fc.record({ contains: tie('keywords'), minContains: counts, maxContains: counts }),
        one('dependentRequired', fc.dictionary(names, namesList, { maxKeys: 2 })),
        one('dependentSchemas', map),
        one('unevaluatedProperties', inner),
        one('unevaluatedItems', inner),
      );
    }
    if (year === 2020) {
      choices.push(one('prefixItems', list), fc.record({ prefixItems: list, items: inner }));
    }
    const keywords = fc
      .array(fc.oneof(...choices), { minLength: 1, maxLength: 3 })
      .map((several): Keywords => Object.assign({}, ...several));
    const part = fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      year === 4 ? one('type', types) : fc.boolean(),
      { arbitrary: tie('keywords'), weight: 4 },
    );
    return { keywords, part };
  });
  return fc.tuple(part, part).map(([top, one]) => {
    const whole = typeof top === 'object' && top !== null ? top : { allOf: [top] };
    const $schema =
      year > 2000
        ? `https://json-schema.org/draft/${draft}/schema`
        : `http://json-schema.org/${draft}/schema#`;
    return JSON.stringify({ $schema, ...whole, definitions: { one } });
  });
}
