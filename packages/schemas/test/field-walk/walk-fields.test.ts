import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SchemaField } from '../../src/index.ts';
import { parseAvro, walkFields } from '../../src/index.ts';
import { adversarialSchemas } from '../adversarial-schemas.ts';
import { arbitraryAvro } from '../avro/arbitrary-schema.ts';
import { cpuClock } from '../cpu-time.ts';

const walk = (schema: unknown): SchemaField[] => walkFields(parseAvro(JSON.stringify(schema)));
const record = (...fields: object[]) => ({ type: 'record', name: 'R', fields });

/** The value that a JSON pointer leads to. */
function resolve(json: unknown, pointer: string): unknown {
  const steps = pointer.split('/').slice(1);
  return steps.reduce<unknown>((part, step) => Reflect.get(Object(part), step), json);
}

function countFields(json: unknown): number {
  if (typeof json !== 'object' || json === null) return 0;
  const inner = Object.entries(json).reduce(
    (sum, [key, part]) => sum + (key === 'default' ? 0 : countFields(part)),
    0,
  );
  const isRecord = 'type' in json && (json.type === 'record' || json.type === 'error');
  return isRecord && 'fields' in json && Array.isArray(json.fields)
    ? inner + json.fields.length
    : inner;
}

const shop = {
  type: 'record',
  name: 'Order',
  namespace: 'shop',
  fields: [
    {
      name: 'customer',
      type: {
        type: 'record',
        name: 'Customer',
        fields: [
          { name: 'email', type: ['null', 'string'], default: null, 'confluent:tags': ['PII'] },
          { name: 'address', type: record({ name: 'street', type: 'string', doc: 'Where.' }) },
        ],
      },
    },
    {
      name: 'lines',
      aliases: ['items'],
      type: {
        type: 'array',
        items: {
          type: 'record',
          name: 'Line',
          fields: [
            {
              name: 'price',
              type: { type: 'bytes', logicalType: 'decimal', precision: 9, scale: 2 },
            },
            { name: 'max', type: 'long', default: 1 },
          ],
        },
      },
    },
    {
      name: 'status',
      type: { type: 'map', values: { type: 'enum', name: 'Status', symbols: ['NEW', 'OLD'] } },
    },
    { name: 'parent', type: ['null', 'Order'], default: null },
    { name: 'invoiceTo', type: ['null', 'Customer'] },
  ],
};

describe('walkFields', () => {
  it('lists a field and then the fields of what it leads to', () => {
    const shown = walk(shop).map(({ path, type, depth, record }) => [path, type, depth, record]);
    expect(shown).toEqual([
      ['customer', 'Customer', 0, 'shop.Order'],
      ['customer.email', 'string', 1, 'shop.Customer'],
      ['customer.address', 'R', 1, 'shop.Customer'],
      ['customer.address.street', 'string', 2, 'shop.R'],
      ['lines', 'array of Line', 0, 'shop.Order'],
      ['lines[].price', 'bytes', 1, 'shop.Line'],
      ['lines[].max', 'long', 1, 'shop.Line'],
      ['status', 'map of Status', 0, 'shop.Order'],
      ['parent', 'Order', 0, 'shop.Order'],
      ['invoiceTo', 'Customer', 0, 'shop.Order'],
    ]);
  });

  it('tells all that is known of a field', () => {
    const fields = new Map(walk(shop).map((field) => [field.path, field]));
    expect(fields.get('customer.email')).toEqual({
      path: 'customer.email',
      pointer: '/fields/0/type/fields/0',
      name: 'email',
      record: 'shop.Customer',
      depth: 1,
      type: 'string',
      nullable: true,
      hasDefault: true,
      default: null,
      doc: undefined,
      logicalType: undefined,
      tags: ['PII'],
      aliases: [],
      symbols: undefined,
      leadsTo: [],
      recursive: false,
    });
    expect(fields.get('lines[].price')?.logicalType).toEqual({
      name: 'decimal',
      precision: 9,
      scale: 2,
      understood: true,
    });
    expect(fields.get('lines')).toMatchObject({ aliases: ['items'], hasDefault: false });
    expect(fields.get('status')?.symbols).toEqual(['NEW', 'OLD']);
    expect(fields.get('customer.address.street')?.doc).toBe('Where.');
  });

  it('keeps a default as it is written', () => {
    const text =
      '{"type":"record","name":"R","fields":[{"name":"a","type":"long","default":9007199254740993}]}';
    expect(walkFields(parseAvro(text))[0]?.default).toEqual({ number: '9007199254740993' });
  });

  it('ends at a record that is open, and refers to one that was opened before', () => {
    const [parent, invoiceTo] = walk(shop).slice(-2);
    expect(parent).toMatchObject({
      recursive: true,
      leadsTo: [{ type: 'shop.Order', fieldsAt: '' }],
    });
    expect(invoiceTo).toMatchObject({
      recursive: false,
      nullable: true,
      leadsTo: [{ type: 'shop.Customer', fieldsAt: 'customer' }],
    });
  });

  it('names the branch of a union only where it holds several records', () => {
    const inner = (name: string) => ({ ...record({ name: 'x', type: 'int' }), name });
    const paths = (union: unknown[]) =>
      walk(record({ name: 'pay', type: union })).map(({ path }) => path);
    expect(paths(['null', inner('Card')])).toEqual(['pay', 'pay.x']);
    expect(paths(['null', inner('Card'), { type: 'array', items: inner('Cash') }])).toEqual([
      'pay',
      'pay.x',
      'pay[].x',
    ]);
    expect(paths([inner('Card'), inner('Cash')])).toEqual(['pay', 'pay(Card).x', 'pay(Cash).x']);
    expect(paths([inner('a.Card'), inner('b.Card')])).toEqual([
      'pay',
      'pay(a.Card).x',
      'pay(b.Card).x',
    ]);
    expect(walk([inner('Card'), inner('Cash')]).map(({ path }) => path)).toEqual([
      '(Card).x',
      '(Cash).x',
    ]);
    expect(walk({ type: 'array', items: inner('Card') }).map(({ path }) => path)).toEqual(['[].x']);
  });

  it.for([
    ['array of nullable string', { type: 'array', items: ['null', 'string'] }],
    ['map of (union of int, string)', { type: 'map', values: ['int', 'string'] }],
    [
      'array of (nullable union of int, string)',
      { type: 'array', items: ['int', 'null', 'string'] },
    ],
    ['union of a.F, b.F', ['a', 'b'].map((namespace) => fixed(namespace))],
    ['null', 'null'],
    ['union of nothing', []],
  ] as const)('says a type in words: %s', ([words, type]) => {
    expect(walk(record({ name: 'a', type }))[0]?.type).toBe(words);
  });

  it('cuts a union that is too long for a sentence', () => {
    const branches = Array.from({ length: 100 }, (_, index) => fixed(`n${index}`, `F${index}`));
    expect(walk(record({ name: 'a', type: branches }))[0]?.type).toMatch(
      /^union of F0, .*… \(88 more\)$/,
    );
  });

  it('marks a logical type that Avro ignores', () => {
    const type = { type: 'string', logicalType: 'timestamp-millis' };
    const [field] = walk(record({ name: 'a', type: ['null', { type: 'array', items: type }] }));
    expect(field?.logicalType).toEqual({ name: 'timestamp-millis', understood: false });
  });

  it('adds the tags of the metadata', () => {
    const metadataTags = {
      '**.email': ['MAIL', 'PII'],
      'shop.Line.*': ['MONEY'],
      'shop.*': ['NO'],
    };
    const fields = walkFields(parseAvro(JSON.stringify(shop)), { metadataTags });
    const tagged = fields.filter(({ tags }) => tags.length > 0);
    expect(tagged.map(({ path, tags }) => [path, tags])).toEqual([
      ['customer.email', ['PII', 'MAIL']],
      ['lines[].price', ['MONEY']],
      ['lines[].max', ['MONEY']],
    ]);
  });

  it('has no pointer into what a reference defines', () => {
    const references = [
      {
        name: 'line',
        text: '{"type":"record","name":"Line","fields":[{"name":"n","type":"int"}]}',
      },
    ];
    const schema = parseAvro(JSON.stringify(record({ name: 'line', type: 'Line' })), {
      references,
    });
    expect(walkFields(schema).map(({ path, pointer }) => [path, pointer])).toEqual([
      ['line', '/fields/0'],
      ['line.n', undefined],
    ]);
  });

  it('covers every field that the text has, each once and in its place', () => {
    fc.assert(
      fc.property(arbitraryAvro, (text) => {
        const schema = parseAvro(text);
        const stored: unknown = JSON.parse(schema.text);
        const fields = walkFields(schema);
        expect(fields).toHaveLength(countFields(stored));
        expect(new Set(fields.map(({ pointer }) => pointer)).size).toBe(fields.length);
        for (const { pointer = '?', name } of fields) {
          expect(resolve(stored, pointer)).toMatchObject({ name });
        }
      }),
    );
  });

  it.for(Object.entries(adversarialSchemas('long')))(
    'is done with %s within a second',
    ([, text]) => {
      const schema = parseAvro(text);
      const elapsed = cpuClock();
      const fields = walkFields(schema, { metadataTags: { '**.a*b*c*': ['T'] } });
      expect(elapsed()).toBeLessThan(1000);
      expect(fields.length).toBeLessThanOrEqual(10_000);
    },
  );
});

function fixed(namespace: string, name = 'F'): object {
  return { type: 'fixed', name, namespace, size: 4 };
}
