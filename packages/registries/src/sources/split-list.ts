/** One entry of a list, taken apart. */
export interface ListEntry {
  /** As they are meant: without quotes, percent-decoded. */
  fields: string[];
  /** What keeps it from being taken apart: a quote that is not closed, or an address whose end is not clear. */
  broken?: 'quote' | 'address';
}

// An address ends at a colon that begins no port, or stands before a quote; user and password may stand before its host.
const address =
  /https?:\/\/(?:[^:@,/\s]*(?::(?!["'])[^:@,/\s]*)?@)?(?:\[[^\]]*\]|[^:,/]*)(?::\d+(?=[:,/\s]|$))?(?:\/[^:,]*)?/iy;
const doubleQuoted = /"((?:[^"\\]|\\.)*)"\s*(?=[:,]|$)/sy;
const singleQuoted = /'([^']*)'\s*(?=[:,]|$)/y;
// `http://me:pass/word@host` would be a host `me` and a user `pass/word@host`.
const atInNextField = /:(?!\s*["'])[^:,]*@/y;
const plain = /[^:,]*/y;
const restOfEntry = /[^,]*/y;

/**
 * Splits `name:url:user:password,name:url`. A field can stand in double quotes (with \" and \\ within) or in single ones;
 * without quotes it is percent-decoded, addresses excepted.
 */
export function splitList(list: string): ListEntry[] {
  const entries: ListEntry[] = [];
  let position = 0;

  function match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = position;
    const found = pattern.exec(list);
    if (found) position = pattern.lastIndex;
    return found;
  }

  function field(index: number): string | undefined {
    match(/\s*/y);
    const quote = list[position];
    if (quote === '"') return match(doubleQuoted)?.[1]?.replace(/\\(.)/gs, '$1');
    if (quote === "'") return match(singleQuoted)?.[1];
    if (index === 1) return (match(address) ?? match(plain))?.[0].trim();
    return decode((match(plain)?.[0] ?? '').trim());
  }

  function isUnclear(text: string): boolean {
    if (text.includes('@')) return list[position] === ':';
    atInNextField.lastIndex = position;
    return !/:\d+(?:\/|$)/.test(text) && atInNextField.test(list);
  }

  function readEntry(): ListEntry {
    const fields: string[] = [];
    for (;;) {
      const isQuoted = /^\s*["']/.test(list.slice(position, position + 100));
      const read = field(fields.length);
      const next = list[position] ?? ',';
      const isUnclearAddress =
        read !== undefined && fields.length === 1 && !isQuoted && isUnclear(read);
      if (read === undefined || isUnclearAddress || (next !== ':' && next !== ',')) {
        match(restOfEntry);
        return { fields, broken: isUnclearAddress ? 'address' : 'quote' };
      }
      fields.push(read);
      if (next === ',') return { fields };
      position += 1;
    }
  }

  while (position < list.length) {
    const entry = readEntry();
    position += 1;
    if (entry.broken || entry.fields.some((text) => text !== '')) entries.push(entry);
  }
  return entries;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
