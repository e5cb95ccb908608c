import fc from 'fast-check';
import type { JsonValue } from '../../src/index.ts';

const awkwardKeys = fc.constantFrom('__proto__', '2', '1', 'constructor', '', 'a"b', '\ud800');
const anyString = fc.string({ unit: 'binary' });
const anyNumber = fc
  .constantFrom('0', '-0', '1.0', '1e3', '1E-7', '9223372036854775807', '-12.50e+10')
  .map((number) => ({ number }));

/** JSON values as the lossless reader gives them, awkward keys and numbers included. */
export const arbitraryJson: fc.Arbitrary<JsonValue> = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(null, true, false),
    anyString,
    anyNumber,
    fc.array(tie('value'), { maxLength: 4 }),
    fc
      .array(fc.tuple(fc.oneof(awkwardKeys, anyString), tie('value')), { maxLength: 4 })
      .map((members) => new Map(members)),
  ),
})).value;
