import type { AssociationLifecycle, AssociationType } from './association.ts';
import type { RegisterSchemaRequest } from './schema.ts';

/** An association of a subject with a resource, as it is sent. */
export interface AssociationInfo {
  subject?: string;
  /** @default 'value' */
  associationType?: AssociationType;
  lifecycle?: AssociationLifecycle;
  frozen?: boolean;
  /** Registered with the association. */
  schema?: RegisterSchemaRequest;
  normalize?: boolean;
}

/** Associations of one resource, to create or change. */
export interface AssociationRequest {
  resourceName?: string;
  resourceNamespace?: string;
  resourceId?: string;
  /** @default 'topic' */
  resourceType?: string;
  associations?: AssociationInfo[];
}

/** What a registry answers to a change of associations. */
export type AssociationResponse = Omit<AssociationRequest, 'associations'> & {
  associations?: (AssociationInfo & Record<string, unknown>)[];
};

/** Several questions or changes in one request. */
export interface AssociationBatch {
  requests: Record<string, unknown>[];
}

/** What came of each of them, in their order. */
export interface AssociationBatchResponse {
  results: { error?: { error_code: number; message: string }; result?: unknown }[];
}
