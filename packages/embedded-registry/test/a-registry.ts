import { createEmbeddedRegistry, type EmbeddedRegistryOptions } from '../src/index.ts';

/** What a registry answered, its body read. */
export interface Answer {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into whatever JSON comes back
  body: any;
  headers: Record<string, string>;
}

/** A record with the given fields, as Avro text; `b:int=0` has a default, `a` is a string without one. */
export function avro(name: string, ...fields: string[]): string {
  return JSON.stringify({
    type: 'record',
    name,
    fields: fields.map((field) => {
      const [, fieldName, type = 'string', value] =
        /^(\w+)(?::(\w+))?(?:=(.*))?$/.exec(field) ?? [];
      return { name: fieldName, type, ...(value !== undefined && { default: JSON.parse(value) }) };
    }),
  });
}

/** An empty registry that is asked by method, target and body. A failure inside it fails the test. */
export function aRegistry(options: EmbeddedRegistryOptions = {}) {
  const registry = createEmbeddedRegistry({
    onInternalError: (error) => {
      throw error;
    },
    ...options,
  });
  async function ask(method: string, target: string, body?: unknown): Promise<Answer> {
    const answer = await registry.handle({
      method,
      target,
      headers: {},
      body: body === undefined || typeof body === 'string' ? body : JSON.stringify(body),
    });
    const isJson = answer.body !== '' && answer.headers['content-type'] !== 'text/plain';
    return {
      status: answer.status,
      headers: answer.headers,
      body: isJson ? readJson(answer.body) : answer.body,
    };
  }
  return {
    registry,
    ask,
    /** Registers an Avro text, or a whole request, and gives the answer. */
    register: (subject: string, request: string | object) =>
      ask(
        'POST',
        `/subjects/${encodeURIComponent(subject)}/versions`,
        typeof request === 'string' ? { schema: request } : request,
      ),
  };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
