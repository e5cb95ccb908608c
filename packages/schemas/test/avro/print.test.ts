import { describe, expect, it } from 'vitest';
import { parseAvro, printAvro } from '../../src/index.ts';

describe('printAvro', () => {
  it('prints attributes in the order of Java, properties before aliases except on fields', () => {
    const text =
      '{"type":"record","name":"R","namespace":"n","doc":"d","fields":[{"name":"a","type":{"type":"enum","name":"E","doc":"e","symbols":["A"],"default":"A","p":1,"aliases":["F"]},"doc":"f","default":"A","order":"ignore","aliases":["b"],"q":2}],"default":3,"aliases":["Q","m.P"]}';
    const { default: _default, ...shuffled } = JSON.parse(text);
    const reversed = Object.fromEntries(Object.entries(JSON.parse(text)).reverse());
    expect(parseAvro(text).text).toBe(text);
    expect(parseAvro(JSON.stringify(reversed)).text).toBe(text);
    expect(parseAvro(JSON.stringify(shuffled)).text).toBe(text.replace('"default":3,', ''));
  });

  it('writes a namespace only where it differs from the one around', () => {
    const inner = (namespace: string) =>
      `{"type":"record","name":"O","namespace":"n","fields":[{"name":"a","type":{"type":"fixed","name":"F","namespace":"${namespace}","size":1}},{"name":"b","type":"F"}]}`;
    expect(parseAvro(inner('n')).text).toBe(
      inner('n').replace('"name":"F","namespace":"n"', '"name":"F"'),
    );
    expect(parseAvro(inner('')).text).toBe(inner(''));
  });

  it('writes the full name of a type that is called like a kind of type', () => {
    const text =
      '{"type":"record","name":"O","namespace":"n","fields":[{"name":"a","type":{"type":"fixed","name":"map","size":1}},{"name":"b","type":"n.map"}]}';
    expect(parseAvro(text).text).toBe(text);
  });

  it('prints known names only as names', () => {
    const { root } = parseAvro('{"type":"fixed","name":"n.F","size":1}');
    expect(printAvro(root, ['n.F'])).toBe('"n.F"');
  });

  it('drops attributes that a kind does not have, and keeps the rest as properties', () => {
    expect(parseAvro('{"type":"string","doc":"x","name":"y","default":"z"}').text).toBe(
      '{"type":"string","default":"z"}',
    );
  });
});
