import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffSchemas, normalizeAvro, parseAvro } from '../../src/index.ts';
import { adversarialSchemas } from '../adversarial-schemas.ts';
import { arbitraryPair } from '../avro/arbitrary-pair.ts';
import { arbitraryAvro } from '../avro/arbitrary-schema.ts';
import { cpuClock } from '../cpu-time.ts';

const parse = (schema: unknown) => parseAvro(JSON.stringify(schema), { validation: 'stored' });

/** The changes as `kind path: before -> after`, the last part where there is one. */
function diff(before: unknown, after: unknown): string[] {
  return diffSchemas(parse(before), parse(after)).map((change) => {
    const start = `${change.kind} ${change.path}`.trim();
    if (change.before === undefined && change.after === undefined) return start;
    return `${start}: ${change.before ?? ''} -> ${change.after ?? ''}`;
  });
}

const record = (...fields: object[]) => ({ type: 'record', name: 'R', namespace: 'n', fields });
const field = (name: string, type: unknown, more: object = {}) => ({ name, type, ...more });
const ofType = (before: unknown, after: unknown) =>
  diff(record(field('a', before)), record(field('a', after)));
const symbols = (list: string[], more: object = {}) => ({
  type: 'enum',
  name: 'E',
  symbols: list,
  ...more,
});
const int = (name: string) => field(name, 'int');

describe('diffSchemas', () => {
  it('says each change in one sentence, in the order of the newer schema', () => {
    const before = record(
      int('id'),
      field('note', 'string'),
      field('old', ['null', 'string']),
      int('z'),
    );
    const after = record(
      field('id', 'long', { doc: 'Key.' }),
      field('mail', ['null', 'string'], { default: null }),
      field('note', ['null', 'string'], { default: null }),
      int('z'),
    );
    expect(diffSchemas(parse(before), parse(after)).map(({ message }) => message)).toEqual([
      "'id' is documented now.",
      "The type of 'id' changed from int to long.",
      "The field 'mail' of type nullable string was added to R, with the default null.",
      "'note' has the default null now.",
      "'note' may be null now.",
      "The field 'old' of type nullable string was removed from R.",
    ]);
  });

  it('tells of fields that moved, as few as possible, and of renamed ones', () => {
    expect(
      diff(record(int('a'), int('b'), int('c')), record(int('c'), int('a'), int('b'))),
    ).toEqual(['field_moved c: 3 -> 1']);
    expect(diff(record(int('a')), record(field('b', 'int', { aliases: ['a'] })))).toEqual([
      'field_renamed b: a -> b',
      'alias_added b:  -> a',
    ]);
    expect(diff(record(field('b', 'int', { aliases: ['a'] })), record(int('a')))).toEqual([
      'field_renamed a: b -> a',
      'alias_removed a: a -> ',
    ]);
    expect(diff(record(int('a')), record(int('b')))).toEqual([
      'field_removed a: int -> ',
      'field_added b:  -> int',
    ]);
  });

  it('tells a change of null from a change of type', () => {
    expect(ofType('int', ['null', 'int'])).toEqual(['made_nullable a: int -> nullable int']);
    expect(ofType(['null', 'int'], ['null', 'long'])).toEqual(['type_changed a: int -> long']);
    expect(ofType(['int', 'null'], 'string')).toEqual([
      'made_not_nullable a: nullable int -> string',
      'type_changed a: int -> string',
    ]);
    expect(ofType(['null', 'int'], ['int', 'null'])).toEqual([
      'branches_moved a: null, int -> int, null',
    ]);
    expect(ofType('int', ['int'])).toEqual(['type_changed a: int -> union of int']);
    expect(ofType('null', ['null', 'int'])).toEqual(['branch_added a:  -> int']);
  });

  it('compares unions branch by branch, and what Avro reads as one another with it', () => {
    expect(ofType(['int', 'string'], ['string', 'boolean', 'int'])).toEqual([
      'branches_moved a: int, string -> string, boolean, int',
      'branch_added a:  -> boolean',
    ]);
    expect(ofType(['null', 'int', 'string'], ['null', 'long', 'bytes'])).toEqual([
      'type_changed a: int -> long',
      'type_changed a: string -> bytes',
    ]);
    expect(ofType('int', ['int', 'string'])).toEqual(['branch_added a:  -> string']);
    expect(ofType(['int', 'string'], 'string')).toEqual(['branch_removed a: int -> ']);
  });

  it('looks into arrays, maps and the records that they hold', () => {
    const list = (type: string) => ({ type: 'array', items: { type: 'map', values: type } });
    expect(ofType(list('int'), list('long'))).toEqual(['type_changed a[]{}: int -> long']);
    expect(ofType(list('int'), { type: 'array', items: 'int' })).toEqual([
      'type_changed a[]: map of int -> int',
    ]);
    const inner = (...fields: object[]) => ({ type: 'record', name: 'I', fields });
    expect(ofType(['null', inner(int('x'))], ['null', inner(int('x'), int('y'))])).toEqual([
      'field_added a.y:  -> int',
    ]);
  });

  it('tells of defaults, documentation, aliases, order and properties', () => {
    const before = field('a', 'int', {
      default: 1,
      doc: 'x',
      aliases: ['o', 'p'],
      q: 1,
      r: { b: 1, a: 2 },
    });
    const after = field('a', 'int', {
      default: 2,
      doc: 'y',
      aliases: ['p'],
      order: 'ignore',
      s: 1,
      r: { a: 2, b: 1 },
    });
    expect(diff(record(before), record(after))).toEqual([
      'doc_changed a: x -> y',
      'default_changed a: 1 -> 2',
      'alias_removed a: o -> ',
      'sort_order_changed a: ascending -> ignore',
      'property_added a:  -> s: 1',
      'property_removed a: q: 1 -> ',
    ]);
    expect(diff(record(field('a', 'int', { default: 1, doc: 'x' })), record(int('a')))).toEqual([
      'doc_removed a: x -> ',
      'default_removed a: 1 -> ',
    ]);
  });

  it('tells of a logical type once, with what belongs to it', () => {
    const decimal = (precision: number, scale: number) => ({
      type: 'bytes',
      logicalType: 'decimal',
      precision,
      scale,
    });
    expect(ofType(decimal(9, 2), decimal(12, 4))).toEqual([
      'logical_type_changed a: decimal(9, 2) -> decimal(12, 4)',
    ]);
    expect(ofType('long', { type: 'long', logicalType: 'timestamp-millis' })).toEqual([
      'logical_type_added a:  -> timestamp-millis',
    ]);
    expect(ofType({ type: 'int', logicalType: 'date' }, 'long')).toEqual([
      'type_changed a: int -> long',
      'logical_type_removed a: date -> ',
    ]);
  });

  it('compares enums and fixed', () => {
    expect(
      diff(symbols(['A', 'B', 'C']), symbols(['C', 'A', 'D'], { default: 'A', doc: 'E.' })),
    ).toEqual([
      'doc_added:  -> E.',
      'symbol_moved: 3 -> 1',
      'symbol_removed: B -> ',
      'symbol_added:  -> D',
      'enum_default_added:  -> A',
    ]);
    const fixed = (size: number) => ({ type: 'fixed', name: 'F', size });
    expect(diff(fixed(4), fixed(8))).toEqual(['fixed_size_changed: 4 -> 8']);
  });

  it('tells of types that got another name or namespace, came or went', () => {
    const inner = (name: string, ...fields: object[]) => ({ type: 'record', name, fields });
    expect(ofType(inner('I', int('x')), inner('J', int('x')))).toEqual([
      'type_renamed a: n.I -> n.J',
    ]);
    expect(ofType(inner('I', int('x')), inner('m.I', int('x')))).toEqual([
      'namespace_changed a: n.I -> m.I',
    ]);
    expect(ofType(inner('I', int('x')), inner('J', int('y')))).toEqual([
      'type_changed a: I -> J',
      'type_added a:  -> n.J',
      'type_removed a: n.I -> ',
    ]);
    expect(ofType('int', inner('I', field('e', symbols(['A']))))).toEqual([
      'type_changed a: int -> I',
      'type_added a:  -> n.I',
      'type_added a.e:  -> n.E',
    ]);
    expect(diff({ ...record(), name: 'A' }, { ...record(), name: 'B', namespace: 'o' })).toEqual([
      'type_renamed: n.A -> o.B',
    ]);
  });

  it('finds what changed in a type that is only used elsewhere now', () => {
    const inner = (type: string) => ({ type: 'record', name: 'I', fields: [field('x', type)] });
    expect(diff(record(field('a', inner('int'))), record(field('b', inner('long'))))).toEqual([
      'field_removed a: I -> ',
      'field_added b:  -> I',
      'type_changed b.x: int -> long',
    ]);
  });

  it('tells of a type that is used twice once, and ends on recursive ones', () => {
    const node = (type: string) => ({
      type: 'record',
      name: 'Node',
      fields: [field('value', type), field('next', ['null', 'Node'])],
    });
    const twice = (type: string) => record(field('first', node(type)), field('second', 'Node'));
    expect(diff(twice('int'), twice('long'))).toEqual(['type_changed first.value: int -> long']);
  });

  it('takes white space, key order and comments for no change', () => {
    const text =
      '{"type":"record","name":"R","fields":[{"name":"a","type":["null","int"],"default":null,"p":{"x":1,"y":2}}]}';
    const other = `{ "fields" : [ {"p": {"y": 2, "x": 1}, "default":null, // why
      "type":["null", {"type": "int"}], "name":"a"} ],
      "name" : "R", "type":"record" }`;
    expect(diffSchemas(parseAvro(text), parseAvro(other))).toEqual([]);
  });

  it('finds nothing between a schema and itself', () => {
    fc.assert(
      fc.property(arbitraryAvro, (text) => {
        expect(diffSchemas(parseAvro(text), parseAvro(text))).toEqual([]);
        expect(diffSchemas(parseAvro(text), parseAvro(`${text} `))).toEqual([]);
      }),
    );
  });

  it('finds something wherever the normalised texts differ, and never throws', () => {
    fc.assert(
      fc.property(arbitraryPair, ([before, after]) => {
        const [old, next] = [before, after].map((text) =>
          parseAvro(text, { validation: 'stored' }),
        );
        if (old === undefined || next === undefined) return;
        const changes = diffSchemas(old, next);
        if (normalizeAvro(old) !== normalizeAvro(next)) expect(changes).not.toEqual([]);
        for (const { message } of changes) expect(message).toMatch(/^['T].*\.$/s);
      }),
      { numRuns: 1000 },
    );
  });

  const [ints, strings] = [adversarialSchemas('int'), adversarialSchemas('string')];
  const names = Object.keys(ints);
  it.for(
    names.flatMap(
      (a) =>
        [
          [a, a],
          [a, names[0] ?? a],
          ['many fields', a],
        ] as const,
    ),
  )('is done with %s and %s within a second', ([before, after]) => {
    const [old, next] = [parseAvro(ints[before] ?? ''), parseAvro(strings[after] ?? '')];
    const elapsed = cpuClock();
    const changes = diffSchemas(old, next);
    expect(elapsed()).toBeLessThan(1000);
    expect(changes.length).toBeGreaterThan(0);
  });
});
