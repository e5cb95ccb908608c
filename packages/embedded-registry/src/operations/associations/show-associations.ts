import { withoutEmpty } from '../../http/answer.ts';
import type { Registry } from '../../registry.ts';
import type {
  AssociationPlan,
  PlannedAssociation,
} from '../../rules/associations/plan-associations.ts';
import type { AssociationRecord, Resource } from '../../state/association-record.ts';
import { showContent } from '../show-schema.ts';

const asStored = new URLSearchParams();

/** An association as listings show it. */
export function showAssociation(record: AssociationRecord): Record<string, unknown> {
  const { subject, guid, resourceName, resourceNamespace, resourceId, resourceType } = record;
  const { associationType, lifecycle, frozen } = record;
  return {
    subject,
    guid,
    resourceName,
    resourceNamespace,
    resourceId,
    resourceType,
    associationType,
    lifecycle,
    frozen,
  };
}

/** A resource with what is associated with it. */
export function showResource(
  { resourceName, resourceNamespace, resourceId, resourceType }: Partial<Resource>,
  associations: readonly Record<string, unknown>[],
): Record<string, unknown> {
  return withoutEmpty({ resourceName, resourceNamespace, resourceId, resourceType, associations });
}

/** An association as one of its resource. */
export function showOfResource(
  { subject, associationType, lifecycle, frozen }: AssociationRecord,
  schema?: Record<string, unknown>,
): Record<string, unknown> {
  return withoutEmpty({ subject, associationType, lifecycle, frozen, schema });
}

/** What a change made of the associations of a resource; those that it deleted are not there. */
export function showChanged(
  registry: Registry,
  { resource, written }: AssociationPlan,
): Record<string, unknown> {
  return showResource(
    resource,
    written.map((each) => showOfResource(each.record, showRegistered(registry, each))),
  );
}

/** A schema that came with an association, as a registration shows it. */
function showRegistered(
  registry: Registry,
  { registration }: PlannedAssociation,
): Record<string, unknown> | undefined {
  if (!registration) return undefined;
  const { record, stored } = registration;
  const { subject, version, id, ts, deleted } = record;
  return {
    subject,
    version,
    id,
    ...showContent(registry, record, asStored),
    ...(stored && { ts, deleted }),
  };
}
