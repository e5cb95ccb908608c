import { describe, expect, it } from 'vitest';
import { isSchemaError, parseAvro } from '../../src/index.ts';
import { decodeValue, encodeValue } from '../../src/values/index.ts';

const record = (fields: string, name = 'R', more = '') =>
  `{"type":"record","name":"${name}"${more},"fields":[${fields}]}`;

/** Writes a value with one schema and reads it with another. */
function reread(writer: string, value: unknown, reader: string, encoding?: 'avro-json'): unknown {
  const schema = parseAvro(writer);
  const bytes = encodeValue(schema, value, { schemaId: 1 });
  const options = encoding === undefined ? {} : { encoding };
  return decodeValue(schema, bytes, { readerSchema: parseAvro(reader), ...options });
}

describe('decodeValue', () => {
  it('gives records and maps as objects, bytes as texts, great longs as bigints', () => {
    const schema = parseAvro(
      record(
        '{"name":"a","type":"bytes"},{"name":"b","type":{"type":"map","values":"long"}},{"name":"c","type":["null","double"]}',
      ),
    );
    const value = { a: 'ÿ', b: { x: 1, y: 2n ** 60n }, c: 0.5 };
    const bytes = encodeValue(schema, value);
    expect(decodeValue(schema, bytes)).toStrictEqual(value);
    expect(decodeValue(schema, bytes, { encoding: 'avro-json' })).toStrictEqual({
      ...value,
      c: { double: 0.5 },
    });
  });

  it('refuses bytes that do not fit, with the place', () => {
    try {
      decodeValue(parseAvro('{"type":"array","items":"string"}'), Uint8Array.of(2, 8, 97));
      expect.unreachable();
    } catch (error) {
      if (!isSchemaError(error, 'invalid_value')) throw error;
      expect(error.problems).toMatchObject([{ path: '/0', offset: 2 }]);
    }
  });

  it('reads as it was written, also a union that has a wider branch first', () => {
    const union = '["double","long","int"]';
    expect(reread(union, { int: 5 }, union, 'avro-json')).toEqual({ int: 5 });
  });

  it('leaves out, adds and renames fields', () => {
    const writer = record(
      '{"name":"old","type":"int"},{"name":"gone","type":"string"},{"name":"kept","type":"int"}',
    );
    const reader = record(
      '{"name":"kept","type":"long"},{"name":"new","type":"int","aliases":["old"]},{"name":"more","type":["null","string"],"default":null},{"name":"big","type":"long","default":9223372036854775807}',
    );
    expect(reread(writer, { old: 1, gone: 'x', kept: 2 }, reader)).toEqual({
      kept: 2,
      new: 1,
      more: null,
      big: 9223372036854775807n,
    });
  });

  it.for([
    ['"int"', 5, '"long"', 5],
    ['"int"', 16777217, '"float"', 16777216],
    ['"long"', 2n ** 60n, '"double"', 2 ** 60],
    ['"float"', 0.1, '"double"', Math.fround(0.1)],
    ['"string"', 'é', '"bytes"', 'Ã©'],
    ['"bytes"', 'Ã©', '"string"', 'é'],
    ['"int"', 5, '["null","string","double"]', 5],
    ['["null","int"]', 5, '"long"', 5],
    ['["null","int"]', null, '["string","null"]', null],
  ] as const)('widens %s %s to %s', ([writer, value, reader, read]) => {
    expect(reread(writer, value, reader)).toEqual(read);
  });

  it('takes the default of an enum for a symbol that it does not know', () => {
    const writer = '{"type":"enum","name":"w.E","symbols":["A","B"]}';
    const reader = '{"type":"enum","name":"r.E","symbols":["C","B"],"default":"C"}';
    expect(reread(writer, 'A', reader)).toBe('C');
    expect(reread(writer, 'B', reader)).toBe('B');
  });

  it('finds a renamed record in a union by its alias', () => {
    const writer = record('{"name":"a","type":"int"}', 'Old', ',"namespace":"n"');
    const reader = `["null",${record('{"name":"b","type":"int"}', 'Other')},${record('{"name":"a","type":"int"}', 'New', ',"aliases":["n.Old"]')}]`;
    expect(reread(writer, { a: 1 }, reader, 'avro-json')).toEqual({ New: { a: 1 } });
  });

  it('resolves what is inside lists and maps, with the place of what cannot be read', () => {
    const writer = '{"type":"map","values":{"type":"array","items":["int","string"]}}';
    const reader = '{"type":"map","values":{"type":"array","items":"long"}}';
    expect(reread(writer, { k: [1, 2] }, reader)).toEqual({ k: [1, 2] });
    try {
      reread(writer, { k: [1, 'x'] }, reader);
      expect.unreachable();
    } catch (error) {
      if (!isSchemaError(error, 'invalid_value')) throw error;
      expect(error.problems).toEqual([
        {
          path: '/k/1',
          message: "The reader's schema has long here and cannot read the writer's string.",
          expected: 'long',
          found: 'string',
        },
      ]);
    }
  });

  it.for([
    [record(''), {}, record('{"name":"a","type":"int"}'), 'no fitting default'],
    [
      '{"type":"enum","name":"E","symbols":["A"]}',
      'A',
      '{"type":"enum","name":"E","symbols":["B"]}',
      'neither the symbol A nor a default',
    ],
    [
      '{"type":"fixed","name":"F","size":1}',
      'a',
      '{"type":"fixed","name":"F","size":2}',
      'cannot read',
    ],
    [record('', 'A'), {}, record('', 'B'), 'cannot read'],
    ['"int"', 1, '["null","string"]', 'cannot read'],
  ] as const)('refuses to read %s %j as %s', ([writer, value, reader, message]) => {
    expect(() => reread(writer, value, reader)).toThrow(message);
  });
});
