import { matchRoute } from '@srkit/registry-protocol';
import { printable } from './printable.ts';

const longest = 400;

/** Names a request for a message: `getVersion (subject 'orders', version '7')`, or method and path for one without a name. */
export function requestInWords(method: string, path: string): string {
  const match = matchRoute(method, path);
  if (!match) return printable(`${method} ${path}`, longest);
  const parts = Object.entries(match.parameters).map(
    ([name, value]) => `${name} '${decoded(value)}'`,
  );
  const context = /^\/contexts\/([^/]+)\/./.exec(path)?.[1];
  if (context !== undefined) parts.push(`context '${decoded(context)}'`);
  const what = match.route.operation;
  return printable(parts.length > 0 ? `${what} (${parts.join(', ')})` : what, longest);
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
