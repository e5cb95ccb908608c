import type { ListedSchema } from '@srkit/registry-protocol';
import { clientErrors } from '../errors/error-code.ts';
import { invalidArgument } from '../errors/invalid-argument.ts';
import { RegistryError } from '../errors/registry-error.ts';
import type { ListSchemasOptions } from './list-schemas-options.ts';

// The server takes a greater limit as if there were none.
const largestPage = 1_000;

/** Which schemas to read, and how many at once. */
export interface IterateSchemasOptions extends Omit<ListSchemasOptions, 'limit'> {
  /** From 1 to 1000. @default 1000 */
  pageSize?: number | undefined;
}

/**
 * Reads a listing in pages. Each page after the first begins with the last schema of the one before: if that stands in
 * another place now, somebody has written, and schemas could be missed or come twice. It ends with the first page that
 * brings nothing new, since a server may cut pages shorter than was asked.
 */
export async function* iterateSchemas(
  list: (options: ListSchemasOptions) => Promise<ListedSchema[]>,
  { pageSize = largestPage, offset = 0, ...options }: IterateSchemasOptions,
  registry: string,
): AsyncGenerator<ListedSchema, void, undefined> {
  if (!Number.isInteger(pageSize) || pageSize < 1 || pageSize > largestPage) {
    throw invalidArgument(
      `pageSize must be a whole number from 1 to ${largestPage}; it is ${pageSize}.`,
    );
  }
  const first = await list({ ...options, offset, limit: pageSize });
  yield* first;
  let last = first.at(-1);
  // A server that does not page answers with everything, whatever it is asked.
  if (last === undefined || first.length > pageSize) return;
  let read = first.length;
  for (;;) {
    const limit = Math.min(pageSize + 1, largestPage);
    const page = await list({ ...options, offset: offset + read - 1, limit });
    const [overlap, ...fresh] = page;
    if (overlap === undefined || !isSame(overlap, last)) {
      if (read === first.length && isSamePage(page, first)) return;
      throw listingChanged(registry);
    }
    yield* fresh;
    const newest = fresh.at(-1);
    if (newest === undefined) return;
    last = newest;
    read += fresh.length;
  }
}

function isSame(one: ListedSchema, other: ListedSchema): boolean {
  return one.subject === other.subject && one.version === other.version && one.id === other.id;
}

function isSamePage(page: readonly ListedSchema[], first: readonly ListedSchema[]): boolean {
  return (
    page.length === first.length &&
    page.every((schema, index) => {
      const counterpart = first[index];
      return counterpart !== undefined && isSame(schema, counterpart);
    })
  );
}

function listingChanged(registry: string): RegistryError {
  const { advice } = clientErrors.listing_changed;
  return new RegistryError({
    code: 'listing_changed',
    message: `The schemas of ${registry} have moved between two pages. ${advice}`,
    retryable: true,
    method: 'GET',
    path: '/schemas',
    registry,
    advice,
  });
}
