import type { IncomingMessage } from 'node:http';

const nothing = new Uint8Array();

/** Whether a request says that it brings a body. */
export function hasBody({ headers }: IncomingMessage): boolean {
  const length = headers['content-length'];
  return headers['transfer-encoding'] !== undefined || (length !== undefined && length !== '0');
}

/**
 * Reads the body of a request.
 *
 * @param maxBytes the greatest body
 * @returns undefined for a larger one, whose rest is not kept
 * @throws the socket's error when the client goes before it has sent everything
 */
export function readRequestBody(
  request: IncomingMessage,
  maxBytes: number,
): Promise<Uint8Array | undefined> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    let size = 0;
    let isWhole = false;
    request.on('data', (chunk: Uint8Array) => {
      size += chunk.length;
      if (size <= maxBytes) chunks.push(chunk);
      else resolve(undefined);
    });
    request.on('end', () => {
      isWhole = true;
      resolve(chunks.length === 1 ? chunks[0] : join(chunks));
    });
    request.on('error', reject);
    request.on('close', () => {
      // Every request closes, and an error that nobody sees costs more than reading most bodies.
      if (!isWhole) reject(new Error('The client went before its request was whole'));
    });
  });
}

function join(chunks: readonly Uint8Array[]): Uint8Array {
  return chunks.length === 0 ? nothing : Buffer.concat(chunks);
}
