import {
  type AssociationLifecycle,
  type AssociationType,
  isQualified,
  normalizeQualifiedName,
  qualifiedName,
} from '@srkit/registry-protocol';
import { internalError } from '../../http/rejection.ts';
import type { Resource } from '../../state/association-record.ts';
import type { SentSchema } from '../content.ts';
import { invalidAssociation } from './invalid-association.ts';
import type { ChangeOptions, SentAssociations, SentOperation } from './sent-associations.ts';

/** What a request asks for, with what can be said of it without looking at what there is. */
export type Operation = Deletion | Writing;

/** The wish that an association goes. */
export interface Deletion {
  kind: 'delete';
  associationType: AssociationType;
  /** Whether the subject of a STRONG one goes with it. */
  cascade: boolean;
}

/** The wish that an association is there. */
export interface Writing {
  kind: 'write';
  /** Whether it must not be there yet. */
  createOnly: boolean;
  associationType: AssociationType;
  /** In normal form; undefined for that of the association as it is, or else the default one. */
  subject: string | undefined;
  lifecycle: AssociationLifecycle | undefined;
  frozen: boolean | undefined;
  schema: SentSchema | undefined;
  normalize: boolean;
}

/**
 * Reads what a request asks for each type of association.
 *
 * @throws Rejection 42212
 */
export function checkOperations(
  sent: SentAssociations,
  resource: Resource,
  { context }: ChangeOptions,
): Operation[] {
  const { associations } = sent;
  if (!associations || associations.length === 0)
    throw invalidAssociation('associations', 'cannot be null or empty');
  if (associations.some((each) => each === null)) throw internalError();
  const operations = associations.map((each) => checkOperation(each, resource, context));
  checkFrozenTogether(associations);
  const types = new Set(operations.map(({ associationType }) => associationType));
  if (types.size < operations.length)
    throw invalidAssociation('associationType', 'must be unique within the request');
  return operations;
}

/** The subject of a STRONG association that names none: it lives in a context of the resource's namespace. */
export function defaultSubject(
  { resourceNamespace, resourceName }: Resource,
  associationType: AssociationType,
): string {
  return qualifiedName(`.${resourceNamespace}`, `${resourceName}-${associationType}`);
}

function checkOperation(sent: SentOperation, resource: Resource, context: string): Operation {
  const associationType = checkType(sent.associationType);
  if (sent.opType === 'DELETE')
    return { kind: 'delete', associationType, cascade: sent.cascadeLifecycle === true };
  const writing = checkWriting(sent, associationType, context);
  return writing.createOnly ? withDefaultSubject(writing, resource) : writing;
}

function checkType(written: string | null | undefined): AssociationType {
  const type = written || 'value';
  if (type !== 'key' && type !== 'value')
    throw invalidAssociation('associationType', "must be either 'key' or 'value'");
  return type;
}

function checkWriting(
  sent: SentOperation,
  associationType: AssociationType,
  context: string,
): Writing {
  const createOnly = sent.opType === 'CREATE';
  const schema = sent.schema ?? undefined;
  const asked = {
    lifecycle: sent.lifecycle ?? undefined,
    frozen: sent.frozen ?? undefined,
  };
  const { lifecycle, frozen } = createOnly ? withCreateDefaults(asked, schema) : asked;
  if (lifecycle === 'WEAK' && schema)
    throw invalidAssociation('lifecycle', 'cannot be WEAK when schema is provided');
  if (lifecycle === 'WEAK' && frozen)
    throw invalidAssociation('frozen', 'association with lifecycle of WEAK cannot be frozen');
  const written = sent.subject ?? undefined;
  const subject = written === undefined ? undefined : checkSubject(written, context);
  const normalize = sent.normalize === true;
  return {
    kind: 'write',
    createOnly,
    associationType,
    subject,
    lifecycle,
    frozen,
    schema,
    normalize,
  };
}

/** A schema makes what is created its resource's own, for good; without one it is shared. */
function withCreateDefaults(
  asked: Pick<Writing, 'lifecycle' | 'frozen'>,
  schema: SentSchema | undefined,
): Pick<Writing, 'lifecycle' | 'frozen'> {
  if (!schema) {
    const frozen = asked.frozen ?? false;
    return { frozen, lifecycle: asked.lifecycle ?? (frozen ? 'STRONG' : 'WEAK') };
  }
  if (asked.lifecycle === 'WEAK')
    throw invalidAssociation('lifecycle', 'cannot be WEAK when schema is provided for create');
  if (asked.frozen === false)
    throw invalidAssociation('frozen', 'cannot be false when schema is provided for create');
  return { lifecycle: 'STRONG', frozen: true };
}

function checkSubject(subject: string, context: string): string {
  if (subject === '' || /\p{Cc}/u.test(subject))
    throw invalidAssociation('subject', 'must not be empty');
  return isQualified(subject) ? normalizeQualifiedName(subject) : qualifiedName(context, subject);
}

function withDefaultSubject(writing: Writing, resource: Resource): Writing {
  const own = defaultSubject(resource, writing.associationType);
  const subject = writing.subject ?? own;
  if (writing.frozen && subject !== own)
    throw invalidAssociation('subject', `frozen associations must use subject '${own}'`);
  if (writing.lifecycle === 'WEAK' && subject === own)
    throw invalidAssociation('subject', `WEAK associations cannot use subject '${own}'`);
  return { ...writing, subject };
}

/** What was left open takes no part: a shared key may be created with a value that is the resource's own. */
function checkFrozenTogether(associations: readonly SentOperation[]): void {
  const wishes = associations.flatMap(({ opType, schema, frozen }) => {
    if (opType === 'DELETE') return [];
    return opType === 'CREATE' && schema ? [true] : (frozen ?? []);
  });
  if (new Set(wishes).size > 1)
    throw invalidAssociation(
      'frozen',
      'all associations for a resource must be consistently frozen or non-frozen',
    );
}
