/** A request target taken apart. */
export interface Target {
  /** The path's segments as they came, without matrix parameters; none for the root. */
  segments: string[];
  query: URLSearchParams;
}

const noQuery = new URLSearchParams();

/** A path that the web server in front of the real registry refuses, with the reason that it gives. */
export interface RefusedTarget {
  refused: string;
}

/**
 * Takes a raw target apart the way the real registry's web server does: `//` and encoded control characters are refused, matrix
 * parameters (`;a=b`) and a fragment do not count, one slash at the end does not either, nor what a whole URL has before its path.
 */
export function parseTarget(target: string): Target | RefusedTarget {
  if (isPlain(target)) {
    const segments = target.split('/');
    segments.shift();
    if (segments.at(-1) === '') segments.pop();
    return { segments, query: noQuery };
  }
  const withoutFragment = target.split('#', 1)[0] ?? '';
  const mark = withoutFragment.indexOf('?');
  const beforeQuery = mark < 0 ? withoutFragment : withoutFragment.slice(0, mark);
  const path = beforeQuery.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, '');
  const segments = path.split('/').slice(1);
  if (segments.at(-1) === '') segments.pop();
  if (segments.includes('')) return { refused: 'Ambiguous URI empty segment' };
  if (/%(?:[01][0-9a-f]|7f|5c)|\\/i.test(path)) return { refused: 'Suspicious Path Character' };
  if (segments.some((segment) => decodeSegment(segment) === undefined))
    return { refused: 'Bad Request' };
  return {
    segments: segments.map((segment) => segment.replace(/;.*$/s, '')),
    query: new URLSearchParams(mark < 0 ? '' : withoutFragment.slice(mark + 1)),
  };
}

/** A path in which nothing is encoded, refused or left out, without a query: most are. */
function isPlain(target: string): boolean {
  return /^\/[\w.:~!$&'()*+,=@/-]*$/.test(target) && !target.includes('//');
}

/** Encodes one segment of a path; half of a surrogate pair becomes a question mark, as Java writes it. */
export function encodeSegment(segment: string): string {
  return encodeURIComponent(segment.replace(/\p{Surrogate}/gu, '?'));
}

/** Decodes one segment of a path; undefined when its percent-encoding is broken. */
export function decodeSegment(segment: string): string | undefined {
  if (!segment.includes('%')) return segment;
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
