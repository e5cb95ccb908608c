import { describe, expect, it } from 'vitest';
import { normalizeAvro, parseAvro } from '../../src/index.ts';

describe('numbers in an Avro schema', () => {
  it.for([
    ['1.0', '1.0'],
    ['100', '100'],
    ['-0', '0'],
    ['-0.0', '-0.0'],
    ['0.001', '0.001'],
    ['0.0001', '1.0E-4'],
    ['9999999.0', '9999999.0'],
    ['1e7', '1.0E7'],
    ['123456789.125', '1.23456789125E8'],
    ['-1.5E-10', '-1.5E-10'],
    ['2e23', '2.0E23'],
    ['5e-324', '4.9E-324'],
    ['0.1000000000000000055511151231257827', '0.1'],
    ['1e400', '"Infinity"'],
    ['12345678901234567890', '12345678901234567890'],
  ] as const)('that are written %s are stored as %s', ([from, to]) => {
    expect(parseAvro(`{"type":"int","p":${from}}`).text).toBe(`{"type":"int","p":${to}}`);
  });

  it.for([
    ['0.1', '0.1'],
    ['3', '3.0'],
    ['1.23456789', '1.2345679'],
    ['2147483648', '2.1474836E9'],
    ['1e-45', '1.4E-45'],
    ['0', '0.0'],
    ['1e39', '"Infinity"'],
  ] as const)('that are the default %s of a float are normalised to %s', ([from, to]) => {
    const schema = (value: string) =>
      `{"type":"record","name":"R","fields":[{"name":"a","type":"float","default":${value}}]}`;
    expect(normalizeAvro(parseAvro(schema(from)))).toBe(schema(to));
  });
});
