import type { Handler } from './call.ts';

/** GET / and POST / */
export const root: Handler = () => ({ json: {} });

/** GET /v1/metadata/id */
export const getClusterId: Handler = ({ registry }) => ({
  json: {
    scope: {
      path: [],
      clusters: {
        'kafka-cluster': registry.clusterId,
        'schema-registry-cluster': 'schema-registry',
      },
    },
  },
});

/** GET /v1/metadata/version */
export const getVersionOfServer: Handler = ({ registry }) => ({
  json: { version: registry.version.text, commitId: 'srkit-embedded' },
});

/** GET /v1/metadata/deployment */
export const getDeployment: Handler = () => ({ json: { attributes: [] }, keepEmpty: true });
