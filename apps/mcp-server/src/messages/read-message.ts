import { ToolError } from '../tool-error.ts';

/** No broker takes nearly as much, in characters. */
const longest = 4_000_000;

/** A message as a call gives it. */
export type GivenMessage = { text: string } | { bytes: Uint8Array };

/**
 * Reads the message of a call: JSON in a text, or bytes in base64, of either alphabet.
 *
 * @throws ToolError `invalid_arguments` unless it is given in exactly one way, `too_large`
 */
export function readMessage(text: string | undefined, base64: string | undefined): GivenMessage {
  if ((text === undefined) === (base64 === undefined)) {
    throw new ToolError(
      'invalid_arguments',
      "Give the message in one way: JSON in 'message', or bytes in 'message_base64'.",
    );
  }
  const given = text ?? base64 ?? '';
  if (given.length > longest) {
    throw new ToolError(
      'too_large',
      `The message has ${given.length} characters; ${longest} are the most that is checked here. Brokers take 1 MB unless they are told otherwise: cut the message down.`,
    );
  }
  return text === undefined ? { bytes: fromBase64(given) } : { text };
}

function fromBase64(written: string): Uint8Array {
  const plain = written.replace(/\s/g, '').replace(/=+$/, '');
  const strange = /[^A-Za-z0-9+/_-]/.exec(plain);
  if (strange === null && plain.length % 4 !== 1) return Buffer.from(plain, 'base64');
  throw new ToolError(
    'invalid_arguments',
    strange === null
      ? "'message_base64' is no base64: it is cut off, as its length shows."
      : `'message_base64' is no base64: it holds ${JSON.stringify(strange[0])}. A message in JSON goes into 'message'.`,
  );
}
