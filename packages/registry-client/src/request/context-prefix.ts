import { type ContextName, defaultContext } from '@srkit/registry-protocol';
import { encodeContext } from './encode-path.ts';

/**
 * Puts a path into a context: `/subjects` becomes `/contexts/.staging/subjects`. The default context is never written, and
 * what belongs to no context (`/`, `/contexts`, `/v1/metadata/…`, `/exporters`, `/associations`) stays as it is: a registry
 * answers 404 or 405 to some of it.
 */
export function contextPrefix(context: ContextName, path: string): string {
  if (
    context === defaultContext ||
    /^\/($|contexts($|\/)|v1\/|exporters($|\/)|associations($|[/:]))/.test(path)
  )
    return path;
  return `/contexts/${encodeContext(context)}${path}`;
}
