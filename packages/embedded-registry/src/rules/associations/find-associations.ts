import type { AssociationLifecycle } from '@srkit/registry-protocol';
import type { AssociationRecord } from '../../state/association-record.ts';

/** Which associations count; what is left open does not matter. */
export interface AssociationFilter {
  resourceType?: string | undefined;
  /** None for any. */
  associationTypes: readonly string[];
  lifecycle?: AssociationLifecycle | undefined;
}

/** The associations that count, in the order of the registry's listings. */
export function chooseAssociations(
  records: Iterable<AssociationRecord>,
  filter: AssociationFilter,
): AssociationRecord[] {
  return [...records].filter((record) => counts(record, filter)).sort(compare);
}

function counts(
  record: AssociationRecord,
  { resourceType, associationTypes, lifecycle }: AssociationFilter,
): boolean {
  return (
    (!resourceType || record.resourceType === resourceType) &&
    (associationTypes.length === 0 || associationTypes.includes(record.associationType)) &&
    (lifecycle === undefined || record.lifecycle === lifecycle)
  );
}

const order = [
  'resourceName',
  'resourceNamespace',
  'resourceType',
  'associationType',
  'subject',
  'resourceId',
] as const satisfies readonly (keyof AssociationRecord)[];

function compare(a: AssociationRecord, b: AssociationRecord): number {
  const differing = order.find((field) => a[field] !== b[field]);
  if (differing === undefined) return 0;
  return a[differing] < b[differing] ? -1 : 1;
}
