const FOREIGN = /[\u{a0}-\u{10ffff}]/gu;
// What may not stand in a URI, or a per cent sign that escapes nothing.
const NOT_URI = /[^A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]|%(?![0-9A-Fa-f]{2})/;

/** Whether a text is a URI with a scheme (RFC 3986). */
export function isUri(text: string): boolean {
  return /^[A-Za-z][A-Za-z0-9+\-.]*:/.test(text) && isUriReference(text);
}

/** Whether a text is a URI, or one that is relative to another. */
export function isUriReference(text: string): boolean {
  if (NOT_URI.test(text)) return false;
  const fragment = text.indexOf('#');
  if (fragment !== -1 && /[#[\]]/.test(text.slice(fragment + 1))) return false;
  const main = fragment === -1 ? text : text.slice(0, fragment);
  const [path = ''] = main.split('?', 1);
  if (/[[\]]/.test(main.slice(path.length))) return false;
  const scheme = /^[A-Za-z][A-Za-z0-9+\-.]*:/.exec(path)?.[0] ?? '';
  const rest = path.slice(scheme.length);
  if (rest.startsWith('//')) return isAuthority(rest.slice(2));
  if (/[[\]]/.test(rest)) return false;
  // A colon before the first slash would end a scheme.
  return scheme !== '' || !(rest.split('/', 1)[0] ?? '').includes(':');
}

/** Whether a text is a URI in which letters of all languages may stand. */
export function isIri(text: string): boolean {
  return isUri(text.replace(FOREIGN, 'x'));
}

/** Whether a text is an IRI, or one that is relative to another. */
export function isIriReference(text: string): boolean {
  return isUriReference(text.replace(FOREIGN, 'x'));
}

/** Whether a text is the address of something on a web or file server. */
export function isUrl(text: string): boolean {
  return /^(?:https?|ftp):\/\/[^/?#]/i.test(text) && isIri(text);
}

/** Whether a text is a URI with holes in braces (RFC 6570). */
export function isUriTemplate(text: string): boolean {
  const outside = text.replace(/\{[+#./;?&=,!@|]?[A-Za-z0-9_%.]+[^{}]*\}/g, '');
  return !/[\0- "'<>\\^`{|}]|%(?![0-9A-Fa-f]{2})/.test(outside);
}

function isAuthority(rest: string): boolean {
  const [authority = '', ...path] = rest.split('/');
  if (/[[\]]/.test(path.join('/'))) return false;
  const at = authority.lastIndexOf('@');
  if (/[@[\]]/.test(authority.slice(0, Math.max(at, 0)))) return false;
  const host = authority.slice(at + 1);
  const literal = /^\[([^[\]]+)\](?::[0-9]*)?$/.exec(host)?.[1];
  if (literal !== undefined) return isIpv6(literal) || /^v[0-9a-f]+\../i.test(literal);
  return !/[[\]]/.test(host) && /^[^:]*(?::[0-9]*)?$/.test(host);
}

/** Whether a text is an address of the internet's version 4. */
export function isIpv4(text: string): boolean {
  const parts = text.split('.', 5);
  return (
    parts.length === 4 &&
    parts.every((part) => /^(?:0|[1-9][0-9]{0,2})$/.test(part) && Number(part) < 256)
  );
}

/** Whether a text is an address of the internet's version 6. */
export function isIpv6(text: string): boolean {
  if (text.length > 45) return false;
  const [head = '', tail, ...more] = text.split('::');
  if (more.length > 0) return false;
  const before = countGroups(head, tail === undefined);
  const after = tail === undefined ? 0 : countGroups(tail, true);
  if (before === undefined || after === undefined) return false;
  return tail === undefined ? before === 8 : before + after < 8;
}

/** How many groups of 16 bits a part of an address has; an IPv4 address may be its last two. */
function countGroups(part: string, isLast: boolean): number | undefined {
  if (part === '') return 0;
  const groups = part.split(':');
  let count = 0;
  for (const [index, group] of groups.entries()) {
    if (/^[0-9a-f]{1,4}$/i.test(group)) count += 1;
    else if (isLast && index === groups.length - 1 && isIpv4(group)) count += 2;
    else return undefined;
  }
  return count;
}
