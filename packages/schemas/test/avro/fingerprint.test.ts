import { expect, it } from 'vitest';
import { fingerprint64, parseAvro } from '../../src/index.ts';

// The first two are 7195948357588979594 and 8247732601305521295 as signed integers, which is how the
// Avro project's schema-tests.txt writes them.
it.for([
  ['"null"', '8a8f25cce724dd63'],
  ['"int"', '8f5c393f1ad57572'],
  ['{"type":"array","items":"null"}', '6d0a17682f3fd1f7'],
] as const)('gives %s the CRC-64-AVRO %s', ([schema, fingerprint]) => {
  expect(fingerprint64(parseAvro(schema).root)).toBe(fingerprint);
});
