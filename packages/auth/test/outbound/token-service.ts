/** A request for a token as a service got it. */
export interface SeenTokenRequest {
  url: string;
  authorization: string | null;
  headers: Headers;
  form: URLSearchParams;
}

/**
 * A token service behind a `fetch`, by the specification: it answers with a new token each time.
 *
 * @param answer what it answers instead
 */
export function aTokenService(answer?: (count: number) => Response | Promise<Response>) {
  const seen: SeenTokenRequest[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const { url, headers } = request;
    const form = new URLSearchParams(await request.text());
    seen.push({ url, authorization: headers.get('authorization'), headers, form });
    return (await answer?.(seen.length)) ?? aToken(`token-${seen.length}`, 3_600);
  };
  return { fetch, seen };
}

/** The answer with a token. */
export function aToken(token: string, seconds?: number): Response {
  return Response.json({
    access_token: token,
    token_type: 'Bearer',
    ...(seconds !== undefined && { expires_in: seconds }),
  });
}

/** What a client hands to credentials. */
export function aRequest(): { method: string; url: string; signal: AbortSignal } {
  return { method: 'GET', url: 'https://registry/subjects', signal: new AbortController().signal };
}
