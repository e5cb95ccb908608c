import AjvDraft7 from 'ajv';
import Ajv2019 from 'ajv/dist/2019.js';
import Ajv2020 from 'ajv/dist/2020.js';
import AjvDraft4 from 'ajv-draft-04';
import formats from 'ajv-formats';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseSchema } from '../../../src/index.ts';
import { checkValue } from '../../../src/values/index.ts';
import { arbitraryJson, arbitraryJsonSchema } from './arbitrary-json-schema.ts';

const versions = [
  ['draft-04', AjvDraft4.default],
  ['draft-06', AjvDraft7.default],
  ['draft-07', AjvDraft7.default],
  ['2019-09', Ajv2019.default],
  ['2020-12', Ajv2020.default],
] as const;

/**
 * Where ajv 8 is known to differ from the specification: `contains` of an empty list, what `contains`
 * and `if` say about `unevaluatedItems`, what an `if` that does not fit says about
 * `unevaluatedProperties`, and several of these.
 */
function isBeyondAjv(text: string): boolean {
  const unevaluated = text.split('unevaluatedProperties').length - 1;
  return (
    /"contains"|"unevaluatedItems"/.test(text) ||
    unevaluated > 1 ||
    (unevaluated > 0 && text.includes('"if"'))
  );
}

/** Undefined where the code that ajv has made fails, as it can with references from 2019-09 on. */
function verdictOf(validate: (value: unknown) => unknown, value: unknown): boolean | undefined {
  try {
    return validate(value) === true;
  } catch {
    return undefined;
  }
}

// Ajv looks names up in plain objects.
const withoutPrototype = (text: string): string => text.replaceAll('__proto__', 'proto');

it.for(versions)('agrees with ajv on schemas of %s', { timeout: 60_000 }, ([draft, Ajv]) => {
  let [valid, invalid] = [0, 0];
  fc.assert(
    fc.property(
      arbitraryJsonSchema(draft).map(withoutPrototype),
      fc.array(arbitraryJson, { minLength: 5, maxLength: 10 }),
      (text, messages) => {
        fc.pre(!isBeyondAjv(text));
        const { $schema, ...schema } = JSON.parse(text);
        const ajv = new Ajv({ strict: false, validateSchema: false, logger: false });
        formats.default(ajv);
        const validate = ajv.compile(schema);
        const parsed = parseSchema('JSON', text, { validation: 'stored' });
        expect($schema).toContain(draft);
        for (const message of messages) {
          const value = JSON.parse(withoutPrototype(JSON.stringify(message)));
          const verdict = verdictOf(validate, value);
          if (verdict === undefined) continue;
          expect([value, checkValue(parsed, value).valid]).toEqual([value, verdict]);
          if (verdict) valid += 1;
          else invalid += 1;
        }
      },
    ),
    { numRuns: 500 },
  );
  expect(Math.min(valid, invalid)).toBeGreaterThan(300);
});
