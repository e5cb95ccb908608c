import { isAdminPath } from '../admin/admin-path.ts';
import type { Answering, RegistryRequest, RegistryResponse } from '../http/message.ts';
import { Rejection, rejection } from '../http/rejection.ts';
import { respondWithError } from '../http/respond.ts';
import { routeOfRequest } from '../http/route-of-request.ts';
import type { AccessOptions } from './access-options.ts';
import { rememberCallers } from './known-callers.ts';

/**
 * Lets only known callers through, and only to what they may do.
 *
 * @throws InvalidInput for options that let nobody in
 */
export function withAccess(options: AccessOptions, answer: Answering): Answering {
  const { credentials, bearerTokens } = options;
  if (credentials === undefined && bearerTokens === undefined) return answer;
  const findCaller = rememberCallers(options);
  const challenge = [
    ...(credentials ? ['Basic realm="Schema Registry"'] : []),
    ...(bearerTokens ? ['Bearer realm="Schema Registry"'] : []),
  ].join(', ');
  return (request) => {
    const caller = findCaller(request.headers?.['authorization']);
    if (caller === undefined) return Promise.resolve(unauthorized(request, challenge));
    const denied = caller.readOnly ? writeOf(request) : undefined;
    if (denied === undefined) return answer(request);
    return Promise.resolve(respondWithError(request, rejection(40301, denied)));
  };
}

function unauthorized(request: RegistryRequest, challenge: string): RegistryResponse {
  const response = respondWithError(
    request,
    new Rejection(401, 'Unauthorized'),
    'application/json',
  );
  response.headers['www-authenticate'] = challenge;
  return response;
}

/** What a request would change, as the registry names it; undefined for one that only reads. */
function writeOf(request: RegistryRequest): string | undefined {
  if (isAdminPath(request.target))
    return request.method === 'GET' || request.method === 'HEAD' ? undefined : 'Administer';
  const route = routeOfRequest(request);
  if (route?.effect !== 'write') return undefined;
  const { subject } = route.parameters;
  const what = /(?:Config|Mode)$/.test(route.operation)
    ? 'WriteCompatibility'
    : request.method === 'DELETE'
      ? 'Delete'
      : 'Write';
  return subject === undefined ? what : `${what} on Subject: ${subject}`;
}
