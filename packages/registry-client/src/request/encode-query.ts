import { invalidArgument } from '../errors/invalid-argument.ts';

/** One value of a query parameter, or several, sent as the parameter repeated; undefined is not sent. */
export type QueryValue = string | number | boolean | readonly string[] | undefined;

/** The parameters of a query by name. */
export type Query = Readonly<Record<string, QueryValue>>;

/**
 * Writes a query, without the question mark. A space is `%20`, which means the same to every server.
 *
 * @throws RegistryError `invalid_argument` for a number that is not whole and for text that cannot be sent
 */
export function encodeQuery(query: Query): string {
  const parts: string[] = [];
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined) continue;
    for (const one of Array.isArray(value) ? value : [value])
      parts.push(`${encoded(name, name)}=${encoded(name, text(name, one))}`);
  }
  return parts.join('&');
}

function text(name: string, value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value);
  throw invalidArgument(
    `The parameter ${name} must be a text, a whole number, true or false; it is ${String(value)}.`,
  );
}

function encoded(name: string, value: string): string {
  try {
    return encodeURIComponent(value);
  } catch {
    throw invalidArgument(
      `The parameter ${JSON.stringify(name)} holds half a character (a lone surrogate), which cannot be sent.`,
    );
  }
}
