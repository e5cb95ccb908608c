import { ProtocolError } from './protocol-error.ts';

/** Every compatibility level, from the most to the least permissive of each direction. */
export const compatibilityLevels = [
  'NONE',
  'BACKWARD',
  'BACKWARD_TRANSITIVE',
  'FORWARD',
  'FORWARD_TRANSITIVE',
  'FULL',
  'FULL_TRANSITIVE',
] as const;

/** Which earlier versions a new schema must be compatible with, and in which direction. */
export type CompatibilityLevel = (typeof compatibilityLevels)[number];

/** Whether a text is a level as the registry writes it, in capitals. */
export function isCompatibilityLevel(text: string): text is CompatibilityLevel {
  return (compatibilityLevels as readonly string[]).includes(text);
}

/**
 * Reads a level in any case, as the registry does.
 *
 * @throws ProtocolError `invalid_compatibility_level`
 */
export function compatibilityLevel(written: string): CompatibilityLevel {
  const upper = written.toUpperCase();
  if (isCompatibilityLevel(upper)) return upper;
  throw new ProtocolError(
    'invalid_compatibility_level',
    `${JSON.stringify(written)} is not a compatibility level. Use one of ${compatibilityLevels.join(', ')}.`,
  );
}
