import { describe, expect, it } from 'vitest';
import { normalizeAvro, parseAvro } from '../../src/index.ts';

const decimal = (more: string) => `{"type":"bytes","a":1,"logicalType":"decimal"${more}}`;
const fixed = (size: number, logical: string) =>
  `{"type":"fixed","name":"F","size":${size},"a":1,"logicalType":${logical}}`;

/** A logical type that counts is put before the property `a`. */
function counts(text: string): boolean {
  const normalised = normalizeAvro(parseAvro(text));
  return normalised.indexOf('logicalType') < normalised.indexOf('"a"');
}

describe('a logical type', () => {
  it.for([
    '{"type":"int","a":1,"logicalType":"time-millis"}',
    '{"type":"long","a":1,"logicalType":"local-timestamp-nanos"}',
    '{"type":"string","a":1,"logicalType":"uuid"}',
    '{"type":"bytes","a":1,"logicalType":"big-decimal"}',
    decimal(',"precision":4'),
    decimal(',"precision":4,"scale":4'),
    fixed(16, '"uuid"'),
    fixed(12, '"duration"'),
    fixed(4, '"decimal","precision":9'),
  ])('counts in %s', (text) => {
    expect(counts(text)).toBe(true);
  });

  it.for([
    '{"type":"long","a":1,"logicalType":"date"}',
    '{"type":"int","a":1,"logicalType":"constructor"}',
    '{"type":"string","a":1,"logicalType":"uuid","avro.java.string":"String"}',
    '{"type":"int","a":1,"logicalType":1}',
    decimal(''),
    decimal(',"precision":0'),
    decimal(',"precision":4.0'),
    decimal(',"precision":4,"scale":5'),
    decimal(',"precision":4,"scale":-1'),
    decimal(',"precision":4,"scale":null'),
    fixed(15, '"uuid"'),
    fixed(4, '"decimal","precision":10'),
  ])('does not count in %s', (text) => {
    expect(counts(text)).toBe(false);
  });
});
