import type { Credentials } from '../credentials/credentials.ts';
import type { Asked } from '../errors/asked.ts';
import { errorFromAnswer } from '../errors/from-answer.ts';
import { errorFromFailure } from '../errors/from-failure.ts';
import type { Redactor } from '../errors/redactor.ts';
import { withDeadline } from './deadline.ts';
import type { Ask } from './registry-request.ts';
import { type ExtraHeaders, requestHeaders } from './request-headers.ts';
import type { Send } from './send.ts';
import { withCredentials } from './with-credentials.ts';

/** One address of a registry, and how to speak to it. */
export interface RegistryNode {
  /** Without a slash at the end. */
  url: string;
  registry: string;
  credentials: Credentials;
  headers: ExtraHeaders;
  userAgent: string;
  timeoutMs: number;
  redactor: Redactor;
  send: Send;
  now: () => number;
}

/**
 * Makes the last step of the request path: one request to one address, within one deadline that covers credentials and
 * the whole body. Whatever goes wrong is a RegistryError from here on, so the links before can decide by its facts.
 */
export function createAttempt(node: RegistryNode): Ask {
  return async (request) => {
    const { method, path, query, body, effect } = request;
    const asked: Asked = { method, path, effect, registry: node.registry };
    const url = `${node.url}${path}${query === '' ? '' : `?${query}`}`;
    const progress = { sent: false, timeoutMs: node.timeoutMs };
    try {
      const answer = await withDeadline(
        { timeoutMs: node.timeoutMs, signal: request.signal },
        async (signal) =>
          withCredentials(node.credentials, { method, url, signal }, async (extra) => {
            const headers = requestHeaders(node, extra, body !== undefined);
            node.redactor.learn(extra);
            signal.throwIfAborted();
            progress.sent = true;
            return node.send({ method, url, headers, body, signal });
          }),
      );
      if (answer.status < 200 || answer.status >= 300) throw errorFromAnswer(asked, answer, node);
      return { ...answer, value: request.read(answer) };
    } catch (failure) {
      throw errorFromFailure(asked, failure, progress, node.redactor);
    }
  };
}
