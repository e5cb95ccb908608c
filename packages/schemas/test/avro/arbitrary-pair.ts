import fc from 'fast-check';
import { arbitraryAvro } from './arbitrary-schema.ts';

/** Two Avro schemas, mostly versions of one: parts of the second were left out, repeated or replaced. */
export const arbitraryPair: fc.Arbitrary<[string, string]> = fc.oneof(
  fc.tuple(arbitraryAvro, arbitraryAvro),
  fc
    .tuple(arbitraryAvro, fc.array(fc.nat(7), { minLength: 1, maxLength: 40 }))
    .map(([text, choices]): [string, string] => [text, change(text, choices)]),
);

/** Changes a schema part by part as the choices say; the result stays a schema. */
function change(text: string, choices: readonly number[]): string {
  let at = 0;
  const choose = (): number => choices[at++ % choices.length] ?? 0;
  return JSON.stringify(
    JSON.parse(text, (key, value) => {
      if (key === 'doc' && choose() === 1) return 'Changed.';
      if (key === 'aliases' && choose() === 2) return undefined;
      if (key === 'fields' && Array.isArray(value)) {
        const kept = value.filter(() => choose() !== 3);
        return choose() === 4 ? kept.reverse() : kept;
      }
      if (key === 'symbols' && choose() === 5) return [...value, 'E'].reverse();
      if (value === 'int' && choose() < 4) return 'long';
      if (value === 'string' && choose() < 2) return 'bytes';
      return value;
    }),
  );
}
