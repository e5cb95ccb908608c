import type { ServerResponse } from 'node:http';
import type { Interruption, RegistryResponse } from '../http/message.ts';
import type { Connections } from './connections.ts';

/** Breaks a connection instead of an answer, or in the middle of one. */
export function interrupt(
  connections: Connections,
  response: ServerResponse,
  { status, headers, body }: RegistryResponse,
  interruption: Interruption,
): void {
  if (interruption.kind === 'no-answer') connections.giveUp(response);
  else if (interruption.kind === 'connection-reset') connections.reset(response);
  else {
    const bytes = Buffer.from(body, 'utf8');
    response.writeHead(status, { ...headers, 'content-length': bytes.length });
    response.flushHeaders();
    response.write(bytes.subarray(0, interruption.afterBytes));
    response.socket?.destroySoon();
  }
}
