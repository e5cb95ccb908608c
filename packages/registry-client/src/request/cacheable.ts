import type { Operation } from '@srkit/registry-protocol';
import type { RegistryRequest } from './registry-request.ts';

/**
 * How long an answer may be kept: `content` does not change, `latest` and `listing` do when somebody writes, and what is
 * `never` kept is settings and what a registry says of itself.
 */
export type Keeping = 'content' | 'latest' | 'listing' | 'never';

const keepings: Partial<Record<Operation, Keeping>> = {
  getSchemaById: 'content',
  getSchemaTextById: 'content',
  getSchemaByGuid: 'content',
  getVersion: 'latest',
  getSchemaText: 'latest',
  getLatestWithMetadata: 'latest',
  lookUpSchema: 'latest',
  listSchemas: 'listing',
  listSchemaTypes: 'content',
  listSubjectsById: 'listing',
  listVersionsById: 'listing',
  listIdsByGuid: 'listing',
  listSubjects: 'listing',
  listVersions: 'listing',
  listReferencedBy: 'listing',
  listContexts: 'listing',
};

/** How long the answer to a request may be kept. */
export function keepingOf({ operation, query }: RegistryRequest): Keeping {
  // The greatest id of a context is no part of a schema.
  if (operation === undefined || query.includes('fetchMaxId=true')) return 'never';
  return keepings[operation] ?? 'never';
}

/**
 * What a write makes worthless: nothing but what changes anyway, or content too. An id gets other content by an import after
 * it was deleted for good, and content says whether it is deleted.
 */
export function spoils({ operation, origin }: RegistryRequest): 'changing' | 'everything' {
  switch (operation) {
    case 'registerSchema': {
      const body = origin?.body;
      const brings =
        typeof body === 'object' && body !== null && 'id' in body ? body.id : undefined;
      return origin === undefined || typeof brings === 'number' ? 'everything' : 'changing';
    }
    case 'tagVersion':
    case 'updateGlobalConfig':
    case 'updateSubjectConfig':
    case 'deleteGlobalConfig':
    case 'deleteSubjectConfig':
      return 'changing';
    default:
      return 'everything';
  }
}
