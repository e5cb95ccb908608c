import { describe, expect, it } from 'vitest';
import { readWirePrefix } from '../../src/values/index.ts';

describe('readWirePrefix', () => {
  it('splits the id of the schema from the value, without copying it', () => {
    const bytes = Uint8Array.of(9, 0, 0, 1, 0, 2, 7, 8).subarray(1);
    const prefixed = readWirePrefix(bytes);
    expect(prefixed?.schemaId).toBe(65_538);
    expect([...(prefixed?.payload ?? [])]).toEqual([7, 8]);
    expect(prefixed?.payload.buffer).toBe(bytes.buffer);
  });

  it('reads the greatest id', () => {
    expect(readWirePrefix(Uint8Array.of(0, 127, 255, 255, 255))?.schemaId).toBe(2147483647);
  });

  it.for([[], [0], [0, 0, 0, 1], [1, 0, 0, 0, 1, 2]])('finds none in %j', (bytes) => {
    expect(readWirePrefix(Uint8Array.from(bytes))).toBeUndefined();
  });
});
