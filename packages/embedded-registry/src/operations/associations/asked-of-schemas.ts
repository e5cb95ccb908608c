import { notFound } from '../../http/rejection.ts';
import type { Registry } from '../../registry.ts';
import { chooseAssociations } from '../../rules/associations/find-associations.ts';
import type { AssociationRecord } from '../../state/association-record.ts';

/** Which associations the subjects of a listing must have. */
export interface AssociationQuestion {
  resourceType: string | undefined;
  associationTypes: readonly string[];
  /** `NONE` for subjects without an association that counts; empty for any that has one. */
  lifecycles: readonly string[];
}

const known = ['STRONG', 'WEAK', 'NONE'];

/**
 * Reads what `GET /schemas` is asked about associations.
 *
 * @returns undefined when they do not matter
 * @throws Rejection 404 when `lifecycle` is none
 */
export function readAssociationQuestion(query: URLSearchParams): AssociationQuestion | undefined {
  const lifecycles = query.getAll('lifecycle');
  if (lifecycles.some((each) => !known.includes(each))) throw notFound();
  const resourceType = query.get('resourceType') || undefined;
  const associationTypes = query.getAll('associationType');
  const asks = resourceType !== undefined || associationTypes.length > 0 || lifecycles.length > 0;
  return asks ? { resourceType, associationTypes, lifecycles } : undefined;
}

/**
 * The associations of a subject that are asked for.
 *
 * @returns undefined when the subject is not what is asked for; none for one that is because it has none
 */
export function findAsked(
  registry: Registry,
  subject: string,
  { resourceType, associationTypes, lifecycles }: AssociationQuestion,
): AssociationRecord[] | undefined {
  const filter = { resourceType, associationTypes };
  const counting = chooseAssociations(registry.store.associations.ofSubject(subject), filter);
  const asked =
    lifecycles.length === 0
      ? counting
      : counting.filter(({ lifecycle }) => lifecycles.includes(lifecycle));
  const isAsked = asked.length > 0 || (counting.length === 0 && lifecycles.includes('NONE'));
  return isAsked ? asked : undefined;
}
