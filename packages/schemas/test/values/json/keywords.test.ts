import { describe, expect, it } from 'vitest';
import { isSchemaError, parseSchema } from '../../../src/index.ts';
import type { ReferencedSchema } from '../../../src/parsed-schema.ts';
import { checkValue, parseValue } from '../../../src/values/index.ts';

const fits = (schema: string, value: unknown, references: ReferencedSchema[] = []): boolean =>
  checkValue(parseSchema('JSON', schema, { references, validation: 'stored' }), value).valid;

const in2019 = '"$schema":"https://json-schema.org/draft/2019-09/schema"';
const in2020 = '"$schema":"https://json-schema.org/draft/2020-12/schema"';
const in4 = '"$schema":"http://json-schema.org/draft-04/schema#"';

/** A schema, values in JSON that fit it, values that do not. */
const table: readonly (readonly [schema: string, right: string[], wrong: string[]])[] = [
  ['true', ['1', 'null'], []],
  ['false', [], ['1', 'null']],
  [
    '{"type":"integer"}',
    ['1', '1.0', '-0', '1e3', '123456789012345678901'],
    ['1.5', '"1"', 'true'],
  ],
  ['{"type":"number"}', ['1', '1.5', '123456789012345678901'], ['"1"', 'null']],
  ['{"type":["null","object"]}', ['null', '{}'], ['[]', '0']],
  ['{"enum":[1,"a",null,{"a":[1]}]}', ['1.0', '"a"', 'null', '{"a":[1.0]}'], ['"1"', '{"a":1}']],
  ['{"const":{"a":1,"b":2}}', ['{"b":2,"a":1}'], ['{"a":1}', '[]']],
  ['{"const":9007199254740993}', ['9007199254740993'], ['9007199254740992', '9007199254740994']],
  ['{"const":false}', ['false'], ['0', '""', 'null']],
  ['{"minimum":9007199254740993}', ['9007199254740993'], ['9007199254740992']],
  ['{"maximum":9223372036854775807}', ['9223372036854775807', '1'], ['9223372036854775808']],
  ['{"exclusiveMaximum":1e30}', ['1e29'], ['1000000000000000000000000000000', '1e31']],
  ['{"minimum":0.1,"exclusiveMaximum":0.3}', ['0.1', '0.29999'], ['0.3', '0.09']],
  ['{"multipleOf":0.01}', ['0.07', '19.99', '1e3'], ['0.075']],
  ['{"multipleOf":3}', ['9007199254740993', '-6'], ['9007199254740994']],
  ['{"multipleOf":1e-300}', ['1', '1e-300'], ['1e-301']],
  ['{"minLength":2,"maxLength":2}', ['"ab"', '"😀😀"', '1'], ['"a"', '"abc"', '"😀"']],
  ['{"pattern":"b"}', ['"abc"', '1'], ['"ac"']],
  ['{"format":"unheard-of"}', ['"x"'], []],
  ['{"minItems":1,"maxItems":2}', ['[1]', '{}'], ['[]', '[1,2,3]']],
  ['{"uniqueItems":true}', ['[1,"1",[1],{"a":1}]'], ['[{"a":1,"b":2},{"b":2.0,"a":1}]']],
  ['{"items":{"type":"string"}}', ['[]', '["a"]', '{}'], ['["a",1]']],
  ['{"items":[true,{"type":"null"}]}', ['[1]', '[1,null,3]'], ['[1,2]']],
  ['{"items":[true],"additionalItems":false}', ['[1]'], ['[1,2]']],
  ['{"additionalItems":false}', ['[1,2]'], []],
  [`{${in2020},"prefixItems":[true],"items":false}`, ['[1]'], ['[1,2]']],
  ['{"contains":{"const":1}}', ['[0,1]', '{}'], ['[]', '[0]']],
  ['{"contains":{"const":1},"minContains":0}', ['[1]'], ['[0]']],
  [`{${in2020},"contains":{"const":1},"minContains":0,"maxContains":1}`, ['[]', '[1]'], ['[1,1]']],
  ['{"required":["a","__proto__"]}', ['{"a":1,"__proto__":2}', '[]'], ['{"a":1}', '{}']],
  ['{"minProperties":1,"maxProperties":1}', ['{"a":1}'], ['{}', '{"a":1,"b":2}']],
  ['{"propertyNames":{"maxLength":1}}', ['{"a":1}'], ['{"ab":1}']],
  ['{"properties":{"a":{"type":"null"}}}', ['{"a":null}', '{"b":1}', '1'], ['{"a":1}']],
  [
    '{"properties":{"a":true},"patternProperties":{"^x-":{"type":"null"}},"additionalProperties":false}',
    ['{"a":1,"x-b":null}'],
    ['{"x-b":1}', '{"b":1}'],
  ],
  ['{"additionalProperties":{"type":"null"}}', ['{"constructor":null}'], ['{"toString":1}']],
  [
    '{"dependencies":{"a":["b"],"c":{"required":["d"]}}}',
    ['{"a":1,"b":1}'],
    ['{"a":1}', '{"c":1}'],
  ],
  [`{${in2019},"dependentRequired":{"a":["b"]}}`, ['{"a":1,"b":1}', '{}'], ['{"a":1}']],
  [`{${in2019},"dependentSchemas":{"a":false}}`, ['{}'], ['{"a":1}']],
  ['{"dependentRequired":{"a":["b"]}}', ['{"a":1}'], []],
  ['{"allOf":[{"minimum":1},{"maximum":2}]}', ['1'], ['0', '3']],
  ['{"anyOf":[{"type":"null"},{"minimum":2}]}', ['null', '2'], ['1']],
  ['{"oneOf":[{"minimum":1},{"maximum":2}]}', ['0', '3'], ['1']],
  ['{"not":{"type":"null"}}', ['1'], ['null']],
  [
    '{"if":{"properties":{"a":{"const":1}},"required":["a"]},"then":{"required":["b"]},"else":{"required":["c"]}}',
    ['{"a":1,"b":1}', '{"c":1}'],
    ['{"a":1,"c":1}', '{"a":2,"b":1}'],
  ],
  [`{${in4},"if":true,"then":false,"const":1,"contains":false}`, ['2', '[]'], []],
  [`{${in4},"minimum":1,"exclusiveMinimum":true}`, ['1.1'], ['1']],
  ['{"$ref":"#/definitions/a~1b%25","definitions":{"a/b%":{"type":"null"}}}', ['null'], ['1']],
  [
    '{"properties":{"next":{"$ref":"#"}},"additionalProperties":false}',
    ['{"next":{}}'],
    ['{"next":{"a":1}}'],
  ],
  [
    '{"$id":"http://x/root.json","$ref":"other.json","definitions":{"a":{"$id":"other.json","type":"null"}}}',
    ['null'],
    ['1'],
  ],
  [`{${in2020},"$ref":"#a","$defs":{"x":{"$anchor":"a","type":"null"}}}`, ['null'], ['1']],
  [
    // A tree that its extension closes: every level is of the extension.
    `{${in2020},"$id":"http://x/strict","$dynamicAnchor":"node","$ref":"tree","unevaluatedProperties":false,"$defs":{"tree":{"$id":"tree","$dynamicAnchor":"node","properties":{"data":true,"children":{"items":{"$dynamicRef":"#node"}}}}}}`,
    ['{"children":[{"data":1}]}'],
    ['{"children":[{"daat":1}]}'],
  ],
  [
    `{${in2019},"$id":"http://x/strict","$recursiveAnchor":true,"$ref":"tree","unevaluatedProperties":false,"$defs":{"tree":{"$id":"tree","$recursiveAnchor":true,"properties":{"data":true,"children":{"items":{"$recursiveRef":"#"}}}}}}`,
    ['{"children":[{"data":1}]}'],
    ['{"children":[{"daat":1}]}'],
  ],
  [
    `{${in2020},"properties":{"a":true},"allOf":[{"properties":{"b":true}}],"unevaluatedProperties":false}`,
    ['{"a":1,"b":1}'],
    ['{"c":1}'],
  ],
  [
    `{${in2020},"anyOf":[{"properties":{"a":{"const":1}},"required":["a"]},{"properties":{"b":true}}],"unevaluatedProperties":false}`,
    ['{"a":1,"b":1}', '{"b":1}'],
    ['{"a":2}'],
  ],
  [
    `{${in2020},"if":{"properties":{"a":{"const":1}},"required":["a"]},"then":{"properties":{"b":true}},"unevaluatedProperties":false}`,
    ['{"a":1,"b":2}', '{}'],
    ['{"a":2}', '{"b":2}'],
  ],
  [
    `{${in2020},"not":{"properties":{"a":true},"required":["b"]},"unevaluatedProperties":{"type":"null"}}`,
    ['{"a":null}'],
    ['{"a":1}'],
  ],
  [`{${in2020},"prefixItems":[true],"unevaluatedItems":false}`, ['[1]'], ['[1,2]']],
  [`{${in2020},"allOf":[{"items":true}],"unevaluatedItems":false}`, ['[1,2]'], []],
  [
    `{${in2020},"prefixItems":[true],"contains":{"type":"string"},"unevaluatedItems":false}`,
    ['[1,"a","b"]'],
    ['[1,"a",2]'],
  ],
  [
    `{${in2019},"items":[true],"contains":{"type":"string"},"unevaluatedItems":false}`,
    ['["a"]'],
    ['[1,"a"]'],
  ],
  // Java's registry clients take what stands beside a reference into account, in old drafts as well.
  [
    '{"$ref":"#/definitions/a","maxLength":1,"definitions":{"a":{"type":"string"}}}',
    ['"a"'],
    ['"ab"'],
  ],
];

describe('checkValue of a JSON Schema', () => {
  it.for(table)('%s', ([schema, right, wrong]) => {
    for (const text of right) expect([text, fits(schema, parseValue(text))]).toEqual([text, true]);
    for (const text of wrong) expect([text, fits(schema, parseValue(text))]).toEqual([text, false]);
  });

  it.for([
    ['date', ['2024-02-29', '0000-01-01'], ['2023-02-29', '2024-13-01', '24-01-01', '2024-1-1']],
    [
      'time',
      ['12:30:00Z', '23:59:60Z', '01:00:00.5+02:00'],
      ['12:30:00', '24:00:00Z', '12:30:60Z'],
    ],
    [
      'date-time',
      ['2024-05-31T12:30:00Z', '2024-05-31t12:30:00.123-08:00'],
      ['2024-05-31', '2024-05-31T12:30:00'],
    ],
    ['duration', ['P1D', 'PT1H30M', 'P4W', 'P1Y2M3DT4H5M6S'], ['P', 'PT', '1D', 'P1W1D']],
    [
      'email',
      ['a@b.example', 'a.b+c@x.org', '"a b"@x.org', 'a@[127.0.0.1]'],
      ['a', '@b', 'a..b@x', 'a@-b'],
    ],
    ['hostname', ['example.com', 'a-b'], ['-a', 'a_b', 'a..b', 'x'.repeat(64)]],
    ['ipv4', ['1.2.3.4', '255.255.255.255'], ['1.2.3', '256.1.1.1', '01.2.3.4', '1.2.3.4.5']],
    [
      'ipv6',
      ['::1', '2001:db8::1', '::ffff:1.2.3.4', '1:2:3:4:5:6:7:8'],
      ['1::2::3', ':::', '12345::', '1:2:3', '1:2:3:4:5:6:7:8:9'],
    ],
    [
      'uri',
      ['http://a/b?c#d', 'urn:x:y', 'http://[::1]:80/'],
      ['/a', 'http://a b', 'http://a/%zz', 'http://[x]/'],
    ],
    ['uri-reference', ['/a', '../b#c', ''], ['a b', '\\\\x', '#a#b']],
    ['uri-template', ['http://x/{id}', '/{?a,b*}'], ['http://x/{id', '/}']],
    ['uuid', ['6F1F8C5E-2A53-4D7B-9C1E-0A7D3C5B9E21'], ['6f1f8c5e2a534d7b9c1e0a7d3c5b9e21']],
    ['json-pointer', ['', '/a/~0~1'], ['a', '/~2', '/~']],
    ['relative-json-pointer', ['0', '1/a', '2#'], ['-1', '/a', '01', '1a']],
    ['regex', ['^a+$'], ['(', '[z-a]']],
    ['byte', ['aGk=', ''], ['aGk', 'a?==']],
  ] as const)('knows the format %s', ([format, right, wrong]) => {
    const schema = JSON.stringify({ format });
    for (const text of right) expect([text, fits(schema, text)]).toEqual([text, true]);
    for (const text of wrong) expect([text, fits(schema, text)]).toEqual([text, false]);
    expect(fits(schema, 12)).toBe(true);
  });

  it('knows how wide integers are', () => {
    expect(fits('{"format":"int32"}', 2 ** 31)).toBe(false);
    expect(fits('{"format":"int64"}', 2n ** 63n - 1n)).toBe(true);
    expect(fits('{"format":"int64"}', 2n ** 63n)).toBe(false);
  });

  it('finds what is referred to by name, each in its own draft', () => {
    const references = [
      { name: 'money.json', text: '{"$ref":"currency.json","type":"string"}' },
      { name: 'currency.json', text: `{${in4},"enum":["EUR"],"const":"never"}` },
    ];
    const schema = '{"properties":{"price":{"$ref":"money.json"}}}';
    expect(fits(schema, { price: 'EUR' }, references)).toBe(true);
    expect(fits(schema, { price: 'USD' }, references)).toBe(false);
  });

  it('keeps schemas of the same $id apart', () => {
    const [texts, numbers] = ['string', 'number'].map((type) =>
      parseSchema('JSON', JSON.stringify({ $id: 'http://x/same', type })),
    );
    if (texts === undefined || numbers === undefined) throw new Error('there are two');
    expect(checkValue(texts, 'a').valid && checkValue(numbers, 1).valid).toBe(true);
    expect(checkValue(texts, 1).valid || checkValue(numbers, 'a').valid).toBe(false);
  });

  it('takes a $schema and an $id that mean nothing', () => {
    expect(fits('{"$schema":"urn:nowhere","$id":"not a uri","type":"null"}', null)).toBe(true);
  });

  it('says so where a reference leads nowhere, but only where it is needed', () => {
    const schema = '{"properties":{"a":{"$ref":"#/definitions/none"}}}';
    expect(fits(schema, {})).toBe(true);
    expect(() => fits(schema, { a: 1 })).toThrow(
      '"#/definitions/none" at /properties/a leads nowhere',
    );
  });

  it('says so where a schema refers to itself and says nothing', () => {
    expect(() => fits('{"allOf":[{"$ref":"#"}]}', 1)).toThrow(
      expect.toSatisfy((error) => isSchemaError(error, 'invalid_schema')),
    );
  });
});
