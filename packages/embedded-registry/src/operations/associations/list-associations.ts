import type { AssociationLifecycle } from '@srkit/registry-protocol';
import { page } from '../../http/paging.ts';
import { notFound } from '../../http/rejection.ts';
import {
  type AssociationFilter,
  chooseAssociations,
} from '../../rules/associations/find-associations.ts';
import { resourcePart } from '../../rules/associations/resource-part.ts';
import type { AssociationRecord } from '../../state/association-record.ts';
import type { Call, Handler } from '../call.ts';
import { pathSubject } from '../path-version.ts';
import { showAssociation } from './show-associations.ts';

const pageLimit = 1000;

/** GET /associations/subjects/{subject} */
export const listAssociationsOfSubject: Handler = (call) =>
  list(call, call.registry.store.associations.ofSubject(pathSubject(call)));

/** GET /associations/resources/{resourceId} */
export const listAssociationsOfResourceId: Handler = (call) =>
  list(call, call.registry.store.associations.ofResourceId(call.parameters['resourceId'] ?? ''));

/** GET /associations/resources/{resourceNamespace}/{resourceName} */
export const listAssociationsOfResource: Handler = (call) => {
  const { resourceNamespace, resourceName } = call.parameters;
  return list(
    call,
    call.registry.store.associations.ofResource(
      resourcePart(resourceNamespace),
      resourcePart(resourceName),
    ),
  );
};

function list({ query }: Call, records: Iterable<AssociationRecord>) {
  const found = chooseAssociations(records, readFilter(query));
  return { json: page(found, query, pageLimit).map(showAssociation) };
}

/** @throws Rejection 404 when `lifecycle` is none */
function readFilter(query: URLSearchParams): AssociationFilter {
  const lifecycle = query.get('lifecycle') ?? undefined;
  if (lifecycle !== undefined && !isLifecycle(lifecycle)) throw notFound();
  return {
    resourceType: query.get('resourceType') ?? undefined,
    associationTypes: query.getAll('associationType'),
    lifecycle,
  };
}

function isLifecycle(written: string): written is AssociationLifecycle {
  return written === 'STRONG' || written === 'WEAK';
}
