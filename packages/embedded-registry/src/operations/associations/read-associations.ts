import { contextName, defaultContext, isProtocolError } from '@srkit/registry-protocol';
import { isRecord } from '../../http/body-shape.ts';
import { flag } from '../../http/paging.ts';
import { internalError, Rejection } from '../../http/rejection.ts';
import { invalidAssociation } from '../../rules/associations/invalid-association.ts';
import type {
  ChangeOptions,
  SentAssociations,
  SentOperation,
} from '../../rules/associations/sent-associations.ts';
import { readSchema } from '../sent-schema.ts';

const operationTypes = ['CREATE', 'DELETE', 'UPSERT'] as const;

/**
 * Reads the associations of one resource, as they were bound to their shape.
 *
 * @param opType what is done to each of them; undefined where each says it itself
 */
export function readAssociations(
  bound: unknown,
  opType: 'CREATE' | 'UPSERT' | undefined,
): SentAssociations {
  if (!isRecord(bound)) throw internalError();
  // The shape that it was bound to has exactly these fields and types.
  const sent = bound as SentAssociations;
  const associations = sent.associations?.map((each) => readOperation(each, opType));
  return { ...sent, associations: associations ?? null };
}

function readOperation(
  sent: SentOperation | null,
  opType: 'CREATE' | 'UPSERT' | undefined,
): SentOperation {
  if (sent === null) throw internalError();
  const { schema } = sent;
  const type = opType ?? readOperationType(sent.opType);
  return { ...sent, opType: type, schema: schema ? readSchema({ ...schema }) : null };
}

function readOperationType(written: string | null | undefined): SentOperation['opType'] {
  if (written === null || written === undefined)
    throw new Rejection(
      400,
      "Could not resolve subtype of `AssociationOp`: missing type id property 'opType'",
    );
  const type = operationTypes.find((each) => each === written);
  if (!type)
    throw new Rejection(
      400,
      `Could not resolve type id '${written}' as a subtype of \`AssociationOp\`: known type ids = [${operationTypes.join(', ')}]`,
    );
  return type;
}

/** @throws Rejection 42212 when `context` is none */
export function changeOptions(query: URLSearchParams): ChangeOptions {
  return { context: contextOf(query.get('context') ?? ''), dryRun: flag(query, 'dryRun') };
}

function contextOf(written: string): string {
  if (written === '') return defaultContext;
  try {
    return contextName(written);
  } catch (error) {
    if (!isProtocolError(error)) throw error;
    throw invalidAssociation('context', `'${written}' is not the name of a context`);
  }
}
