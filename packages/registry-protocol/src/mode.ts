import { ProtocolError } from './protocol-error.ts';

/** Every mode that a subject, a context or the whole registry can be in. */
export const modes = ['READWRITE', 'READONLY', 'READONLY_OVERRIDE', 'IMPORT', 'FORWARD'] as const;

/** What may be done: READWRITE everything, READONLY nothing that writes, IMPORT registrations with a given id, FORWARD a mirror. */
export type Mode = (typeof modes)[number];

/** Whether a text is a mode as the registry writes it, in capitals. */
export function isMode(text: string): text is Mode {
  return (modes as readonly string[]).includes(text);
}

/**
 * Reads a mode in any case, as the registry does.
 *
 * @throws ProtocolError `invalid_mode`
 */
export function mode(written: string): Mode {
  const upper = written.toUpperCase();
  if (isMode(upper)) return upper;
  throw new ProtocolError(
    'invalid_mode',
    `${JSON.stringify(written)} is not a mode. Use one of ${modes.join(', ')}.`,
  );
}
