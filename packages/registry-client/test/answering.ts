import {
  createRegistryClient,
  type RegistryClient,
  type RegistryClientOptions,
} from '../src/index.ts';

/** A client whose registry answers everything with the same; it asks once. */
export function aClientAnswered(
  answer: () => Response | Promise<Response>,
  options: Partial<RegistryClientOptions> = {},
): RegistryClient {
  return createRegistryClient({
    url: 'http://registry.test:8081',
    fetch: async () => answer(),
    retry: false,
    ...options,
  });
}

/** An error answer as a registry writes it. */
export function anErrorAnswer(status: number, number: number, message: string): Response {
  return Response.json({ error_code: number, message }, { status });
}

/** A page as a proxy writes it. */
export function aPage(status: number, text = 'Welcome'): Response {
  const body = `<!DOCTYPE html>\n<html><head><title>${text}</title></head><body>${text}</body></html>`;
  return new Response(body, { status, headers: { 'content-type': 'text/html; charset=utf-8' } });
}
