import type { Shape } from './body-shape.ts';
import { registerSchemaRequest } from './request-shapes.ts';

const text: Shape = { kind: 'string' };
const boolean: Shape = { kind: 'boolean' };

const lifecycle: Shape = { kind: 'enum', name: 'LifecyclePolicy', values: ['WEAK', 'STRONG'] };

const resource = {
  resourceName: text,
  resourceNamespace: text,
  resourceId: text,
  resourceType: text,
};

const association = {
  subject: text,
  associationType: text,
  lifecycle,
  frozen: boolean,
  schema: registerSchemaRequest,
  normalize: boolean,
};

/** The body of a creation or an upsert. */
export const associationRequest: Shape = {
  kind: 'object',
  name: 'AssociationCreateOrUpdateRequest',
  fields: {
    ...resource,
    associations: {
      kind: 'list',
      name: 'AssociationCreateOrUpdateInfo>',
      of: { kind: 'object', name: 'AssociationCreateOrUpdateInfo', fields: association },
    },
  },
};

/** The body of a batch of changes; which kind of change one is, `opType` says, and whoever reads it looks at that. */
export const associationBatchRequest: Shape = {
  kind: 'object',
  name: 'AssociationBatchRequest',
  fields: {
    requests: {
      kind: 'list',
      name: 'AssociationOpRequest>',
      of: {
        kind: 'object',
        name: 'AssociationOpRequest',
        fields: {
          ...resource,
          associations: {
            kind: 'list',
            name: 'AssociationOp>',
            of: {
              kind: 'object',
              name: 'AssociationOp',
              fields: { opType: text, ...association, cascadeLifecycle: boolean },
            },
          },
        },
      },
    },
  },
};

/** The body of a batch of questions. */
export const associationBatchGetRequest: Shape = {
  kind: 'object',
  name: 'AssociationBatchGetRequest',
  fields: {
    requests: {
      kind: 'list',
      name: 'AssociationGetRequest>',
      of: {
        kind: 'object',
        name: 'AssociationGetRequest',
        fields: {
          ...resource,
          associationTypes: { kind: 'list', name: 'String>', of: text },
          lifecycle,
        },
      },
    },
  },
};
