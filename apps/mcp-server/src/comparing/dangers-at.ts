import type {
  AcceptingLevel,
  CompatibilityLevel,
  CompatibilityPolicy,
  DangerousChange,
  ParsedSchema,
} from '@srkit/schemas';

/** A change that is taken although it corrupts, loses or later blocks data. */
export type DangerWarning = Omit<DangerousChange, 'acceptedAt'>;

/**
 * Finds the dangerous changes that a level lets pass; those that it stops are reasons of its verdict. NONE lets everything
 * pass.
 *
 * @param policy how the registry compares JSON Schemas
 */
export async function dangersAt(
  level: CompatibilityLevel,
  before: ParsedSchema,
  after: ParsedSchema,
  policy: CompatibilityPolicy = 'STRICT',
): Promise<DangerWarning[]> {
  // Between schemas of different types every field is another one.
  if (before.type !== after.type) return [];
  const { findDangerousChanges } = await import('@srkit/schemas');
  return findDangerousChanges(before, after, { policy })
    .filter(({ acceptedAt }) => level === 'NONE' || accepts(acceptedAt, level))
    .map(({ acceptedAt: _, ...danger }) => danger);
}

function accepts(at: readonly AcceptingLevel[], level: CompatibilityLevel): boolean {
  return at.some((accepting) => accepting === level.replace('_TRANSITIVE', ''));
}
