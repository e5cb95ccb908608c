import type { ServerContext } from '@modelcontextprotocol/server';
import type { Notify } from './tasks/follow-progress.ts';

/**
 * Recognises a caller again, so that they see their own tasks and no others: by who signed in, or else by the session of the
 * transport. Over stdio, and where nobody signs in and there is no session, all are the same.
 */
export function callerOf({ http, sessionId }: ServerContext): string {
  const { clientId, extra } = http?.authInfo ?? {};
  if (clientId !== undefined) return JSON.stringify(['client', clientId, extra?.['sub'] ?? null]);
  return sessionId === undefined ? 'anybody' : JSON.stringify(['session', sessionId]);
}

/** How to tell the client how far a call is; undefined where it did not ask to be told. */
export function notifyOf({ mcpReq }: ServerContext): Notify | undefined {
  const progressToken = mcpReq._meta?.progressToken;
  if (progressToken === undefined) return undefined;
  return (notice) =>
    mcpReq.notify({ method: 'notifications/progress', params: { progressToken, ...notice } });
}

/** Whoever reads a resource wants it, and no task: most clients wait 60 seconds. In milliseconds. */
const resourceWaitMs = 50_000;

/** How long a call waits for long work, in milliseconds; undefined where the settings say it. */
export function waitOf({ mcpReq }: ServerContext): number | undefined {
  return mcpReq.method === 'resources/read' ? resourceWaitMs : undefined;
}
