import { internalError, notFound } from './rejection.ts';

const maxInteger = 2_147_483_647;

/**
 * Cuts a page out of a list by the query's `offset` and `limit`, as the registry does: a limit that is not between 1 and the
 * greatest means the default one, a negative offset fails.
 *
 * @param greatest the greatest limit, which is the default one too; none for lists that are not limited
 * @throws Rejection 404 for a number that cannot be read, 500 for a negative offset
 */
export function page<T>(items: readonly T[], query: URLSearchParams, greatest = maxInteger): T[] {
  const offset = integerParameter(query, 'offset', 0);
  const asked = integerParameter(query, 'limit', -1);
  if (offset < 0) throw internalError();
  const limit = asked > 0 && asked <= greatest ? asked : greatest;
  return items.slice(offset, offset + limit);
}

/** @throws Rejection 404 for what is not a 32-bit integer */
function integerParameter(query: URLSearchParams, name: string, otherwise: number): number {
  const written = query.get(name);
  if (written === null || written === '') return otherwise;
  return integer(written);
}

/** @throws Rejection 404 for what is not a 32-bit integer */
export function integer(written: string): number {
  const number = Number(written);
  if (!/^[+-]?\d+$/.test(written) || number > maxInteger || number < -maxInteger - 1)
    throw notFound();
  return number;
}

/** A boolean parameter, as Java reads it: `true` in any case, everything else is false. */
export function flag(query: URLSearchParams, name: string): boolean {
  return query.get(name)?.toLowerCase() === 'true';
}
