import fc from 'fast-check';

const names = fc.constantFrom('id', 'name', 'price', 'a.b', '__proto__', '', 'userId', 'type');
const texts = fc.constantFrom('A', 'Order', 'Some words.', 'x y');
const numbers = fc.constantFrom(0, 1, 2.5, -3, 1e21);
const anyData = fc.oneof(
  numbers,
  texts,
  fc.constantFrom(null, true, false),
  fc.constantFrom<unknown>([], [1, 'a'], {}, { type: 'string' }, { $ref: '#/nowhere' }),
);
const kinds = fc.constantFrom('null', 'boolean', 'integer', 'number', 'string', 'array', 'object');
const references = fc.constantFrom(
  '#',
  '#/$defs/A',
  '#/$defs/B',
  '#/definitions/A',
  '#/definitions/B',
  '#/properties/id',
  '#here',
  'http://example.com/a#/definitions/A',
  'other.json',
  'nowhere.json#/x',
);

/** One keyword and a value that is mostly, but not always, one that it may have. */
function member(schema: fc.Arbitrary<unknown>): fc.Arbitrary<[string, unknown]> {
  const pair = (
    keywords: string[],
    value: fc.Arbitrary<unknown>,
  ): fc.Arbitrary<[string, unknown]> => fc.tuple(fc.constantFrom(...keywords), value);
  const list = fc.array(schema, { maxLength: 3 });
  const named = fc.dictionary(names, schema, { maxKeys: 3 });
  return fc.oneof(
    { arbitrary: pair(['type'], fc.oneof(kinds, fc.array(kinds, { maxLength: 3 }))), weight: 4 },
    { arbitrary: pair(['properties'], named), weight: 5 },
    { arbitrary: pair(['$ref'], references), weight: 3 },
    {
      arbitrary: pair(['$defs', 'definitions'], fc.dictionary(fc.constantFrom('A', 'B'), schema)),
      weight: 3,
    },
    { arbitrary: pair(['allOf', 'anyOf', 'oneOf', 'prefixItems'], list), weight: 3 },
    { arbitrary: pair(['required'], fc.array(names, { maxLength: 3 })), weight: 2 },
    { arbitrary: pair(['enum'], fc.array(anyData, { maxLength: 4 })), weight: 2 },
    { arbitrary: pair(['items'], fc.oneof(schema, list)), weight: 2 },
    pair(['patternProperties', 'dependentSchemas'], named),
    pair(['dependencies'], fc.dictionary(names, fc.oneof(schema, fc.array(names)))),
    pair(
      ['additionalProperties', 'unevaluatedProperties', 'additionalItems', 'contains', 'not', 'if'],
      schema,
    ),
    pair(['then', 'else', 'propertyNames', 'unevaluatedItems', 'contentSchema'], schema),
    pair(['title', 'description', 'format', 'pattern', '$comment', '$id', '$anchor'], texts),
    pair(['default', 'const', 'examples', 'x-note', 'confluent:tags'], anyData),
    pair(
      ['minimum', 'maximum', 'exclusiveMinimum', 'minLength', 'multipleOf', 'maxItems'],
      numbers,
    ),
    pair(['uniqueItems', 'deprecated', 'nullable'], fc.boolean()),
    // What no schema should hold, but a stored one may.
    pair(['properties', 'required', 'type', 'items', 'allOf', '$ref', '$defs', 'format'], anyData),
  );
}

const anySchema = fc.letrec<{ schema: unknown }>((tie) => ({
  schema: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    { arbitrary: fc.boolean(), weight: 1 },
    {
      arbitrary: fc
        .array(member(tie('schema')), { maxLength: 5 })
        .map((members) => Object.fromEntries(members)),
      weight: 6,
    },
  ),
})).schema;

const drafts = fc.constantFrom(
  undefined,
  'http://json-schema.org/draft-04/schema#',
  'http://json-schema.org/draft-07/schema#',
  'https://json-schema.org/draft/2020-12/schema',
);

/** JSON Schemas as values, odd ones included. */
const arbitrarySchemaValue: fc.Arbitrary<unknown> = fc
  .tuple(anySchema, drafts)
  .map(([schema, draft]) =>
    typeof schema === 'object' && draft !== undefined ? { $schema: draft, ...schema } : schema,
  );

/** Texts of JSON Schemas, odd ones included. */
export const arbitraryJsonSchema: fc.Arbitrary<string> = arbitrarySchemaValue.map((schema) =>
  JSON.stringify(schema),
);

/** Two schemas of which the second is mostly the first with one part put in the place of another. */
export const arbitraryJsonPair: fc.Arbitrary<[string, string]> = fc
  .tuple(arbitrarySchemaValue, anySchema, fc.nat(), fc.nat(9))
  .map(([schema, part, place, chance]) => {
    const changed = chance === 0 ? part : replacePart(schema, part, place);
    return [JSON.stringify(schema), JSON.stringify(changed)];
  });

/** The value with the part at one place of it replaced, taken away, or moved to the end. */
function replacePart(value: unknown, part: unknown, place: number): unknown {
  const copy: unknown = structuredClone(value);
  const holders: [Record<string, unknown> | unknown[], string][] = [];
  const collect = (inner: unknown): void => {
    if (typeof inner !== 'object' || inner === null) return;
    for (const [key, next] of Object.entries(inner)) {
      holders.push([inner as Record<string, unknown> | unknown[], key]);
      collect(next);
    }
  };
  collect(copy);
  const [holder, key] = holders[place % Math.max(holders.length, 1)] ?? [];
  if (holder === undefined || key === undefined) return part;
  if (Array.isArray(holder)) {
    const [taken] = holder.splice(Number(key), 1);
    if (place % 3 === 0) holder.push(taken);
    else if (place % 3 === 1) holder.push(part);
    return copy;
  }
  if (place % 3 === 0) delete holder[key];
  else holder[key] = place % 3 === 1 ? part : [part];
  return copy;
}
