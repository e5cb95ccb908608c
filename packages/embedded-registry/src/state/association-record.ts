import type { AssociationLifecycle, AssociationType } from '@srkit/registry-protocol';

/** What a subject is associated with, for example a topic. */
export interface Resource {
  readonly resourceName: string;
  /** For example the id of the Kafka cluster. */
  readonly resourceNamespace: string;
  readonly resourceId: string;
  readonly resourceType: string;
}

/** One association of a subject with a resource. Records are replaced, never changed. */
export interface AssociationRecord extends Resource {
  /** In normal form: qualified outside the default context. */
  readonly subject: string;
  readonly guid: string;
  readonly associationType: AssociationType;
  readonly lifecycle: AssociationLifecycle;
  /** Whether it stays as it was created. */
  readonly frozen: boolean;
}

/** What an association is recognised by: a resource has one of each type. */
export type AssociationKey = Pick<
  AssociationRecord,
  'resourceId' | 'resourceType' | 'associationType'
>;

/** A text that is the same for the same key only. */
export function associationKey(key: AssociationKey): string {
  return JSON.stringify([key.resourceId, key.resourceType, key.associationType]);
}
