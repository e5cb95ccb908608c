import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAvro, parsingCanonicalForm } from '../../src/index.ts';
import { arbitraryAvro } from './arbitrary-schema.ts';
import { refusal } from './refusal.ts';

const record = (fields: unknown[], more: object = {}) => ({
  type: 'record',
  name: 'R',
  fields,
  ...more,
});

function stored(schema: unknown, references: string[] = []): string {
  const named = references.map((text, index) => ({ name: `r${index}`, text }));
  return parseAvro(JSON.stringify(schema), { references: named }).text;
}

describe('parseAvro', () => {
  it('prints a stored form that is a fixed point', () => {
    fc.assert(
      fc.property(arbitraryAvro, (text) => {
        const { text: once, root } = parseAvro(text);
        const again = parseAvro(once);
        expect(again.text).toBe(once);
        expect(parsingCanonicalForm(again.root)).toBe(parsingCanonicalForm(root));
      }),
    );
  });

  it('keeps a type that is used by its name one object', () => {
    const { root } = parseAvro(
      '{"type":"record","name":"x.Node","fields":[{"name":"next","type":["null","Node"]}]}',
    );
    if (root.type !== 'record') throw new Error('no record');
    const next = root.fieldsByName.get('next')?.type;
    expect(next?.type === 'union' && next.branches[1]).toBe(root);
  });

  it('takes a name before its definition, of the same namespace only', () => {
    const later = { type: 'enum', name: 'E', symbols: ['A'] };
    const use = { name: 'a', type: 'E' };
    expect(stored(record([use, { name: 'b', type: later }]))).toBe(
      '{"type":"record","name":"R","fields":[{"name":"a","type":{"type":"enum","name":"E","symbols":["A"]}},{"name":"b","type":"E"}]}',
    );
    const elsewhere = record([use, { name: 'b', type: { ...later, namespace: '' } }], {
      namespace: 'x',
    });
    expect(refusal(elsewhere).details).toBe('Undefined schema: x.E');
  });

  it('finds a name of the null namespace from within another, once it is defined', () => {
    const first = { type: 'fixed', name: 'F', namespace: '', size: 1 };
    const fields = [
      { name: 'a', type: first },
      { name: 'b', type: 'F' },
    ];
    expect(stored(record(fields, { namespace: 'x' }))).toContain('{"name":"b","type":"F"}');
  });

  it('knows the types of its references by full name and does not print them', () => {
    const address = '{"type":"record","name":"rf.Address","fields":[]}';
    const person = { type: 'record', name: 'rf.Person', fields: [{ name: 'a', type: 'Address' }] };
    expect(stored(person, [address])).toBe(
      '{"type":"record","name":"Person","namespace":"rf","fields":[{"name":"a","type":"Address"}]}',
    );
    expect(refusal(person).details).toBe('Undefined schema: rf.Address');
  });

  it('prints what stands inside a reference in full, as the registry does', () => {
    const outer =
      '{"type":"record","name":"O","fields":[{"name":"i","type":{"type":"fixed","name":"I","size":2}}]}';
    expect(stored(record([{ name: 'a', type: 'I' }]), [outer])).toContain('"size":2');
  });

  it('takes the same definition twice, and refuses another of the same name', () => {
    const fixed = (size: number) => ({ type: 'fixed', name: 'F', size });
    const twice = (size: number) =>
      record([
        { name: 'a', type: fixed(1) },
        { name: 'b', type: fixed(size) },
      ]);
    expect(stored(twice(1))).toContain('{"name":"b","type":"F"}');
    expect(refusal(twice(2)).details).toBe("Can't redefine: F");
  });

  it('tells definitions apart by fields, defaults, order and properties, not by documentation', () => {
    const inner = (more: object) => ({
      type: 'record',
      name: 'I',
      fields: [{ name: 'x', type: ['null', 'int'], ...more }],
    });
    const both = (more: object) =>
      record([
        { name: 'a', type: inner({}) },
        { name: 'b', type: inner(more) },
      ]);
    expect(stored(both({ doc: 'd', aliases: ['y'] }))).toContain('"b","type":"I"');
    for (const more of [{ default: null }, { order: 'ignore' }, { p: 1 }, { type: 'int' }]) {
      expect(refusal(both(more)).details).toBe("Can't redefine: I");
    }
  });

  it('drops comments, but takes none after the end of the schema', () => {
    expect(parseAvro('/* a */ {"type": // b\n "string"} ').text).toBe('"string"');
    expect(refusal('"string" // c').details).toBe('dangling content after end of schema: // c');
    expect(refusal('"string" "int"').details).toBe('dangling content after end of schema: "int"');
    expect(refusal('// nothing').details).toBe('Cannot parse <null> schema');
  });

  it('spells numbers as Java does', () => {
    const text =
      '{"type":"int","a":1e3,"b":-0,"c":9223372036854775808,"d":1.10,"e":1e-7,"f":1e400}';
    expect(parseAvro(text).text).toBe(
      '{"type":"int","a":1000.0,"b":0,"c":9223372036854775808,"d":1.1,"e":1.0E-7,"f":"Infinity"}',
    );
  });

  it('demands strict names of a new schema and takes any of a stored one', () => {
    const text = '{"type":"record","name":"1-x","fields":[{"name":"ä ö","type":"int"}]}';
    expect(refusal(text).details).toBe('Illegal initial character: 1-x');
    expect(parseAvro(text, { validation: 'stored' }).text).toBe(
      text.replace('"name":"1-x",', '"name":"1-x",'),
    );
  });

  it.for([
    ['Nested union: ["int",["null"]]', ['int', ['null']]],
    ['Duplicate in union:int', ['int', 'int']],
    [
      'Duplicate in union:array',
      [
        { type: 'array', items: 'int' },
        { type: 'array', items: 'long' },
      ],
    ],
    ['Schemas may not be named after primitives: int', record([], { name: 'int' })],
    ['Empty name', record([], { name: 'a.' })],
    ['Namespace part "" is invalid: Empty name', record([], { name: 'a..b' })],
    ['Duplicate enum symbol: A', { type: 'enum', name: 'E', symbols: ['A', 'A'] }],
    [
      'The Enum Default: C is not in the enum symbol set: [A, B]',
      { type: 'enum', name: 'E', symbols: ['A', 'B'], default: 'C' },
    ],
    ['Enum has no symbols: {"type":"enum","name":"E"}', { type: 'enum', name: 'E' }],
    ['Invalid or no size: {"type":"fixed","name":"F"}', { type: 'fixed', name: 'F' }],
    ['Malformed data. Length is negative: -1', { type: 'fixed', name: 'F', size: -1 }],
    ['Array has no items type: {"type":"array"}', { type: 'array' }],
    ['Map has no values type: {"type":"map"}', { type: 'map' }],
    ['alias not a string: 1', record([], { aliases: [1] })],
    [
      'No enum constant org.apache.avro.Schema.Field.Order.UP',
      record([{ name: 'a', type: 'int', order: 'up' }]),
    ],
    ["Can't set a property to null: p", '{"type":"map","values":"int","p":9223372036854775808}'],
  ])('refuses with %j', ([details, schema]) => {
    expect(refusal(schema)).toMatchObject({ code: 'invalid_schema', details });
  });

  it('names the missing type where Java names a placeholder', () => {
    const error = refusal('"Foo"');
    expect(error.details).toBe('Unknown schema: org.apache.avro.compiler.UnresolvedSchema_0');
    expect(error.message).toContain("'Foo' is not defined");
  });
});

describe('parseAvro with input made to hurt', () => {
  const types = (count: number, fields: (index: number) => unknown[]) =>
    JSON.stringify(
      Array.from({ length: count }, (_, index) => ({
        type: 'record',
        name: `R${index}`,
        fields: fields(index),
      })),
    );

  it('takes 5,000 fields', () => {
    const fields = Array.from({ length: 5000 }, (_, index) => ({
      name: `f${index}`,
      type: ['null', 'string'],
      default: null,
    }));
    const text = JSON.stringify(record(fields));
    expect(parseAvro(text).text).toBe(text);
  });

  it('refuses 10,000 levels in words', () => {
    const deep = `${'{"type":"array","items":'.repeat(10_000)}"int"${'}'.repeat(10_000)}`;
    expect(refusal(deep).code).toBe('too_large');
    const chain = types(10_000, (index) => [{ name: 'n', type: `R${(index + 1) % 10_000}` }]);
    expect(refusal(chain).message).toContain('deeper than 1000 levels');
  });

  it('takes types that all know each other', () => {
    const mutual = types(60, () =>
      Array.from({ length: 60 }, (_, other) => ({
        name: `f${other}`,
        type: ['null', `R${other}`],
      })),
    );
    expect(parseAvro(parseAvro(mutual).text).text).toBe(parseAvro(mutual).text);
  });

  it('does not try every way through a default of recursive types', () => {
    const fields = [{ name: 'x', type: ['null', 'R0', 'R1'], default: null }];
    const trap = `${'{"x":'.repeat(200)}5${'}'.repeat(200)}`;
    const text = types(2, () => fields).slice(0, -1);
    const user = `{"type":"record","name":"U","fields":[{"name":"u","type":["R0","R1"],"default":${trap}}]}`;
    expect(refusal(`${text},${user}]`).details).toContain('Invalid default for field u');
  });
});
