import fc from 'fast-check';

/** A schema that a request brings. */
export interface SchemaText {
  schemaType?: 'AVRO' | 'JSON' | 'PROTOBUF';
  schema: string;
}

const size = fc.nat({ max: 60 });
const depth = fc.nat({ max: 1100 });
/** The same schema in two versions that are compared at every place. */
const variant = fc.constantFrom('string', 'bytes');

/** Nested: texts that are deep. */
const nested: fc.Arbitrary<SchemaText> = fc.oneof(
  depth.map((levels) => ({ schema: wrap('{"type":"array","items":', '"int"', '}', levels) })),
  depth.map((levels) => ({ schema: wrap('["null",', '"int"', ']', levels) })),
  depth.map((levels) => ofJson(wrap('{"properties":{"a":', '{}', '}}', levels))),
  depth.map((levels) => ofJson(wrap('{"not":', 'true', '}', levels))),
  depth.map((levels) => ofProtobuf(wrap('message A { ', 'string s = 1;', ' }', levels % 300))),
  depth.map((levels) => ofProtobuf(`option (a) = ${wrap('{ b: ', '1', ' }', levels)};`)),
);

/** Everything refers to the next one twice: a walk without a memory takes 2^60 steps. */
const doubling: fc.Arbitrary<SchemaText> = fc.oneof(
  fc.tuple(size, variant).map(([count, type]) => ({ schema: doublingRecords(count, type) })),
  fc.tuple(size, variant, fc.constantFrom('anyOf', 'allOf', 'oneOf')).map(([count, type, word]) => {
    const twice = (at: number) => ({ [word]: [refTo(at + 1), refTo(at + 1)] });
    const definitions = Object.fromEntries(upTo(count, (at) => [`d${at}`, twice(at)]));
    const last = { type: type === 'bytes' ? 'integer' : type };
    return ofJson(
      JSON.stringify({ definitions: { ...definitions, [`d${count}`]: last }, ...refTo(0) }),
    );
  }),
  fc
    .tuple(size, variant)
    .map(([count, type]) =>
      ofProtobuf(
        `${upTo(count, (at) => `message M${at} { M${at + 1} a = 1; M${at + 1} b = 2; }`).join('\n')} message M${count} { ${type} s = 1; }`,
      ),
    ),
);

/** Many next to each other, each of which may be compared with each. */
const wide: fc.Arbitrary<SchemaText> = fc.oneof(
  fc.tuple(size, variant).map(([count, type]) => {
    const fields = upTo(count * 7, (at) => ({ name: `f${at}`, type: at % 5 === 0 ? type : 'int' }));
    return { schema: JSON.stringify({ type: 'record', name: 'Wide', fields }) };
  }),
  fc.tuple(size, variant).map(([count, type]) => {
    const record = (at: number) => ({
      type: 'record',
      name: `U${at}`,
      fields: [{ name: 'x', type }],
    });
    return { schema: JSON.stringify(upTo(count, record)) };
  }),
  fc.tuple(size, variant, fc.constantFrom('anyOf', 'allOf', 'oneOf')).map(([count, type, word]) =>
    ofJson(
      JSON.stringify({
        [word]: upTo(count, (at) => ({
          type: 'object',
          properties: { [`p${at % 3}`]: { type: at % 2 === 0 ? 'integer' : type } },
        })),
      }),
    ),
  ),
  fc
    .tuple(size, variant)
    .map(([count, type]) =>
      ofProtobuf(
        `message W { oneof o { ${upTo(count, (at) => `${type} f${at} = ${at + 1};`).join(' ')} } ${upTo(count, (at) => `map<string, W> m${at} = ${at + 100};`).join(' ')} }`,
      ),
    ),
);

const patterns = fc.constantFrom(
  ...[
    '(a+)+$',
    '(a|a)*b',
    '^(([a-z])+.)+[A-Z]([a-z])+$',
    '(.*)*x',
    '(?=(a+))\\1b',
    '[',
    '(?<n>',
    '\\p{Foo}',
  ],
  ...[
    'a{1,99999}',
    '(a{0,999}){0,999}',
    '(?i:x)',
    '\\',
    '[z-a]',
    '(*)',
    '\\u{110000}',
    '(?<=a+)b',
    '[[a]&&b]',
  ],
);

const hardPattern: fc.Arbitrary<SchemaText> = fc
  .tuple(patterns, fc.nat({ max: 2 }))
  .map(([pattern, at]) => {
    const keywords = [
      { pattern },
      { patternProperties: { [pattern]: {} } },
      { propertyNames: { pattern } },
    ];
    const examples = ['a'.repeat(1000)];
    return ofJson(JSON.stringify({ ...keywords[at], default: `${'a'.repeat(40)}!`, examples }));
  });

/** Schemas that are made to be hard to read, or hard to compare. */
export const hostileSchema: fc.Arbitrary<SchemaText> = fc.oneof(
  nested,
  doubling,
  wide,
  hardPattern,
);

function doublingRecords(count: number, type: string): string {
  let inner: unknown = { type: 'record', name: `R${count}`, fields: [{ name: 's', type }] };
  for (let at = count - 1; at >= 0; at -= 1)
    inner = {
      type: 'record',
      name: `R${at}`,
      fields: [
        { name: 'a', type: inner },
        { name: 'b', type: `R${at + 1}` },
      ],
    };
  return JSON.stringify(inner);
}

function upTo<Item>(count: number, make: (at: number) => Item): Item[] {
  return Array.from({ length: count }, (_, at) => make(at));
}

function wrap(open: string, middle: string, close: string, levels: number): string {
  return open.repeat(levels) + middle + close.repeat(levels);
}

function refTo(at: number): { $ref: string } {
  return { $ref: `#/definitions/d${at}` };
}

function ofJson(schema: string): SchemaText {
  return { schema, schemaType: 'JSON' };
}

function ofProtobuf(schema: string): SchemaText {
  return { schema: `syntax = "proto3"; ${schema}`, schemaType: 'PROTOBUF' };
}
