import { describe, expect, it } from 'vitest';
import { isSchemaError, parseAvro } from '../../src/index.ts';
import { decodeValue, encodeValue } from '../../src/values/index.ts';

const bytesOf = (schema: string, value: unknown) => [...encodeValue(parseAvro(schema), value)];

describe('encodeValue', () => {
  it.for([
    ['"null"', null, []],
    ['"boolean"', true, [1]],
    ['"int"', -64, [127]],
    ['"int"', 64, [128, 1]],
    ['"long"', -1, [1]],
    ['"float"', 1, [0, 0, 128, 63]],
    ['"double"', 1, [0, 0, 0, 0, 0, 0, 240, 63]],
    ['"string"', 'foo', [6, 102, 111, 111]],
    ['"bytes"', 'ÿ', [2, 255]],
    ['{"type":"enum","name":"E","symbols":["A","B","C","D"]}', 'D', [6]],
    ['{"type":"array","items":"long"}', [3, 27], [4, 6, 54, 0]],
    ['{"type":"map","values":"int"}', { a: 1 }, [2, 2, 97, 2, 0]],
    ['["null","string"]', null, [0]],
    ['["null","string"]', 'a', [2, 2, 97]],
    ['{"type":"fixed","name":"F","size":2}', 'ab', [97, 98]],
    [
      '{"type":"record","name":"test","fields":[{"name":"a","type":"long"},{"name":"b","type":"string"}]}',
      { b: 'foo', a: 27 },
      [54, 6, 102, 111, 111],
    ],
  ] as const)('writes for %s %j as the specification does', ([schema, value, bytes]) => {
    expect(bytesOf(schema, value)).toEqual(bytes);
  });

  it('puts the prefix of a registry before the value', () => {
    expect([...encodeValue(parseAvro('"int"'), 1, { schemaId: 258 })]).toEqual([0, 0, 0, 1, 2, 2]);
  });

  it.for([-1, 1.5, 2 ** 31, Number.NaN])('refuses %s as an id', (schemaId) => {
    expect(() => encodeValue(parseAvro('"int"'), 1, { schemaId })).toThrow('A schema id is');
  });

  it('keeps every digit of a long', () => {
    const schema = parseAvro('"long"');
    for (const power of [31n, 32n, 48n, 53n, 56n, 62n]) {
      for (const value of [2n ** power - 1n, 2n ** power, 2n ** power + 1n, -(2n ** power) - 1n]) {
        expect(BigInt(String(decodeValue(schema, encodeValue(schema, value))))).toBe(value);
      }
    }
    const [least, greatest] = [-(2n ** 63n), 2n ** 63n - 1n];
    expect(decodeValue(schema, encodeValue(schema, least))).toBe(least);
    expect(decodeValue(schema, encodeValue(schema, greatest))).toBe(greatest);
  });

  it('writes the defaults of missing fields, for a union the first branch that takes it', () => {
    const fields =
      '[{"name":"a","type":["bytes","string"],"default":"x"},{"name":"b","type":"float","default":"NaN"},{"name":"c","type":"long","default":9223372036854775807}]';
    const schema = parseAvro(`{"type":"record","name":"R","fields":${fields}}`);
    const bytes = encodeValue(schema, {});
    expect(decodeValue(schema, bytes, { encoding: 'avro-json' })).toEqual({
      a: { bytes: 'x' },
      b: Number.NaN,
      c: 9223372036854775807n,
    });
  });

  it.for([
    ['["bytes","string"]', 'x', 'string'],
    ['["float","double"]', 1.1, 'double'],
    ['["float","double"]', 1.5, 'float'],
    ['["int","long"]', 2 ** 31, 'long'],
    ['["double","long"]', 2n ** 60n, 'long'],
    ['["string",{"type":"enum","name":"E","symbols":["A"]}]', 'A', 'string'],
    [
      '[{"type":"record","name":"R","fields":[{"name":"a","type":"int","default":1}]},{"type":"map","values":"int"}]',
      {},
      'map',
    ],
  ] as const)('chooses in %s for %s the branch %s', ([schema, value, branch]) => {
    const parsed = parseAvro(schema);
    const decoded = decodeValue(parsed, encodeValue(parsed, value), {
      encoding: 'avro-json',
      wirePrefix: 'none',
    });
    expect(Object.keys(Object(decoded))).toEqual([branch]);
  });

  it('refuses with every problem what checkValue refuses', () => {
    const schema = parseAvro('{"type":"map","values":"int"}');
    try {
      encodeValue(schema, { a: 'x', b: 'y' });
      expect.unreachable();
    } catch (error) {
      if (!isSchemaError(error, 'invalid_value')) throw error;
      expect(error.problems.map(({ path }) => path)).toEqual(['/a', '/b']);
      expect(error.message).toBe(
        'The message does not fit its schema. At /a: Expected int, found the text "x". There is 1 more problem.',
      );
    }
  });

  it('takes names that mean something to JavaScript, and names that are not strict', () => {
    const fields =
      '[{"name":"__proto__","type":"int"},{"name":"constructor","type":"int"},{"name":"a b","type":{"type":"enum","name":"class","symbols":["is","a-b"]}}]';
    const schema = parseAvro(`{"type":"error","name":"1","fields":${fields}}`, {
      validation: 'stored',
    });
    const value = JSON.parse('{"__proto__":1,"constructor":2,"a b":"a-b"}');
    expect(decodeValue(schema, encodeValue(schema, value))).toEqual(value);
  });

  it('says so where a record is too wide', () => {
    const fields = Array.from({ length: 70_000 }, (_, index) => ({
      name: `f${index}`,
      type: 'null',
    }));
    const schema = parseAvro(JSON.stringify({ type: 'record', name: 'R', fields }));
    const value = Object.fromEntries(fields.map(({ name }) => [name, null]));
    expect(() => encodeValue(schema, value)).toThrow(
      expect.toSatisfy((error) => isSchemaError(error, 'not_supported')),
    );
  });
});
