import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseAvro, parsingCanonicalForm } from '../../src/index.ts';
import { arbitraryAvro } from './arbitrary-schema.ts';

it('keeps only what decides over the binary form, with full names', () => {
  const { root } = parseAvro(
    '{"type":"error","name":"R","namespace":"n","doc":"d","aliases":["Q"],"fields":[{"name":"a","type":{"type":"enum","name":"E","symbols":["A"],"default":"A"},"default":"A"},{"name":"b","type":["null",{"type":"map","values":"E"},{"type":"array","items":{"type":"long","logicalType":"timestamp-millis"}}]},{"name":"c","type":{"type":"fixed","name":"m.F","size":4}}]}',
  );
  expect(parsingCanonicalForm(root)).toBe(
    '{"name":"n.R","type":"record","fields":[{"name":"a","type":{"name":"n.E","type":"enum","symbols":["A"]}},{"name":"b","type":["null",{"type":"map","values":"n.E"},{"type":"array","items":"long"}]},{"name":"c","type":{"name":"m.F","type":"fixed","size":4}}]}',
  );
});

it('refuses a chain of references that is too long, in words', () => {
  const references = Array.from({ length: 1500 }, (_, index) => ({
    name: `R${index}`,
    text: JSON.stringify({
      type: 'record',
      name: `R${index}`,
      fields: index === 0 ? [] : [{ name: 'f', type: `R${index - 1}` }],
    }),
  }));
  const { root } = parseAvro('{"type":"array","items":"R1499"}', { references });
  expect(() => parsingCanonicalForm(root)).toThrow('deeper than 1000 types');
});

it('is its own canonical form', () => {
  fc.assert(
    fc.property(arbitraryAvro, (text) => {
      // The form has no spelling for a type of the null namespace inside one of another, in Java neither.
      const { root } = parseAvro(text.replaceAll('"namespace":""', '"namespace":"z"'));
      const canonical = parsingCanonicalForm(root);
      expect(parsingCanonicalForm(parseAvro(canonical).root)).toBe(canonical);
    }),
  );
});
