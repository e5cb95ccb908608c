import type { Resource } from '../../state/association-record.ts';
import { invalidAssociation } from './invalid-association.ts';
import type { ChangeOptions, SentAssociations } from './sent-associations.ts';

const topic = 'topic';
const maxNameLength = 256;

/**
 * Reads the resource that a request is about.
 *
 * @returns with an empty id when there is none, which only a dry run may do
 * @throws Rejection 42212
 */
export function checkResource(sent: SentAssociations, { dryRun }: ChangeOptions): Resource {
  const resourceName = checkName(sent.resourceName, 'resourceName');
  const resourceNamespace = checkName(sent.resourceNamespace, 'resourceNamespace');
  const resourceId = sent.resourceId ?? '';
  if (resourceId === '' && !dryRun)
    throw invalidAssociation('resourceId', 'cannot be null or empty');
  const resourceType = sent.resourceType || topic;
  if (resourceType !== topic) throw invalidAssociation('resourceType', `must be '${topic}'`);
  return { resourceName, resourceNamespace, resourceId, resourceType };
}

function checkName(name: string | null | undefined, property: string): string {
  if (!name) throw invalidAssociation(property, 'cannot be null or empty');
  if (name.length > maxNameLength)
    throw invalidAssociation(property, `exceeds max length of ${maxNameLength}`);
  // Java looks at UTF-16 units: half a pair is no letter.
  const illegal = name.split('').find((unit) => !/^[\p{L}\p{Nd}_-]$/u.test(unit));
  if (illegal !== undefined) throw invalidAssociation(property, `illegal character '${illegal}'`);
  return name;
}
