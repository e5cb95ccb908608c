import type { AssociationRecord } from './association-record.ts';
import type { Change } from './change.ts';

/** The change that keeps an association as it is given. */
export function keepAssociation(association: AssociationRecord): Change {
  return { ...keyOf(association), association };
}

/** The change that takes an association away. */
export function dropAssociation(association: AssociationRecord): Change {
  return { ...keyOf(association), association: null };
}

function keyOf({ resourceId, resourceType, associationType }: AssociationRecord) {
  return { kind: 'association' as const, resourceId, resourceType, associationType };
}
