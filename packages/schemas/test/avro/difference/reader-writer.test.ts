import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkReaderWriter, isSchemaError, parseAvro } from '../../../src/index.ts';
import { arbitraryAvro } from '../arbitrary-schema.ts';

function check(reader: unknown, writer: unknown): string[] {
  const root = (schema: unknown) => parseAvro(JSON.stringify(schema)).root;
  return checkReaderWriter(root(reader), root(writer)).map(
    ({ type, location, message }) => `${type} ${location} ${message}`,
  );
}

const record = (...fields: object[]) => ({ type: 'record', name: 'R', fields });

describe('checkReaderWriter', () => {
  it('finds every schema fit to read itself', () => {
    fc.assert(
      fc.property(arbitraryAvro, (text) => {
        expect(checkReaderWriter(parseAvro(text).root, parseAvro(text).root)).toEqual([]);
      }),
    );
  });

  it('promotes numbers, and strings and bytes into each other', () => {
    const fits = [
      ['long', 'int'],
      ['float', 'int'],
      ['float', 'long'],
      ['double', 'int'],
      ['double', 'long'],
      ['double', 'float'],
      ['string', 'bytes'],
      ['bytes', 'string'],
    ].map(String);
    const types = ['null', 'boolean', 'int', 'long', 'float', 'double', 'bytes', 'string'];
    for (const reader of types) {
      for (const writer of types) {
        const fit = reader === writer || fits.includes(`${reader},${writer}`);
        expect([reader, writer, check(reader, writer).length === 0]).toEqual([reader, writer, fit]);
      }
    }
  });

  it('wants a default of a field that the writer lacks, unless an alias finds it', () => {
    const old = record({ name: 'a', type: 'int' });
    expect(check(record({ name: 'b', type: 'int' }), old)).toEqual([
      'READER_FIELD_MISSING_DEFAULT_VALUE /fields/0 b',
    ]);
    expect(check(record({ name: 'b', type: 'int', default: 1 }), old)).toEqual([]);
    expect(check(record({ name: 'b', type: 'long', aliases: ['a'] }), old)).toEqual([]);
  });

  it('compares an enum with a default in place of a missing field with the whole record, as Java does', () => {
    const kind = { type: 'enum', name: 'E', symbols: ['A'], default: 'A' };
    expect(check(record({ name: 'e', type: kind }), record())).toEqual([
      'TYPE_MISMATCH /fields/0/type reader type: ENUM not compatible with writer type: RECORD',
    ]);
  });

  it('goes by unqualified names and by full aliases', () => {
    const fixed = (name: string, more: object = {}) => ({ type: 'fixed', name, size: 4, ...more });
    expect(check(fixed('x.F'), fixed('y.F'))).toEqual([]);
    expect(check(fixed('x.G'), fixed('x.F'))).toEqual(['NAME_MISMATCH /name expected: x.F']);
    expect(check(fixed('x.G', { aliases: ['F'] }), fixed('x.F'))).toEqual([]);
    expect(check(fixed('x.G', { aliases: ['F'] }), fixed('y.F'))).toHaveLength(1);
    expect(check(fixed('x.G', { aliases: ['.F'] }), fixed('F'))).toHaveLength(1);
    expect(check(fixed('F'), { ...fixed('F'), size: 8 })).toEqual([
      'FIXED_SIZE_MISMATCH /size expected: 8, found: 4',
    ]);
  });

  it('lists missing symbols sorted, unless a default stands in', () => {
    const symbols = (list: string[], more: object = {}) => ({
      type: 'enum',
      name: 'E',
      symbols: list,
      ...more,
    });
    const old = symbols(['D', 'A', 'B']);
    expect(check(symbols(['A']), old)).toEqual(['MISSING_ENUM_SYMBOLS /symbols [B, D]']);
    expect(check(symbols(['A'], { default: 'A' }), old)).toEqual([]);
  });

  it('reads a union branch by branch', () => {
    expect(check('int', ['null', 'int', 'string'])).toEqual([
      'TYPE_MISMATCH /0 reader type: INT not compatible with writer type: NULL',
      'TYPE_MISMATCH /2 reader type: INT not compatible with writer type: STRING',
    ]);
    expect(check(['null', 'long'], ['int', 'string'])).toEqual([
      'MISSING_UNION_BRANCH /1 reader union lacking writer type: STRING',
    ]);
    expect(check(['null', 'long'], 'string')).toEqual([
      'MISSING_UNION_BRANCH / reader union lacking writer type: STRING',
    ]);
  });

  it('repeats the reasons of a pair of named types with the place of its first use', () => {
    const inner = (type: string) => ({ type: 'record', name: 'I', fields: [{ name: 'x', type }] });
    const twice = (type: string) =>
      record({ name: 'a', type: inner(type) }, { name: 'b', type: 'I' });
    const reason =
      'TYPE_MISMATCH /fields/0/type/fields/0/type reader type: INT not compatible with writer type: STRING';
    expect(check(twice('int'), twice('string'))).toEqual([reason, reason]);
  });

  it('ends on recursive types', () => {
    const node = (type: string) =>
      record({ name: 'v', type }, { name: 'next', type: ['null', 'R'] });
    expect(check(node('long'), node('int'))).toEqual([]);
    expect(check(node('int'), node('long'))).toHaveLength(1);
  });

  it('refuses a field that finds two of the writer', () => {
    const reader = record({ name: 'a', type: 'int', aliases: ['b'] });
    const writer = record({ name: 'a', type: 'int' }, { name: 'b', type: 'int' });
    expect(() => check(reader, writer)).toThrow(
      expect.toSatisfy((error) => isSchemaError(error, 'ambiguous_field')),
    );
  });

  it('refuses what has more reasons than anyone can read', () => {
    // Each record uses the one before twice, so that the reasons double with each.
    const fields = (leaf: string) =>
      Array.from({ length: 60 }, (_, index) => ({
        name: `f${index}`,
        type: {
          type: 'record',
          name: `R${index}`,
          fields: ['a', 'b'].map((name) => ({ name, type: index ? `R${index - 1}` : leaf })),
        },
      }));
    const top = (leaf: string) => ({ type: 'record', name: 'T', fields: fields(leaf) });
    expect(() => check(top('int'), top('string'))).toThrow(
      expect.toSatisfy((error) => isSchemaError(error, 'too_large')),
    );
  });

  it('refuses reasons whose places are too long to write out', () => {
    // Each record has the next one inside, and uses it once more.
    const nested = (leaf: string) =>
      Array.from({ length: 240 }, (_, index) => 240 - index).reduce<object>(
        (inner, index) => ({
          type: 'record',
          name: `R${index}`,
          fields: [
            { name: 'a', type: inner },
            { name: 'b', type: `R${index + 1}` },
          ],
        }),
        { type: 'record', name: 'R241', fields: [{ name: 'x', type: leaf }] },
      );
    expect(() => check(nested('int'), nested('string'))).toThrow(/too many ways, too deep/);
  });

  it('refuses two rings whose pairs form a very long one', () => {
    const ring = (size: number) =>
      record(
        ...Array.from({ length: size }, (_, index) => ({
          name: `f${index}`,
          type: {
            type: 'record',
            name: `N${index}`,
            fields: [{ name: 'n', type: `N${(index + 1) % size}` }],
          },
        })),
      );
    expect(() => check(ring(101), ring(103))).toThrow(
      expect.toSatisfy((error) => isSchemaError(error, 'too_large')),
    );
  });
});
