import tls from 'node:tls';

/** Authorities in PEM, and those that Node trusts anyway: naming some would replace them. */
export function trustedAuthorities(added: string | readonly string[]): string[] {
  return [...usual(), ...(typeof added === 'string' ? [added] : added)];
}

// From Node 22.15 also those of the system and of NODE_EXTRA_CA_CERTS, where Node is told to use them.
function usual(): readonly string[] {
  const { getCACertificates } = tls as { getCACertificates?: (type: string) => string[] };
  return getCACertificates?.('default') ?? tls.rootCertificates;
}
