/** What a subject describes of its resource. */
export type AssociationType = 'key' | 'value';

/** Whether a subject goes with its resource (`STRONG`) or outlives it. */
export type AssociationLifecycle = 'STRONG' | 'WEAK';

/** An association of a subject with a resource, as it is read. */
export interface Association {
  subject?: string;
  guid?: string;
  resourceName?: string;
  resourceNamespace?: string;
  resourceId?: string;
  resourceType?: string;
  associationType?: AssociationType;
  lifecycle?: AssociationLifecycle;
  frozen?: boolean;
}
