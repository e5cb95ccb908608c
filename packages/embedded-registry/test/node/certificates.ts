import { generate } from 'selfsigned';

/** A certificate and its private key, both in PEM. */
export interface Identity {
  cert: string;
  key: string;
}

/** Makes an authority that nobody trusts yet, and a certificate for loopback that it signed. */
export async function certificates(): Promise<{ authority: Identity; own: Identity }> {
  const authority = await certificate('Authority', [
    { name: 'basicConstraints', cA: true, critical: true },
    { name: 'keyUsage', keyCertSign: true, critical: true },
  ]);
  const hosts = [{ type: 7, ip: '127.0.0.1' } as const];
  const own = await certificate('own', [{ name: 'subjectAltName', altNames: hosts }], authority);
  return { authority, own };
}

async function certificate(
  name: string,
  extensions: NonNullable<Parameters<typeof generate>[1]>['extensions'] & object,
  ca?: Identity,
): Promise<Identity> {
  const made = await generate([{ name: 'commonName', value: name }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions,
    ...(ca && { ca }),
  });
  return { cert: made.cert, key: made.private };
}
