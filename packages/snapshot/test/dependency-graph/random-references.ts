import type { RegistryClient } from '@srkit/registry-client';
import { qualifiedName } from '@srkit/registry-protocol';
import * as fc from 'fast-check';

/** A registration with references; each is a subject as a schema names it, and a version. */
export interface ReferringWrite {
  context: string;
  subject: string;
  number: number;
  references: readonly { subject: string; version: number }[];
}

const subject = fc.constantFrom('a', 'b', 'c', 'd/é');
const named = fc.oneof(subject, fc.constantFrom(':.x:a', ':.x:b', ':.y:a', ':.:a', ':.:b'));

/** Registrations of JSON Schemas, which take any reference to what is there. */
export const referringWrites: fc.Arbitrary<ReferringWrite[]> = fc.array(
  fc.record({
    context: fc.constantFrom('.', '.x', '.y'),
    subject,
    number: fc.integer({ min: 0, max: 30 }),
    references: fc.array(fc.record({ subject: named, version: fc.constantFrom(1, 1, 2, 3, -1) }), {
      maxLength: 3,
    }),
  }),
  { maxLength: 40, size: 'max' },
);

/** Writes, one after the other; what the registry refuses, because a reference leads nowhere, is left out. */
export async function applyReferring(
  client: RegistryClient,
  writes: readonly ReferringWrite[],
): Promise<void> {
  for (const { context, subject, number, references } of writes) {
    await client.versions
      .register(qualifiedName(context, subject), {
        schema: JSON.stringify({ type: 'object', maxProperties: number }),
        schemaType: 'JSON',
        references: references.map((reference, index) => ({ name: `${index}.json`, ...reference })),
      })
      .catch(() => {});
  }
}
