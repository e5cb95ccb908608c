import type { AssociationLifecycle } from '@srkit/registry-protocol';
import type { SentSchema } from '../content.ts';

/** Associations of one resource as a request brings them: any part may be missing. */
export interface SentAssociations {
  resourceName?: string | null;
  resourceNamespace?: string | null;
  resourceId?: string | null;
  resourceType?: string | null;
  associations?: SentOperation[] | null;
}

/** What a request asks for one association. */
export interface SentOperation {
  opType: 'CREATE' | 'UPSERT' | 'DELETE';
  subject?: string | null;
  associationType?: string | null;
  lifecycle?: AssociationLifecycle | null;
  frozen?: boolean | null;
  schema?: SentSchema | null;
  normalize?: boolean | null;
  cascadeLifecycle?: boolean | null;
}

/** How associations are changed. */
export interface ChangeOptions {
  /** The context that unqualified subjects live in. */
  context: string;
  /** Whether it is only checked; the resource needs no id then. */
  dryRun: boolean;
}
