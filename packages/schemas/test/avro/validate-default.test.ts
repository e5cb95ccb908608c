import { describe, expect, it } from 'vitest';
import { parseAvro } from '../../src/index.ts';
import { refusal } from './refusal.ts';

const point = {
  type: 'record',
  name: 'P',
  fields: [
    { name: 'x', type: 'int' },
    { name: 'y', type: 'int', default: 0 },
  ],
};

function field(type: string, value: string): string {
  return `{"type":"record","name":"R","fields":[{"name":"a","type":${type},"default":${value}}]}`;
}

describe('defaults', () => {
  it.for([
    ['"int"', '-2147483648'],
    ['"long"', '9223372036854775807'],
    ['"float"', '1'],
    ['"bytes"', '"ÿ"'],
    ['["null","int"]', 'null'],
    ['["null","int"]', '3'],
    ['[{"type":"array","items":"int"},"string"]', '[1,2]'],
    ['{"type":"map","values":"boolean"}', '{"k":true}'],
    [JSON.stringify(point), '{"x":1}'],
    ['{"type":"enum","name":"E","symbols":["A"]}', '"B"'],
  ] as const)('of type %s may be %s', ([type, value]) => {
    const text = field(type, value);
    expect(parseAvro(text).text).toBe(text.replace('{"type":"int"}', '"int"'));
  });

  it.for([
    ['"int"', '2147483648'],
    ['"int"', '1.0'],
    ['"long"', '9223372036854775808'],
    ['"string"', 'null'],
    ['"null"', '0'],
    ['"boolean"', '"true"'],
    ['["null","int"]', '"x"'],
    ['{"type":"array","items":"int"}', '[1,"2"]'],
    ['{"type":"map","values":"int"}', '[]'],
    [JSON.stringify(point), '{"y":1}'],
  ] as const)('of type %s may not be %s', ([type, value]) => {
    expect(refusal(field(type, value)).details).toBe(
      `Invalid default for field a: ${value} not a ${type}`,
    );
  });

  it('are not looked at in a stored schema', () => {
    const text = field('"int"', '"x"');
    expect(parseAvro(text, { validation: 'stored' }).text).toBe(text);
  });

  it('of a float or double may be a number in quotes', () => {
    expect(parseAvro(field('"double"', '" 1e3 "')).text).toBe(field('"double"', '1000.0'));
    expect(parseAvro(field('"float"', '"NaN"')).text).toBe(field('"float"', '"NaN"'));
    expect(refusal(field('"double"', '"x"')).details).toBe('For input string: "x"');
  });

  it('may not be an object of a record that is recursive there', () => {
    const text =
      '{"type":"record","name":"N","fields":[{"name":"next","type":["null","N"],"default":{}}]}';
    expect(refusal(text).details).toBe('Schema fields not set yet');
    expect(parseAvro(text.replace('{}', 'null')).text).toBe(text.replace('{}', 'null'));
  });

  it('of a name that is used before its definition may only be objects', () => {
    const schema = (value: unknown) => ({
      type: 'record',
      name: 'R',
      fields: [
        { name: 'a', type: 'E', default: value },
        { name: 'b', type: { type: 'enum', name: 'E', symbols: ['A'] } },
      ],
    });
    expect(refusal(schema('A')).details).toContain('Invalid default for field a: "A"');
  });
});
