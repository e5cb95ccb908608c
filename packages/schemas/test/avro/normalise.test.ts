import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalizeAvro, parseAvro, parsingCanonicalForm } from '../../src/index.ts';
import { arbitraryAvro } from './arbitrary-schema.ts';

function normalised(text: string): string {
  return normalizeAvro(parseAvro(text));
}

describe('normalizeAvro', () => {
  it('sorts properties at any depth and aliases, and keeps the order of everything else', () => {
    expect(
      normalised(
        '{"type":"record","name":"R","z":1,"p":{"b":1,"a":[{"d":1,"c":2}]},"aliases":["y.B","A"],"doc":"d","fields":[{"name":"b","type":"int","aliases":["y","x"]},{"name":"a","type":["string","null"]}]}',
      ),
    ).toBe(
      '{"type":"record","name":"R","doc":"d","fields":[{"name":"b","type":"int","aliases":["x","y"]},{"name":"a","type":["string","null"]}],"p":{"a":[{"c":2,"d":1}],"b":1},"z":1,"aliases":["A","y.B"]}',
    );
  });

  it('puts a logical type that counts before other properties, and one that does not among them', () => {
    expect(normalised('{"type":"int","z":1,"a":2,"logicalType":"date"}')).toBe(
      '{"type":"int","logicalType":"date","a":2,"z":1}',
    );
    expect(normalised('{"type":"int","z":1,"a":2,"logicalType":"uuid"}')).toBe(
      '{"type":"int","a":2,"logicalType":"uuid","z":1}',
    );
    expect(
      normalised('{"type":"bytes","scale":2,"z":1,"precision":4,"logicalType":"decimal"}'),
    ).toBe('{"type":"bytes","logicalType":"decimal","precision":4,"scale":2,"z":1}');
  });

  it('drops empty documentation of types, not of fields', () => {
    expect(
      normalised(
        '{"type":"record","name":"R","doc":"","fields":[{"name":"a","type":"int","doc":""}]}',
      ),
    ).toBe('{"type":"record","name":"R","fields":[{"name":"a","type":"int","doc":""}]}');
  });

  it.for([
    ['"float"', '1', '1.0'],
    ['"float"', '0.1', '0.1'],
    ['"float"', '16777217', '1.6777216E7'],
    ['"double"', '1', '1.0'],
    ['"long"', '1', '1'],
    ['{"type":"map","values":"int"}', '{"b":1,"a":2}', '{"a":2,"b":1}'],
    ['"bytes"', '"ÿ€"', '"ÿ?"'],
    ['["null","string"]', 'null', 'null'],
  ] as const)('writes a default of type %s that is %s as %s', ([type, from, to]) => {
    const schema = (value: string) =>
      `{"type":"record","name":"R","fields":[{"name":"a","type":${type},"default":${value}}]}`;
    expect(normalised(schema(from))).toBe(schema(to));
  });

  it('drops a default of a later branch, because Java reads it as one of the first', () => {
    expect(
      normalised(
        '{"type":"record","name":"R","fields":[{"name":"a","type":["null","int"],"default":3}]}',
      ),
    ).toBe('{"type":"record","name":"R","fields":[{"name":"a","type":["null","int"]}]}');
  });

  it('turns an error into a record', () => {
    expect(normalised('{"type":"error","name":"E","fields":[]}')).toBe(
      '{"type":"record","name":"E","fields":[]}',
    );
  });

  it('writes references by name', () => {
    const references = [{ name: 'F', text: '{"type":"fixed","name":"x.F","size":1}' }];
    const schema = parseAvro('{"type":"record","name":"x.R","fields":[{"name":"a","type":"F"}]}', {
      references,
    });
    expect(normalizeAvro(schema)).toBe(schema.text);
  });

  it('keeps the canonical form and is a fixed point, where all names have one namespace', () => {
    fc.assert(
      fc.property(arbitraryAvro, (text) => {
        // A type of the null namespace falls into the one around it, as at the registry.
        const schema = parseAvro(text.replaceAll('"namespace":""', '"namespace":"w"'));
        const once = parseAvro(normalizeAvro(schema));
        expect(parsingCanonicalForm(once.root)).toBe(parsingCanonicalForm(schema.root));
        expect(normalizeAvro(once)).toBe(once.text);
      }),
    );
  });
});
