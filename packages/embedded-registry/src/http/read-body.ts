import { type Bound, bind, type Shape } from './body-shape.ts';
import { jsonComplaint } from './json-complaint.ts';
import { Rejection } from './rejection.ts';

/**
 * Reads a request body as JSON of a shape.
 *
 * @param name how the registry calls the body where it is missing, for example `register.request`
 * @throws Rejection 400 for what is not JSON or not of the shape, 422 for a missing body
 */
export function readBody(
  body: string | Uint8Array | undefined,
  shape: Shape,
  name: string,
): { [field: string]: Bound } {
  const text = textOf(body);
  const value = text.trim() === '' ? null : parseJson(text);
  const bound = bind(shape, value);
  if (bound === null) throw new Rejection(422, `${name} must not be null (was null)`);
  return bound as { [field: string]: Bound };
}

function textOf(body: string | Uint8Array | undefined): string {
  const text = typeof body === 'string' ? body : new TextDecoder().decode(body ?? new Uint8Array());
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Rejection(400, jsonComplaint(text));
  }
}
