import { createPrivateKey } from 'node:crypto';
import { generate } from 'selfsigned';

/** A certificate and its private key, both in PEM. */
export interface Identity {
  cert: string;
  key: string;
}

/** An authority that signs certificates. */
export interface Authority extends Identity {
  /** Makes a certificate for hosts that is good until this moment. */
  sign(name: string, hosts?: readonly string[], until?: Date): Promise<Identity>;
}

const daysFromNow = (days: number): Date => new Date(Date.now() + days * 24 * 3_600_000);

/** A moment at which a certificate has run out. */
export const runOut = daysFromNow(-1);

/** Makes an authority that nobody trusts yet. */
export async function anAuthority(name: string): Promise<Authority> {
  const own = await generate([{ name: 'commonName', value: name }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: daysFromNow(-3),
    notAfterDate: daysFromNow(1),
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      {
        name: 'keyUsage',
        keyCertSign: true,
        cRLSign: true,
        digitalSignature: true,
        critical: true,
      },
    ],
  });
  const ca = { cert: own.cert, key: own.private };
  return {
    ...ca,
    async sign(subject, hosts = [], until = daysFromNow(1)) {
      const made = await generate([{ name: 'commonName', value: subject }], {
        keyType: 'ec',
        algorithm: 'sha256',
        ca,
        notBeforeDate: daysFromNow(-2),
        notAfterDate: until,
        extensions: [
          { name: 'basicConstraints', cA: false },
          { name: 'keyUsage', digitalSignature: true },
          {
            name: 'subjectAltName',
            altNames: (hosts.length > 0 ? hosts : [`${subject}.test`]).map((host) =>
              /^[\d.]+$/.test(host) ? { type: 7, ip: host } : { type: 2, value: host },
            ),
          },
        ],
      });
      return { cert: made.cert, key: made.private };
    },
  };
}

/** The same key, encrypted. */
export function encrypted(key: string, passphrase: string): string {
  const options = { type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase } as const;
  return String(createPrivateKey(key).export(options));
}
