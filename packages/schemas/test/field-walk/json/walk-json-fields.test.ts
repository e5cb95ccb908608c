import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SchemaField } from '../../../src/index.ts';
import { parseSchema, walkFields } from '../../../src/index.ts';
import { cpuTime } from '../../cpu-time.ts';
import { arbitraryJsonSchema } from './arbitrary-json-schema.ts';
import { hostileJsonSchemas } from './hostile-json-schemas.ts';

const parse = (schema: unknown, references: { name: string; text: string }[] = []) =>
  parseSchema('JSON', JSON.stringify(schema), { validation: 'stored', references });
const walk = (schema: unknown): SchemaField[] => walkFields(parse(schema));
const paths = (schema: unknown): string[] => walk(schema).map(({ path }) => path);
const object = (properties: object, more: object = {}) => ({ type: 'object', properties, ...more });
const string = { type: 'string' };
const newest = { $schema: 'https://json-schema.org/draft/2020-12/schema' };

/** The value that a JSON pointer leads to. */
function resolve(json: unknown, pointer: string): unknown {
  const steps = pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  return steps.reduce<unknown>((part, step) => Reflect.get(Object(part), step), json);
}

const shop = {
  ...newest,
  title: 'Order',
  type: 'object',
  required: ['customer'],
  properties: {
    customer: { $ref: '#/$defs/Customer' },
    lines: {
      type: 'array',
      items: object({ price: { type: 'number', default: 1 }, max: { type: ['null', 'integer'] } }),
    },
    status: { additionalProperties: { enum: ['NEW', 'OLD', 3] } },
    parent: { anyOf: [{ type: 'null' }, { $ref: '#' }] },
    invoiceTo: { $ref: '#/$defs/Customer', description: 'Who pays.' },
  },
  $defs: {
    Customer: object(
      {
        email: { type: ['string', 'null'], format: 'email', 'confluent:tags': ['PII'] },
        address: object({ street: { type: 'string', title: 'Where.', deprecated: true } }),
      },
      { required: ['email'], description: 'A customer.' },
    ),
  },
};

describe('walkFields, for JSON Schema', () => {
  it('lists a property and then the properties of what it leads to', () => {
    const shown = walk(shop).map(({ path, type, depth, record }) => [path, type, depth, record]);
    expect(shown).toEqual([
      ['customer', 'Customer', 0, 'Order'],
      ['customer.email', 'string', 1, 'Customer'],
      ['customer.address', 'object', 1, 'Customer'],
      ['customer.address.street', 'string', 2, 'customer.address'],
      ['lines', 'array of object', 0, 'Order'],
      ['lines[].price', 'number', 1, 'lines[]'],
      ['lines[].max', 'integer', 1, 'lines[]'],
      ['status', 'map of enum', 0, 'Order'],
      ['parent', 'Order', 0, 'Order'],
      ['invoiceTo', 'Customer', 0, 'Order'],
    ]);
  });

  it('tells all that is known of a property', () => {
    const fields = new Map(walk(shop).map((field) => [field.path, field]));
    expect(fields.get('customer.email')).toEqual({
      path: 'customer.email',
      pointer: '/$defs/Customer/properties/email',
      name: 'email',
      record: 'Customer',
      depth: 1,
      type: 'string',
      nullable: true,
      hasDefault: false,
      default: undefined,
      doc: undefined,
      logicalType: { name: 'email', understood: true },
      tags: ['PII'],
      aliases: [],
      symbols: undefined,
      leadsTo: [],
      recursive: false,
      required: true,
    });
    expect(fields.get('customer.address.street')).toMatchObject({
      doc: 'Where.',
      deprecated: true,
      required: false,
    });
    expect(fields.get('lines[].price')).toMatchObject({
      hasDefault: true,
      default: { number: '1' },
      nullable: false,
    });
    expect(fields.get('lines[].max')?.nullable).toBe(true);
    expect(fields.get('status')?.symbols).toEqual(['NEW', 'OLD', '3']);
    expect(fields.get('customer')).toMatchObject({ required: true, doc: 'A customer.' });
  });

  it('ends at an object that is open, and refers to one that was opened before', () => {
    const [parent, invoiceTo] = walk(shop).slice(-2);
    expect(parent).toMatchObject({
      recursive: true,
      nullable: true,
      leadsTo: [{ type: 'Order', fieldsAt: '' }],
    });
    expect(invoiceTo).toMatchObject({
      recursive: false,
      doc: 'Who pays.',
      leadsTo: [{ type: 'Customer', fieldsAt: 'customer' }],
    });
  });

  it('looks into the parts of allOf as one object', () => {
    const fields = walk({
      allOf: [
        { $ref: '#/definitions/Base' },
        object({ kind: { description: 'Which.' }, own: string }, { required: ['id'] }),
      ],
      definitions: { Base: object({ id: string, kind: { const: 'x' } }) },
    });
    expect(
      fields.map(({ path, required, doc, symbols }) => [path, required, doc, symbols]),
    ).toEqual([
      ['id', true, undefined, undefined],
      ['kind', false, 'Which.', ['x']],
      ['own', false, undefined, undefined],
    ]);
  });

  it('names a branch only where several have properties', () => {
    const one = object({ x: string });
    expect(paths({ oneOf: [{ type: 'null' }, one] })).toEqual(['x']);
    expect(paths({ oneOf: [one, one] })).toEqual(['(oneOf 1).x', '(oneOf 2).x']);
    expect(paths({ anyOf: [{ ...one, title: 'Card' }, one, string] })).toEqual([
      '(Card).x',
      '(anyOf 2).x',
    ]);
    expect(
      paths(
        object(
          { pay: { oneOf: [{ $ref: '#/definitions/Card' }, { $ref: '#/definitions/Cash' }] } },
          { definitions: { Card: object({ number: string }), Cash: object({ coins: string }) } },
        ),
      ),
    ).toEqual(['pay', 'pay(Card).number', 'pay(Cash).coins']);
  });

  it('looks into tuples, maps, conditional parts and definitions that nothing uses', () => {
    const one = (name: string) => object({ [name]: string });
    expect(
      paths({
        ...newest,
        if: one('if'),
        // biome-ignore lint/suspicious/noThenProperty: it is a keyword's name
        then: one('then'),
        else: one('else'),
        not: one('not'),
        dependentSchemas: { card: one('bank') },
        properties: {
          pair: { prefixItems: [one('a'), one('b')], items: one('rest') },
          map: { patternProperties: { '^x': one('c') }, additionalProperties: one('d') },
        },
        $defs: { Unused: one('u') },
      }),
    ).toEqual([
      '(then).then',
      '(else).else',
      '(with card).bank',
      'pair',
      'pair[0].a',
      'pair[1].b',
      'pair[].rest',
      'map',
      'map{}.c',
      'map{}.d',
      '(Unused).u',
    ]);
    expect(
      paths({ properties: { old: { items: [one('a')], additionalItems: one('b') } } }),
    ).toEqual(['old', 'old[0].a', 'old[].b']);
  });

  it.for([
    ['array of nullable string', { type: 'array', items: { type: ['string', 'null'] } }],
    [
      'map of (union of integer, string)',
      { additionalProperties: { type: ['integer', 'string'] }, type: 'object' },
    ],
    [
      'union of string, array of integer',
      { oneOf: [string, { type: 'null' }, { items: { type: 'integer' }, type: 'array' }] },
    ],
    ['tuple of string, integer', { type: 'array', items: [string, { type: 'integer' }] }],
    ['constant "x"', { const: 'x' }],
    ['enum', { type: 'string', enum: ['a', 'b'] }],
    ['anything', {}],
    ['anything', true],
    ['nothing', false],
    ['null', { type: 'null' }],
    [
      'Shared and Other',
      { allOf: [{ $ref: '#/definitions/Shared' }, { $ref: '#/definitions/Other' }] },
    ],
    ['string', { $ref: '#/definitions/Text' }],
    ['Color', { $ref: '#/definitions/Color' }],
    ['array of anything', { type: 'array' }],
  ] as const)('says a type in words: %s', ([words, type]) => {
    const definitions = {
      Shared: object({ a: true }),
      Other: object({ b: true }),
      Text: { ...string, maxLength: 3 },
      Color: { enum: ['RED'] },
    };
    const schema = { properties: { field: type }, definitions };
    expect(walk(schema)[0]?.type).toBe(words);
  });

  it('cuts a union that is too long for a sentence', () => {
    const branches = Array.from({ length: 100 }, (_, index) =>
      object({ [`p${index}`]: string }, { title: `T${index}` }),
    );
    expect(walk(object({ a: { anyOf: branches } }))[0]?.type).toMatch(
      /^union of T0, .*… \(88 more\)$/,
    );
  });

  it('passes over what stands beside a $ref up to draft 7, but not its words', () => {
    const schema = (draft: object) => ({
      ...draft,
      properties: {
        a: { $ref: '#/definitions/A', description: 'Here.', properties: { lost: {} } },
      },
      definitions: { A: object({ x: string }) },
    });
    const shown = (draft: object) => walk(schema(draft)).map(({ path, doc }) => [path, doc]);
    expect(shown({})).toEqual([
      ['a', 'Here.'],
      ['a.x', undefined],
    ]);
    expect(paths(schema(newest))).toEqual(['a', 'a.lost', 'a.x']);
  });

  it('follows identifiers, anchors and references, and has no pointer into the latter', () => {
    const references = [
      {
        name: 'line.json',
        text: '{"title":"Line","properties":{"n":{"$ref":"#/definitions/N"}},"definitions":{"N":{"type":"integer"}}}',
      },
    ];
    const schema = {
      ...newest,
      $id: 'http://example.com/order.json',
      properties: {
        line: { $ref: 'line.json' },
        here: { $ref: '#here' },
        far: { $ref: 'part.json' },
      },
      $defs: {
        a: { $anchor: 'here', type: 'boolean' },
        b: { $id: 'part.json', properties: { deep: string } },
      },
    };
    const fields = walkFields(parse(schema, references));
    expect(fields.map(({ path, type, pointer, record }) => [path, type, pointer, record])).toEqual([
      ['line', 'Line', '/properties/line', 'order'],
      ['line.n', 'integer', undefined, 'Line'],
      ['here', 'boolean', '/properties/here', 'order'],
      ['far', 'b', '/properties/far', 'order'],
      ['far.deep', 'string', '/$defs/b/properties/deep', 'b'],
    ]);
  });

  it('adds the tags of the metadata, whose patterns go over the path from the top', () => {
    const metadataTags = {
      '**.email': ['MAIL', 'PII'],
      '$.lines*.*': ['MONEY'],
      '$.*.*.*': ['DEEP'],
    };
    const tagged = walkFields(parse(shop), { metadataTags }).filter(({ tags }) => tags.length > 0);
    expect(tagged.map(({ path, tags }) => [path, tags])).toEqual([
      ['customer.email', ['PII', 'MAIL']],
      ['customer.address.street', ['DEEP']],
      ['lines[].price', ['MONEY']],
      ['lines[].max', ['MONEY']],
    ]);
  });

  it('never throws, and gives each property its place in the text', () => {
    fc.assert(
      fc.property(arbitraryJsonSchema, (text) => {
        const schema = parseSchema('JSON', text, { validation: 'stored' });
        const stored: unknown = JSON.parse(schema.text);
        const fields = walkFields(schema);
        const pointers = fields.map(({ pointer }) => pointer);
        expect(new Set(pointers).size).toBe(fields.length);
        for (const { pointer = '?', name } of fields) {
          expect(resolve(stored, pointer)).toBeDefined();
          const escaped = name.replaceAll('~', '~0').replaceAll('/', '~1');
          expect(pointer.endsWith(`/properties/${escaped}`)).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it.for(Object.entries(hostileJsonSchemas('integer')))('is soon done with %s', ([, text]) => {
    const schema = parseSchema('JSON', text, { validation: 'stored' });
    let fields: SchemaField[] = [];
    const time = cpuTime(() => {
      fields = walkFields(schema, { metadataTags: { '**.a*b*c*': ['T'] } });
    });
    expect(time).toBeLessThan(3000);
    expect(fields.length).toBeLessThanOrEqual(10_000);
  });
});
