import { createServer as createHttpServer, type RequestListener, type Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { isSecret, type Secret } from '@srkit/registry-protocol';

/** What the registry shows to clients over TLS, and what it asks of them. All in PEM. */
export interface TlsOptions {
  /** The private key. */
  key: string | Uint8Array | Secret;
  /** The certificate, with those between it and its authority. */
  cert: string | Uint8Array;
  /**
   * The authority of client certificates. With it every client must show one that it signed.
   *
   * @default none: clients show nothing
   */
  clientCa?: string | Uint8Array;
}

/**
 * Creates a server that does not listen yet, over TLS if there is a certificate.
 *
 * @throws Error with a sentence when the key and the certificate cannot be used
 */
export function createServer(tls: TlsOptions | undefined, answer: RequestListener): Server {
  if (tls === undefined) return createHttpServer(answer);
  const { key, cert, clientCa } = tls;
  try {
    return createHttpsServer(
      {
        key: isSecret(key) ? key.reveal() : Buffer.from(key),
        cert: Buffer.from(cert),
        ...(clientCa !== undefined && {
          ca: Buffer.from(clientCa),
          requestCert: true,
          rejectUnauthorized: true,
        }),
      },
      answer,
    );
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      `The TLS key and certificate cannot be used: ${reason}. Both are PEM, and the key is that of the certificate.`,
    );
  }
}
