import { isSecret, registryMediaType, type Secret } from '@srkit/registry-protocol';
import { invalidArgument } from '../errors/invalid-argument.ts';

/** Headers that a client sends with every request; a secret is revealed only when it is sent. */
export type ExtraHeaders = Readonly<Record<string, string | Secret>>;

/**
 * Puts the headers of a request together: our own, then the client's, then the credentials', each over the ones before.
 *
 * @throws RegistryError `invalid_argument` for a header that cannot be sent; the value is not in the message
 */
export function requestHeaders(
  options: { userAgent: string; headers: ExtraHeaders },
  credentials: Readonly<Record<string, string>>,
  hasBody: boolean,
): Record<string, string> {
  const headers = new Headers({
    accept: registryMediaType,
    // Without it Confluent Cloud leaves out guid, ts and deleted, and all but the id of a registration.
    'confluent-accept-unknown-properties': 'true',
    ...(hasBody ? { 'content-type': registryMediaType } : {}),
  });
  for (const [name, value] of [
    ['user-agent', options.userAgent] as const,
    ...Object.entries(options.headers),
    ...Object.entries(credentials),
  ]) {
    try {
      headers.set(name, isSecret(value) ? value.reveal() : value);
    } catch {
      // The error of Headers holds the value, which can be a secret.
      throw invalidArgument(
        `The header ${JSON.stringify(name)} cannot be sent: its name or value holds a character that no header may hold.`,
      );
    }
  }
  return Object.fromEntries(headers);
}

/** The values of the client's own headers that must not be seen: those wrapped, and those named like a secret. */
export function secretHeaders(headers: ExtraHeaders): Record<string, string> {
  const secrets: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (isSecret(value)) secrets[name] = value.reveal();
    else if (/auth|key|token|secret|password|cookie/i.test(name)) secrets[name] = value;
  }
  return secrets;
}
