import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isSchemaError,
  type JsonValue,
  normalizeSchema,
  parseSchema,
  printLosslessJson,
} from '../../src/index.ts';
import { refusal } from '../avro/refusal.ts';
import { arbitraryJson } from '../lossless-json/arbitrary-json.ts';
import { adversarialSchemas } from './adversarial-schemas.ts';
import { arbitrarySchema } from './arbitrary-schema.ts';

const parse = (schema: unknown) => parseSchema('JSON', JSON.stringify(schema));
const draftUrls = {
  'draft-04': 'http://json-schema.org/draft-04/schema#',
  'draft-06': 'http://json-schema.org/draft-06/schema#',
  'draft-07': 'http://json-schema.org/draft-07/schema#',
  '2019-09': 'https://json-schema.org/draft/2019-09/schema',
  '2020-12': 'https://json-schema.org/draft/2020-12/schema',
} as const;
const allDrafts = Object.keys(draftUrls) as (keyof typeof draftUrls)[];
const old = ['draft-04', 'draft-06', 'draft-07'] as const;
const since06 = ['draft-06', 'draft-07', '2019-09', '2020-12'] as const;
const modern = ['2019-09', '2020-12'] as const;
const inDraft = (draft: keyof typeof draftUrls, schema: object) => ({
  $schema: draftUrls[draft],
  ...schema,
});

describe('JSON Schema', () => {
  it('is stored without white space, its keys in order', () => {
    const text = '{ "type" : "object",\n "2": 1, "1": { "b": [ ], "a": { } } }';
    const schema = parseSchema('JSON', text);
    expect(schema.text).toBe('{"type":"object","2":1,"1":{"b":[],"a":{}}}');
    expect(normalizeSchema(schema)).toBe('{"1":{"a":{},"b":[]},"2":1,"type":"object"}');
  });

  it('keeps the last of equal keys, at the place of the first', () => {
    const text = '{"title":"a","type":"string","title":"b"}';
    expect(parseSchema('JSON', text).text).toBe('{"title":"b","type":"string"}');
  });

  it.for([
    ['1.0', '1.0'],
    ['1e3', '1E+3'],
    ['12.50e3', '1.250E+4'],
    ['1e-3', '0.001'],
    ['1E-7', '1E-7'],
    ['0.0000001', '1E-7'],
    ['-0.0', '0.0'],
    ['-0', '0'],
    ['0e5', '0E+5'],
    ['9223372036854775808', '9223372036854775808'],
    ['0.1000000000000000055511151231257827', '0.1000000000000000055511151231257827'],
  ])('writes the number %s as %s', ([from, to]) => {
    expect(parseSchema('JSON', `{"const":${from}}`).text).toBe(`{"const":${to}}`);
  });

  it.for(allDrafts)('knows %s by its $schema', (draft) => {
    expect(parse(inDraft(draft, {}))).toMatchObject({ draft });
  });

  it.for([
    [undefined, 'draft-07'],
    ['http://example.com/mine', 'draft-07'],
    ['http://json-schema.org/draft-03/schema#', 'draft-07'],
    ['http://json-schema.org/schema#', 'draft-04'],
    ['https://json-schema.org/draft-06/schema', 'draft-06'],
    ['https://json-schema.org/draft/2020-12/schema#', '2020-12'],
  ] as const)('reads a schema of $schema %s as %s', ([$schema, draft]) => {
    expect(parse({ $schema })).toMatchObject({ draft });
  });
});

describe('a text that is no JSON', () => {
  it.for(['', '{} {}', '{} // c', '{"a":}', "{'a':1}", '\ufeff{}', '{"a":NaN}', '[1,]'])(
    'is refused with its place: %j',
    (text) => {
      const error = refusal(text, {}, 'JSON');
      expect(error).toMatchObject({ code: 'invalid_schema', details: `Invalid JSON ${text}` });
      expect(error.line).toBe(1);
      expect(error.column).toBeGreaterThan(0);
    },
  );

  it('is refused as stored, too', () => {
    expect(refusal('{', { validation: 'stored' }, 'JSON').code).toBe('invalid_schema');
  });

  it('is refused in words where it nests 10,000 levels', () => {
    expect(refusal('{"not":'.repeat(10_000), {}, 'JSON').code).toBe('too_large');
  });
});

describe('JSON that is no JSON Schema', () => {
  it.for(['null', '1', '"string"', '[]'])('is refused: %s', (text) => {
    expect(refusal(text, {}, 'JSON')).toMatchObject({ code: 'invalid_schema', line: undefined });
    expect(refusal(text, { validation: 'stored' }, 'JSON').code).toBe('invalid_schema');
  });

  const wrong: [string, unknown, readonly (keyof typeof draftUrls)[]][] = [
    ['allOf', {}, allDrafts],
    ['allOf', [1], allDrafts],
    ['anyOf', 'x', allDrafts],
    ['oneOf', [null], allDrafts],
    ['not', [], allDrafts],
    ['enum', 'a', allDrafts],
    ['type', 'nope', allDrafts],
    ['type', 1, allDrafts],
    ['type', ['string', 'nope'], allDrafts],
    ['type', [{}], allDrafts],
    ['title', 1, allDrafts],
    ['title', null, allDrafts],
    ['description', ['a'], allDrafts],
    ['format', {}, allDrafts],
    ['pattern', 1, allDrafts],
    ['pattern', '[', allDrafts],
    ['minLength', '1', allDrafts],
    ['maxLength', 1.5, old],
    ['maxItems', 3_000_000_000, old],
    ['minItems', null, allDrafts],
    ['minProperties', [], allDrafts],
    ['maxProperties', true, allDrafts],
    ['uniqueItems', 1, allDrafts],
    ['minimum', '1', allDrafts],
    ['maximum', {}, allDrafts],
    ['multipleOf', true, allDrafts],
    ['multipleOf', 0, old],
    ['exclusiveMinimum', 1, ['draft-04']],
    ['exclusiveMinimum', true, since06],
    ['exclusiveMaximum', true, since06],
    ['required', 'a', allDrafts],
    ['required', true, allDrafts],
    ['required', [1], allDrafts],
    ['properties', [], allDrafts],
    ['properties', { a: 1 }, allDrafts],
    ['patternProperties', { '[': {} }, allDrafts],
    ['patternProperties', { a: 'x' }, allDrafts],
    ['additionalProperties', 'x', allDrafts],
    ['additionalProperties', null, allDrafts],
    ['propertyNames', 'x', since06],
    ['contains', [], since06],
    ['items', 1, allDrafts],
    ['items', [1], allDrafts],
    ['items', true, ['draft-04']],
    ['items', [{}], modern],
    ['prefixItems', {}, modern],
    ['additionalItems', 'x', old],
    ['dependencies', { a: 'b' }, old],
    ['dependencies', { a: [1] }, old],
    ['dependencies', { a: true }, ['draft-04']],
    ['$defs', { a: { type: 'nope' } }, modern],
    ['dependentRequired', { a: 'b' }, modern],
    ['dependentSchemas', { a: [] }, modern],
    ['unevaluatedItems', 1, modern],
    ['unevaluatedProperties', 'x', modern],
    ['if', 1, ['draft-07', ...modern]],
    ['then', 1, ['draft-07']],
    ['else', [], ['draft-07']],
    ['readOnly', 'x', ['draft-07', ...modern]],
    ['writeOnly', 1, ['draft-07', ...modern]],
    ['deprecated', 1, modern],
    ['id', 1, ['draft-04']],
    ['$id', 1, ['draft-06', 'draft-07']],
    ['$id', 'a b', since06],
    ['$schema', 1, ['draft-07']],
    ['$ref', 1, allDrafts],
    ['$ref', '#/definitions/none', allDrafts],
    ['$ref', '#none', modern],
    ['$ref', 'none.json', allDrafts],
    ['$ref', 'http://example.com/none', allDrafts],
    ['$ref', '#/a b', allDrafts],
    ['$ref', '#/type', allDrafts],
    ['$dynamicRef', '#none', modern],
  ];
  const cases = wrong.flatMap(([keyword, value, drafts]) =>
    drafts.map((draft) => [keyword, value, draft] as const),
  );

  it.for(cases)('is refused: %s of %j in %s', ([keyword, value, draft]) => {
    const inside = inDraft(draft, { type: 'object', properties: { a: { [keyword]: value } } });
    const top = keyword === '$schema' ? { $schema: value } : inside;
    const error = refusal(top, {}, 'JSON');
    expect(error).toMatchObject({ code: 'invalid_schema', details: 'Invalid JSON' });
    expect(error.message).toContain(keyword);
    const { text } = parseSchema('JSON', JSON.stringify(top), { validation: 'stored' });
    expect(text).toBe(JSON.stringify(top));
  });

  it.for([
    ['minLength', -1, allDrafts],
    ['minLength', 2.0, allDrafts],
    ['maxLength', 1.5, modern],
    ['enum', [], allDrafts],
    ['anyOf', [], allDrafts],
    ['type', [], allDrafts],
    ['type', ['string', 'string'], allDrafts],
    ['required', ['a', 'a'], allDrafts],
    ['exclusiveMinimum', true, ['draft-04']],
    ['additionalProperties', false, allDrafts],
    ['additionalItems', true, old],
    ['items', [{}], old],
    ['const', null, allDrafts],
    ['format', 'nobody-knows', allDrafts],
    ['x-mine', { $ref: '#none' }, allDrafts],
    ['default', { $ref: '#none' }, allDrafts],
    ['examples', 'x', allDrafts],
    ['definitions', { unused: { type: 'nope' } }, allDrafts],
    ['$defs', { unused: { type: 'nope' } }, old],
    ['properties', { a: true }, allDrafts],
    ['properties', { $id: 'x' }, ['draft-06', 'draft-07']],
    ['allOf', [true], allDrafts],
    ['$ref', '#none', old],
    ['then', 1, modern],
    ['$id', 1, modern],
    ['properties', { $ref: { type: 'string' }, enum: {}, id: {} }, allDrafts],
    ['if', 1, ['draft-04', 'draft-06']],
    ['dependencies', 'x', modern],
    ['prefixItems', 'x', old],
    ['id', 1, since06],
    ['$id', 1, ['draft-04']],
  ] as [string, unknown, readonly (keyof typeof draftUrls)[]][])(
    'is not what %s of %j is, in %s',
    ([keyword, value, drafts]) => {
      for (const draft of drafts) {
        const schema = inDraft(draft, { properties: { a: { [keyword]: value } } });
        expect(parse(schema).text).toBe(JSON.stringify(schema));
      }
    },
  );

  it('says where, in the schema or in a reference', () => {
    const wrongPart = { allOf: [{ properties: { 'a/b': { type: 'nope' } } }] };
    expect(refusal(wrongPart, {}, 'JSON').message).toBe(
      'The JSON Schema is not valid. At #/allOf/0/properties/a~1b: type must be a type or an array of types, each one of array, boolean, integer, null, number, object, string, and is "nope".',
    );
    const references = [{ name: 'part.json', text: JSON.stringify(wrongPart) }];
    expect(refusal({ $ref: 'part.json' }, { references }, 'JSON').message).toContain(
      'In the reference part.json at #/allOf/0/properties/a~1b: type ',
    );
  });

  it('looks at nothing beside a $ref before 2019-09', () => {
    const schema = { $ref: '#/definitions/a', minLength: 'x', definitions: { a: {} } };
    expect(parse(schema).text).toBe(JSON.stringify(schema));
    expect(refusal(inDraft('2020-12', schema), {}, 'JSON').message).toContain('minLength');
  });

  it('reads what a $ref leads to as a schema', () => {
    const schema = { $ref: '#/x-parts/0', 'x-parts': [{ type: 'nope' }] };
    expect(refusal(schema, {}, 'JSON').message).toContain('At #/x-parts/0: type ');
  });

  it('reads what has an identifier since 2019-09, and wants it to be unique', () => {
    const twice = { $defs: { a: { $id: 'http://x/a' }, b: { $id: 'http://x/a' } } };
    expect(refusal(inDraft('2020-12', twice), {}, 'JSON').message).toContain('http://x/a');
    expect(parse(twice)).toMatchObject({ draft: 'draft-07' });
    const broken = { $defs: { a: { $anchor: 'a', type: 'nope' } } };
    expect(refusal(inDraft('2019-09', broken), {}, 'JSON').message).toContain('#/$defs/a');
  });
});

describe('any JSON', () => {
  const whole = (value: JsonValue) => printLosslessJson(value);

  it('is taken or refused with a reason', () => {
    fc.assert(
      fc.property(fc.oneof(arbitraryJson.map(whole), arbitrarySchema.map(whole)), (text) => {
        try {
          expect(parseSchema('JSON', text).type).toBe('JSON');
        } catch (error) {
          expect(isSchemaError(error, 'invalid_schema')).toBe(true);
        }
      }),
    );
  });

  it('changes no more once it was printed or normalised', () => {
    fc.assert(
      fc.property(arbitrarySchema, (value) => {
        const schema = parseSchema('JSON', whole(value), { validation: 'stored' });
        const again = parseSchema('JSON', schema.text, { validation: 'stored' });
        expect(again.text).toBe(schema.text);
        const normalized = normalizeSchema(schema);
        const twice = parseSchema('JSON', normalized, { validation: 'stored' });
        expect([twice.text, normalizeSchema(twice)]).toEqual([normalized, normalized]);
      }),
    );
  });

  it('is normalised to the same whatever the order of keys and the white space', () => {
    fc.assert(
      fc.property(arbitrarySchema, fc.constantFrom(' ', '\n', '\t \r\n'), (value, blank) => {
        const schema = parseSchema('JSON', whole(value), { validation: 'stored' });
        const other = whole(reversed(value)).replace(/^\{|\}$/g, (brace) => blank + brace + blank);
        const shuffled = parseSchema('JSON', other, { validation: 'stored' });
        expect(normalizeSchema(shuffled)).toBe(normalizeSchema(schema));
      }),
    );
  });
});

function reversed(value: JsonValue): JsonValue {
  if (value instanceof Map) {
    return new Map([...value].reverse().map(([key, member]) => [key, reversed(member)]));
  }
  return Array.isArray(value) ? value.map(reversed) : value;
}

describe('schemas that are made to be too much', () => {
  it.for(Object.entries(adversarialSchemas()))('%s: taken or refused in words', ([, text]) => {
    try {
      const schema = parseSchema('JSON', text);
      expect(normalizeSchema(schema).length).toBe(text.length);
    } catch (error) {
      expect(isSchemaError(error)).toBe(true);
    }
  });
});
