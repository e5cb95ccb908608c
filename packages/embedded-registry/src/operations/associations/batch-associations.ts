import type { AssociationLifecycle } from '@srkit/registry-protocol';
import {
  associationBatchGetRequest,
  associationBatchRequest,
} from '../../http/association-shapes.ts';
import type { Bound } from '../../http/body-shape.ts';
import { flag } from '../../http/paging.ts';
import { internalError, Rejection } from '../../http/rejection.ts';
import type { Registry } from '../../registry.ts';
import { chooseAssociations } from '../../rules/associations/find-associations.ts';
import { invalidAssociation } from '../../rules/associations/invalid-association.ts';
import { applyAssociations, planAssociations } from '../../rules/associations/plan-associations.ts';
import { resourcePart } from '../../rules/associations/resource-part.ts';
import type { AssociationRecord, Resource } from '../../state/association-record.ts';
import type { Handler } from '../call.ts';
import { showVersion } from '../show-schema.ts';
import { changeOptions, readAssociations } from './read-associations.ts';
import { showChanged, showOfResource, showResource } from './show-associations.ts';

/** A question for the associations of one resource. */
interface Question extends Partial<Record<keyof Resource, string | null>> {
  associationTypes?: (string | null)[] | null;
  lifecycle?: AssociationLifecycle | null;
}

const asStored = new URLSearchParams();

/** POST /associations:batchMutate; what is wrong with the body as a whole changes nothing. */
export const changeAssociationsInBatch: Handler = ({ registry, query, body }) => {
  const options = changeOptions(query);
  const bound = requestsOf(body(associationBatchRequest, 'mutateAssociations.request'));
  const requests = bound.map((each) => readAssociations(each, undefined));
  return answerEach(requests, (sent) => {
    const plan = planAssociations(registry, sent, options);
    const result = showChanged(registry, plan);
    if (!options.dryRun) applyAssociations(registry, plan);
    return result;
  });
};

/** POST /associations:batchGet */
export const getAssociationsInBatch: Handler = ({ registry, query, body }) => {
  const requests = requestsOf(body(associationBatchGetRequest, 'getAssociations.request'));
  if (requests.includes(null)) throw internalError();
  const withSchemas = flag(query, 'includeSchemas');
  // The shape that they were bound to has exactly these fields and types.
  return answerEach(requests as Question[], (question) => ask(registry, question, withSchemas));
};

function requestsOf(body: { [field: string]: Bound }): Bound[] {
  const { requests } = body;
  return Array.isArray(requests) ? requests : [];
}

/** Answers with one result or error for each request. */
function answerEach<Request>(
  requests: readonly Request[],
  answer: (request: Request) => Record<string, unknown>,
) {
  const results = requests.map((request) => {
    try {
      return { result: answer(request) };
    } catch (error) {
      if (!(error instanceof Rejection)) throw error;
      return { error: { error_code: error.number, message: error.message } };
    }
  });
  return { status: 207, json: { results } };
}

function ask(registry: Registry, question: Question, withSchemas: boolean) {
  const records = chooseAssociations(recordsOf(registry, question), {
    resourceType: question.resourceType ?? undefined,
    associationTypes: (question.associationTypes ?? []).map(String),
    lifecycle: question.lifecycle ?? undefined,
  });
  const [first] = records;
  if (records.some((each) => each.resourceId !== first?.resourceId))
    throw invalidAssociation('resourceName', 'stands for several resources');
  const { resourceName, resourceNamespace, resourceId, resourceType } = question;
  return showResource(
    first ?? {
      resourceName: resourceName ?? '',
      resourceNamespace: resourceNamespace ?? '',
      resourceId: resourceId ?? '',
      resourceType: resourceType || 'topic',
    },
    records.map((each) => showOfResource(each, withSchemas ? latest(registry, each) : undefined)),
  );
}

function recordsOf(registry: Registry, question: Question): Iterable<AssociationRecord> {
  const { resourceId, resourceName, resourceNamespace } = question;
  if (resourceId) return registry.store.associations.ofResourceId(resourceId);
  if (!resourceName) throw invalidAssociation('resourceName', 'cannot be null or empty');
  return registry.store.associations.ofResource(
    resourcePart(resourceNamespace || '-'),
    resourcePart(resourceName),
  );
}

/** The latest live version of an association's subject. */
function latest(
  registry: Registry,
  { subject }: AssociationRecord,
): Record<string, unknown> | undefined {
  const record = registry.store.versions(subject).live.at(-1);
  return record && showVersion(registry, record, asStored);
}
