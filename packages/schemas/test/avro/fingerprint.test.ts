import { expect, it } from 'vitest';
import { fingerprint, fingerprint64, parseAvro } from '../../src/index.ts';

// The first two are 7195948357588979594 and 8247732601305521295 as signed integers, which is how the
// Avro project's schema-tests.txt writes them.
it.for([
  ['"null"', '8a8f25cce724dd63'],
  ['"int"', '8f5c393f1ad57572'],
  ['{"type":"array","items":"null"}', '6d0a17682f3fd1f7'],
] as const)('gives %s the CRC-64-AVRO %s', ([schema, fingerprint]) => {
  expect(fingerprint64(parseAvro(schema).root)).toBe(fingerprint);
});

// What the Avro project's own tests have for "int"; 7275d51a3f395c8f as a number.
it.for([
  ['CRC-64-AVRO', '8f5c393f1ad57572'],
  ['MD5', 'ef524ea1b91e73173d938ade36c1db32'],
  ['SHA-256', '3f2b87a9fe7cc9b13835598c3981cd45e3e355309e5090aa0933d7becb6fba45'],
] as const)('gives the %s of what counts of a schema', ([algorithm, digits]) => {
  const { root } = parseAvro('{"type":"int","doc":"d","logicalType":"date"}');
  expect(fingerprint(root, algorithm)).toBe(digits);
});

it('takes CRC-64-AVRO where no algorithm is named', () => {
  const { root } = parseAvro('{"type":"enum","name":"a.E","symbols":["A"]}');
  expect(fingerprint(root)).toBe(fingerprint64(root));
});
