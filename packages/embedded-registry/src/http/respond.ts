import { randomUUID } from 'node:crypto';
import { registryMediaType } from '@srkit/registry-protocol';
import { type Answer, writeJson } from './answer.ts';
import { stringify } from './jackson/stringify.ts';
import type { RegistryRequest, RegistryResponse } from './message.ts';
import { Rejection } from './rejection.ts';

/** Writes what an operation answered. */
export function respond(
  request: RegistryRequest,
  answer: Answer,
  mediaType: string,
): RegistryResponse {
  const body =
    'text' in answer
      ? answer.text
      : answer.keepEmpty
        ? stringify(answer.json)
        : writeJson(answer.json);
  const status = answer.status ?? 200;
  return finish(request, {
    status,
    headers: status === 204 ? {} : { 'content-type': mediaType },
    body,
    ...('bytes' in answer && answer.bytes && { bytes: answer.bytes }),
  });
}

/** Writes an error. Where no resource was reached it carries no media type, as in the real registry. */
export function respondWithError(
  request: RegistryRequest,
  { status, number, message, beforeResource }: Rejection,
  mediaType: string = registryMediaType,
): RegistryResponse {
  return finish(request, {
    status,
    headers: beforeResource ? {} : { 'content-type': mediaType },
    body: stringify({ error_code: number, message }),
  });
}

/** Answers OPTIONS with the methods that a path has. */
export function respondWithMethods(
  request: RegistryRequest,
  methods: readonly string[],
): RegistryResponse {
  const allow = methods.join(', ');
  return finish(request, {
    status: 200,
    headers: { allow, 'content-type': 'text/plain' },
    body: allow,
  });
}

/** Refuses a path that the web server does not let through. */
export function respondWithPage(request: RegistryRequest, reason: string): RegistryResponse {
  const page = [
    '<html>',
    '<head>',
    '<meta http-equiv="Content-Type" content="text/html;charset=ISO-8859-1"/>',
    `<title>Error 400 ${reason}</title>`,
    '</head>',
    '<body>',
    `<h2>HTTP ERROR 400 ${reason}</h2>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
  return finish(request, {
    status: 400,
    headers: { 'content-type': 'text/html;charset=iso-8859-1' },
    body: page,
  });
}

function finish(request: RegistryRequest, response: RegistryResponse): RegistryResponse {
  const id = request.headers?.['x-request-id'];
  response.headers['x-request-id'] = id && !id.includes(',') ? id : randomUUID();
  if (request.method !== 'HEAD') return response;
  const { bytes: _, ...rest } = response;
  return { ...rest, body: '' };
}

/** Turns anything that was thrown into an error that can be answered. */
export function asRejection(error: unknown, onInternalError: (error: unknown) => void): Rejection {
  if (error instanceof Rejection) return error;
  onInternalError(error);
  return new Rejection(500, 'Internal Server Error');
}
