/** A URI reference in two: what stands before the first `#`, and what follows it, if there is one. */
export function splitFragment(uri: string): { document: string; fragment: string | undefined } {
  const hash = uri.indexOf('#');
  if (hash === -1) return { document: uri, fragment: undefined };
  return { document: uri.slice(0, hash), fragment: uri.slice(hash + 1) };
}

interface UriParts {
  scheme: string;
  /** With its two slashes; undefined where there is none. */
  authority: string | undefined;
  path: string;
  query: string;
}

const PARTS = /^([A-Za-z][A-Za-z0-9+.-]*:)?(\/\/[^/?]*)?([^?]*)(\?.*)?$/s;

/**
 * Resolves a URI reference without a fragment against a base, by RFC 3986. A base may be relative
 * itself, as the names of references often are.
 */
export function resolveUri(base: string, reference: string): string {
  if (base === '' || reference === '') return reference === '' ? base : reference;
  const child = partsOf(reference);
  if (child.scheme !== '') return reference;
  const parent = partsOf(base);
  const { scheme } = parent;
  if (child.authority !== undefined) return scheme + reference;
  const start = scheme + (parent.authority ?? '');
  if (child.path === '') return start + parent.path + child.query;
  if (child.path.startsWith('/')) return start + withoutDots(child.path) + child.query;
  const folder = parent.path.slice(0, parent.path.lastIndexOf('/') + 1);
  const slash = folder === '' && parent.authority !== undefined ? '/' : '';
  return start + withoutDots(slash + folder + child.path) + child.query;
}

function partsOf(uri: string): UriParts {
  const [, scheme = '', authority, path = '', query = ''] = PARTS.exec(uri) ?? [];
  return { scheme, authority, path, query };
}

function withoutDots(path: string): string {
  if (!path.includes('.')) return path;
  const absolute = path.startsWith('/');
  const segments = path.split('/');
  const kept: string[] = [];
  for (const [index, segment] of segments.entries()) {
    const last = index === segments.length - 1;
    if (segment === '..') {
      // The empty segment before a leading slash is not a folder that can be left.
      if (kept.length > (absolute ? 1 : 0)) kept.pop();
      if (last) kept.push('');
    } else if (segment !== '.') kept.push(segment);
    else if (last) kept.push('');
  }
  return kept.join('/');
}

/**
 * Whether a text can be a URI reference, as Java reads it: no blanks, quotes, angle brackets, braces,
 * backslashes, carets or bars, a `%` only before two digits, one `#` at most, no brackets in the path.
 */
export function isUriReference(text: string): boolean {
  if (/[\p{Cc}\p{Z}"<>\\^`{|}]|%(?![0-9a-fA-F]{2})|#.*#/su.test(text)) return false;
  return !/^(?:[A-Za-z][A-Za-z0-9+.-]*:)?(?:\/\/[^/?#]*)?[^?#[\]]*[[\]]/.test(text);
}
