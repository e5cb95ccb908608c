/** Making one costs more than decoding most bodies. */
const utf8 = new TextDecoder();

/** A body as text. */
interface DecodedBody {
  text: string;
  /** What is wrong with the bytes where the text ends before them. */
  invalidByte?: string;
}

/**
 * Decodes a request body as Jackson does: the zeros in its first bytes tell UTF-16, for JSON begins with ASCII, and a mark at the
 * beginning is no part of the text. Of what is not UTF-8, all before the first wrong byte is text.
 */
export function decodeBody(body: string | Uint8Array | undefined): DecodedBody {
  if (body === undefined) return { text: '' };
  if (typeof body === 'string') return { text: body.startsWith('\uFEFF') ? body.slice(1) : body };
  const encoding = encodingOf(body);
  const decoder = encoding === 'utf-8' ? utf8 : new TextDecoder(encoding);
  const text = decoder.decode(body);
  return encoding === 'utf-8' && text.includes('\uFFFD') ? beforeInvalidByte(body, text) : { text };
}

function encodingOf([first, second]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0 && second !== undefined && second !== 0) return 'utf-16be';
  if (first !== undefined && first !== 0 && second === 0) return 'utf-16le';
  return 'utf-8';
}

function beforeInvalidByte(bytes: Uint8Array, text: string): DecodedBody {
  for (let at = 0; at < bytes.length; ) {
    const first = bytes[at] ?? 0;
    const length = lengthOf(first);
    if (length === undefined) return cut(bytes, at, 'start', first);
    for (const byte of bytes.subarray(at + 1, at + length))
      if ((byte & 0xc0) !== 0x80) return cut(bytes, at, 'middle', byte);
    at += length;
  }
  return { text };
}

/** How many bytes a character takes that begins with this one; undefined where none does. */
function lengthOf(first: number): number | undefined {
  if (first < 0x80) return 1;
  if ((first & 0xe0) === 0xc0) return 2;
  if ((first & 0xf0) === 0xe0) return 3;
  return (first & 0xf8) === 0xf0 ? 4 : undefined;
}

function cut(bytes: Uint8Array, at: number, what: 'start' | 'middle', byte: number): DecodedBody {
  return {
    text: new TextDecoder().decode(bytes.subarray(0, at)),
    invalidByte: `Invalid UTF-8 ${what} byte 0x${byte.toString(16)}`,
  };
}
