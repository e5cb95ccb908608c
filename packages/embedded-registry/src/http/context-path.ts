import { defaultContext, isQualified } from '@srkit/registry-protocol';
import { mapSubjects } from './map-subjects.ts';
import { Rejection } from './rejection.ts';
import { decodeSegment, encodeSegment, type Target } from './target.ts';

/**
 * Rewrites `/contexts/{context}/…` to the same request with qualified names: subjects in the path, `subject` and
 * `subjectPrefix` in the query, and a bare `config` or `mode` to the context's own; changes of associations are told the
 * context. Names that are already qualified stay.
 *
 * @throws Rejection 400 for a context with a colon inside
 */
export function rewriteContextPath({ segments, query }: Target, method = 'GET'): Target {
  const [first, written, ...rest] = segments;
  if (first !== 'contexts' || written === undefined) return { segments, query };
  const context = contextOfPath(decodeSegment(written) ?? written);
  const own = `:${context}:`;
  const qualify = (name: string) => (isQualified(name) ? name : `${own}${name}`);
  if (rest.length === 0) return { segments: ['contexts', encodeSegment(own)], query };

  const [room, second] = rest;
  const isSettings = room === 'config' || room === 'mode';
  const rewritten = mapSubjects(rest, (name) => qualify(name), isSettings ? 1 : undefined);
  if (isSettings && rest.length === 1) rewritten.push(encodeSegment(own));

  const changed = new URLSearchParams(query);
  const qualifyEvery = (parameter: string) => {
    const values = changed.getAll(parameter);
    changed.delete(parameter);
    for (const value of values.length > 0 ? values : [''])
      changed.append(parameter, qualify(value));
  };
  if (room === 'schemas' && second === 'ids') qualifyEvery('subject');
  const isListing = (room === 'schemas' || room === 'subjects') && second === undefined;
  const isKekListing = room === 'dek-registry' && rest[2] === 'keks' && rest.length === 3;
  if (isListing || isKekListing) qualifyEvery('subjectPrefix');
  if (room?.startsWith('associations') && /^(POST|PUT|PATCH)$/.test(method))
    changed.set('context', own);
  return { segments: rewritten, query: changed };
}

/**
 * The context that a path names.
 *
 * @throws Rejection 400 for one with a colon inside
 */
export function contextOfPath(written: string): string {
  const bare = written.replace(/^:/, '').replace(/:$/, '');
  if (bare.includes(':'))
    throw new Rejection(400, `Context name '${written}' cannot contain a colon`);
  // The real registry takes `*` here for the default context.
  if (bare === '' || bare === '*') return defaultContext;
  return bare.startsWith('.') ? bare : `.${bare}`;
}
