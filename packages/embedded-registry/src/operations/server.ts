import type { Handler } from './call.ts';

/** The release that this registry follows. */
const followedVersion = '8.1.5';

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
export const getVersionOfServer: Handler = () => ({
  json: { version: followedVersion, commitId: 'srkit-embedded' },
});

/** GET /v1/metadata/deployment */
export const getDeployment: Handler = () => ({ json: { attributes: [] }, keepEmpty: true });
