import { validateHeaderName, validateHeaderValue } from 'node:http';
import { errorCodes } from '@srkit/registry-protocol';
import type { RegistryRequest, RegistryResponse } from '../../src/http/message.ts';

const numbers = new Set([...Object.keys(errorCodes).map(Number), 501]);
const statuses = new Set([200, 204, 207, ...[...numbers].map(statusOf)]);

/** What no message says, unless a request brought it. */
const leaks = [
  /undefined/,
  /\[object \w+\]/,
  /\bNaN\b/,
  /\.[jt]s\b/,
  /node_modules|node:/,
  /^\s+at /m,
];

function statusOf(number: number): number {
  return number < 1000 ? number : Math.floor(number / 100);
}

/**
 * Looks at an answer as a client does.
 *
 * @param sent everything that was sent until then, as one text
 * @returns what is wrong with it; undefined for nothing
 */
export function answerProblem(
  request: RegistryRequest,
  { status, headers, body, bytes, interruption }: RegistryResponse,
  sent: string,
): string | undefined {
  if (!statuses.has(status)) return `the status ${status}`;
  if (interruption) return 'an interruption';
  for (const [name, value] of Object.entries(headers)) {
    try {
      validateHeaderName(name);
      validateHeaderValue(name, value);
    } catch (error) {
      return String(error);
    }
  }
  if (!headers['x-request-id']) return 'no x-request-id';
  if (bytes && new TextDecoder().decode(bytes) !== body) return 'bytes that are not the text';
  if (request.method === 'HEAD' || status === 204)
    return body === '' && !bytes ? undefined : 'a body where none may be';
  const type = headers['content-type'];
  if (type === 'text/html;charset=iso-8859-1')
    return status === 400 && body.startsWith('<html>') ? undefined : 'a page';
  if (type === 'text/plain')
    return request.method === 'OPTIONS' || /text|\*|^\s*$/.test(request.headers?.['accept'] ?? '*')
      ? undefined
      : 'a text that nobody asked for';
  if (status >= 400) return errorProblem(status, body, sent);
  return isSchemaText(request.target) || isJson(body)
    ? undefined
    : `no JSON: ${body.slice(0, 200)}`;
}

/** A schema's own text is sent as it is. */
function isSchemaText(target: string): boolean {
  return /\/schema\/?(?:[;?#].*)?$/s.test(
    decodeURI(target.replace(/%(?![0-9a-f]{2})/gi, '').replace(/%[89a-f]./gi, '')),
  );
}

function errorProblem(status: number, body: string, sent: string): string | undefined {
  if (!isJson(body)) return `no JSON: ${body.slice(0, 200)}`;
  const error: unknown = JSON.parse(body);
  if (typeof error !== 'object' || error === null) return `no object: ${body}`;
  if (Object.keys(error).join() !== 'error_code,message') return `other fields: ${body}`;
  const { error_code: number, message } = error as { error_code: unknown; message: unknown };
  if (typeof number !== 'number' || !numbers.has(number)) return `the error number ${number}`;
  if (statusOf(number) !== status) return `the status ${status} for ${number}`;
  if (typeof message !== 'string') return `no message: ${body}`;
  const own = message.replaceAll("'NaN'/'+INF'/'-INF'", '');
  for (const leak of leaks) {
    const found = leak.exec(own)?.[0];
    if (found !== undefined && !sent.includes(found.trim()))
      return `${found} in ${message.slice(0, 400)}`;
  }
  return undefined;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
