import type { Operation } from '@srkit/registry-protocol';
import type { Call, Handler } from '../operations/call.ts';
import type { Feature, Features } from './features.ts';
import { knownAnswers } from './known-answers.ts';
import { knownShapes } from './known-fields.ts';
import { knownParameters } from './known-parameters.ts';

/** Operations that older releases do not have. */
const operationsSince: Partial<Record<Operation, Feature>> = {
  getServerVersion: 'serverVersion',
  getServerDeployment: 'deployment',
  deleteGlobalConfig: 'deleteGlobalConfig',
  deleteGlobalMode: 'deleteGlobalMode',
  deleteContext: 'deleteContext',
  getSchemaTextById: 'schemaTextById',
  getSchemaByGuid: 'guids',
  listIdsByGuid: 'guids',
  getLatestWithMetadata: 'latestWithMetadata',
  tagVersion: 'tags',
  getAssociationsInBatch: 'associationBatches',
};

/** Groups of operations that older releases do not have, by how their paths begin. */
const pathsSince: readonly [start: string, Feature][] = [
  ['/dek-registry/', 'dekRegistry'],
  ['/associations', 'associations'],
];

/**
 * How a release offers an operation. Parameters and fields of the body that it does not know are ignored, and fields of the
 * answer that it does not know are left out.
 *
 * @param path where the newest release has it
 * @returns the very same handler where the release knows everything, undefined where it does not have the operation
 */
export function offerInRelease(
  features: Features,
  operation: Operation,
  path: string,
  handler: Handler,
): { handler: Handler; path: string } | undefined {
  const group = pathsSince.find(([start]) => path.startsWith(start));
  for (const feature of [group?.[1], operationsSince[operation]])
    if (feature && !features[feature]) return undefined;
  return {
    handler: answeringAsReleased(features, operation, handler),
    path:
      operation === 'changeAssociationsInBatch' && !features.associationBatches
        ? '/associations:batch'
        : path,
  };
}

function answeringAsReleased(features: Features, operation: Operation, handler: Handler): Handler {
  const parameters = knownParameters(features, operation);
  const shapes = knownShapes(features);
  const answers = knownAnswers(features, operation);
  const asked = (call: Call): Call => ({
    ...call,
    query: parameters ? parameters(call.query) : call.query,
    body: shapes ? (shape, name) => call.body(shapes(shape), name) : call.body,
  });
  const answering: Handler = parameters || shapes ? (call) => handler(asked(call)) : handler;
  return answers ? (call) => answers(answering(call)) : answering;
}
