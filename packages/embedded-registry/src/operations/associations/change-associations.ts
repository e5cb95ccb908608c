import { associationRequest } from '../../http/association-shapes.ts';
import { flag } from '../../http/paging.ts';
import { rejection } from '../../http/rejection.ts';
import { chooseAssociations } from '../../rules/associations/find-associations.ts';
import { invalidAssociation } from '../../rules/associations/invalid-association.ts';
import { applyAssociations, planAssociations } from '../../rules/associations/plan-associations.ts';
import { applyDeletions, planDeletion } from '../../rules/associations/plan-deletion.ts';
import type { SentAssociations } from '../../rules/associations/sent-associations.ts';
import type { Call, Handler } from '../call.ts';
import { changeOptions, readAssociations } from './read-associations.ts';
import { showChanged } from './show-associations.ts';

/** POST /associations */
export const createAssociations: Handler = (call) => {
  const body = call.body(associationRequest, 'createAssociation.request');
  return change(call, readAssociations(body, 'CREATE'));
};

/** PUT /associations/resources/{resourceId} */
export const upsertAssociations: Handler = (call) => {
  const body = call.body(associationRequest, 'createOrUpdateAssociation.request');
  const sent = readAssociations(body, 'UPSERT');
  const resourceId = call.parameters['resourceId'] ?? '';
  if (sent.resourceId && sent.resourceId !== resourceId)
    throw invalidAssociation('resourceId', `must be '${resourceId}' as in the path`);
  return change(call, { ...sent, resourceId });
};

/** DELETE /associations/resources/{resourceId} */
export const deleteAssociations: Handler = ({ registry, parameters, query }) => {
  const resourceId = parameters['resourceId'] ?? '';
  const records = chooseAssociations(registry.store.associations.ofResourceId(resourceId), {
    resourceType: query.get('resourceType') ?? undefined,
    associationTypes: query.getAll('associationType'),
  });
  if (records.length === 0) throw rejection(40410, resourceId);
  const cascade = flag(query, 'cascadeLifecycle');
  const planned = records.map((record) => planDeletion(registry, record, cascade));
  if (!flag(query, 'dryRun')) applyDeletions(registry, planned);
  return { status: 204, text: '' };
};

function change({ registry, query }: Call, sent: SentAssociations) {
  const options = changeOptions(query);
  const plan = planAssociations(registry, sent, options);
  const json = showChanged(registry, plan);
  if (!options.dryRun) applyAssociations(registry, plan);
  return { json };
}
