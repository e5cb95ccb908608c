import { type Bound, bind, type Shape } from './body-shape.ts';
import { decodeBody } from './jackson/decode-body.ts';
import { readJson, readTrailing } from './jackson/read-json.ts';
import { readsAlike } from './jackson/reads-alike.ts';
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
  const { text, invalidByte } = decodeBody(body);
  const usual = invalidByte === undefined ? parseUsual(text) : undefined;
  const bound = usual === undefined ? bindUnusual(text, invalidByte, shape) : bind(shape, usual);
  if (bound === null) throw new Rejection(422, `${name} must not be null (was null)`);
  return bound as { [field: string]: Bound };
}

/** Reads what needs no more than the platform's parser, as nearly all bodies do. */
function parseUsual(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return readsAlike(text, value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** What does not fit the shape is found before what is no JSON after it, as Jackson does both at once. */
function bindUnusual(text: string, invalidByte: string | undefined, shape: Shape): Bound {
  const { value = null, complaint, cursor } = readJson(text, 'body');
  const bound = bind(shape, value);
  if (complaint && (invalidByte === undefined || complaint.kind !== 'io.JsonEOFException'))
    throw new Rejection(400, complaint.message);
  if (invalidByte !== undefined) throw new Rejection(400, invalidByte);
  const trailing = readTrailing(cursor);
  if (typeof trailing === 'object') throw new Rejection(400, trailing.message);
  if (trailing !== undefined)
    throw new Rejection(
      400,
      `Trailing token (of type ${trailing}) found after value (bound as \`${nameOf(shape)}\`): not allowed as per \`DeserializationFeature.FAIL_ON_TRAILING_TOKENS\``,
    );
  return bound;
}

function nameOf(shape: Shape): string {
  return 'name' in shape ? shape.name : shape.kind;
}
