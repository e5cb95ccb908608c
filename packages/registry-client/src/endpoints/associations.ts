import {
  type Association,
  type AssociationBatch,
  type AssociationBatchResponse,
  type AssociationLifecycle,
  type AssociationRequest,
  type AssociationResponse,
  type AssociationType,
  type ContextName,
  defaultContext,
  isQualified,
  qualifiedName,
} from '@srkit/registry-protocol';
import type { Call } from './call.ts';
import type { CallOptions, PageOptions } from './call-options.ts';
import { associationBatchResponse, associationResponse, associations } from './shapes.ts';

/** How to change associations. */
export interface ChangeAssociationsOptions extends CallOptions {
  /** Only check whether it could be done. @default false */
  dryRun?: boolean | undefined;
}

/** Which associations to list. */
export interface ListAssociationsOptions extends PageOptions {
  /** For example `topic`. */
  resourceType?: string | undefined;
  associationType?: readonly AssociationType[] | undefined;
  lifecycle?: AssociationLifecycle | undefined;
}

/** Which associations of a resource to delete. */
export interface DeleteAssociationsOptions extends ChangeAssociationsOptions {
  resourceType?: string | undefined;
  associationType?: readonly AssociationType[] | undefined;
  /** Delete the subjects of strong ones with them. @default false */
  cascadeLifecycle?: boolean | undefined;
}

/**
 * Operations on associations of subjects with resources such as topics; from Confluent 8.0.4, 8.1.2, 8.2.
 *
 * @experimental The registry changes them with every release, and this follows.
 */
export interface Associations {
  /** Creates associations of a resource. `POST /associations` */
  create(
    request: AssociationRequest,
    options?: ChangeAssociationsOptions,
  ): Promise<AssociationResponse>;
  /** Creates or changes associations of a resource. `PUT /associations/resources/{resourceId}` */
  upsert(
    resourceId: string,
    request: AssociationRequest,
    options?: ChangeAssociationsOptions,
  ): Promise<AssociationResponse>;
  /** Deletes associations of a resource. `DELETE /associations/resources/{resourceId}` */
  delete(resourceId: string, options?: DeleteAssociationsOptions): Promise<void>;
  /** Lists those of a subject. `GET /associations/subjects/{subject}` */
  listBySubject(subject: string, options?: ListAssociationsOptions): Promise<Association[]>;
  /** Lists those of a resource by its id. `GET /associations/resources/{resourceId}` */
  listByResourceId(resourceId: string, options?: ListAssociationsOptions): Promise<Association[]>;
  /**
   * Lists those of a resource by its name. `GET /associations/resources/{resourceNamespace}/{resourceName}`
   *
   * @param namespace `-` for any
   * @param name `-` for every resource of the namespace
   */
  listByResource(
    namespace: string,
    name: string,
    options?: ListAssociationsOptions,
  ): Promise<Association[]>;
  /** Asks for several at once; reads only. `POST /associations:batchGet` */
  getBatch(
    batch: AssociationBatch,
    options?: CallOptions & { includeSchemas?: boolean | undefined },
  ): Promise<AssociationBatchResponse>;
  /** Changes several at once; each succeeds or fails alone. `POST /associations:batchMutate` */
  changeBatch(
    batch: AssociationBatch,
    options?: ChangeAssociationsOptions,
  ): Promise<AssociationBatchResponse>;
}

export function createAssociations(call: Call, context: ContextName): Associations {
  // These paths take no context before them; changes take it as a parameter.
  const here = context === defaultContext ? {} : { context: qualifiedName(context, '') };
  return {
    create: async (body, { signal, ...query } = {}) =>
      call.json(
        'createAssociations',
        {},
        { query: { ...query, ...here }, body, signal },
        associationResponse,
      ),
    upsert: async (resourceId, body, { signal, ...query } = {}) =>
      call.json(
        'upsertAssociations',
        { resourceId },
        { query: { ...query, ...here }, body, signal },
        associationResponse,
      ),
    delete: async (resourceId, { signal, ...query } = {}) =>
      call.nothing('deleteAssociations', { resourceId }, { query, signal }),
    listBySubject: async (subject, { signal, ...query } = {}) =>
      call.json(
        'listAssociationsOfSubject',
        { subject: isQualified(subject) ? subject : qualifiedName(context, subject) },
        { query, signal },
        associations,
      ),
    listByResourceId: async (resourceId, { signal, ...query } = {}) =>
      call.json('listAssociationsOfResourceId', { resourceId }, { query, signal }, associations),
    listByResource: async (resourceNamespace, resourceName, { signal, ...query } = {}) =>
      call.json(
        'listAssociationsOfResource',
        { resourceNamespace, resourceName },
        { query, signal },
        associations,
      ),
    getBatch: async (body, { signal, ...query } = {}) =>
      call.json('getAssociationsInBatch', {}, { query, body, signal }, associationBatchResponse),
    changeBatch: async (body, { signal, ...query } = {}) =>
      call.json(
        'changeAssociationsInBatch',
        {},
        { query: { ...query, ...here }, body, signal },
        associationBatchResponse,
      ),
  };
}
