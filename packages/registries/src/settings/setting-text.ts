import { isSecret } from '@srkit/registry-protocol';

/** The text of a setting as it was written; undefined for what has none, such as a list. */
export function settingText(written: unknown): string | undefined {
  if (typeof written === 'string') return written;
  if (typeof written === 'number' || typeof written === 'boolean') return String(written);
  return isSecret(written) ? written.reveal() : undefined;
}

/** Whether a setting is as good as not written: nothing, or nothing but white space. */
export function isBlank(written: unknown): boolean {
  return written === undefined || written === null || settingText(written)?.trim() === '';
}
