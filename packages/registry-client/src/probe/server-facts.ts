/** What probing found out, whatever answered. Undefined: it did not answer, or with an error. */
export interface ServerFindings {
  /** The address without user and password. */
  url: string;
  /** The `server` header of whatever answered first. */
  serverHeader: string | undefined;
  /** `GET /v1/metadata/version` */
  version: unknown;
  /** `GET /contexts` */
  contexts: unknown;
  /** `GET /schemas?limit=1` */
  schemas: unknown;
  /** `GET /schemas/guids/…/ids` of a guid that there is not. */
  guidIds: unknown;
  /** `GET /_health`, which Karapace has. */
  health: unknown;
  /** `GET /status/ready`, which Redpanda has: whether it answered with success. */
  statusReady: boolean;
  /** `GET /apis/registry/v3/system/info` of the host, which Apicurio has. */
  systemInfo: unknown;
}

/** The makers of registries that are told apart. */
export type RegistryVendor =
  | 'confluent'
  | 'confluent-cloud'
  | 'karapace'
  | 'apicurio'
  | 'redpanda'
  | 'axonops'
  | 'unknown';

/** What a registry can. Callers fall back by it. */
export interface ServerAbilities {
  /** It keeps contexts apart. */
  contexts: boolean;
  /** `GET /schemas` gives texts with subject, version and id. */
  bulkRead: boolean;
  /** `GET /schemas` keeps to `limit`. */
  paging: boolean;
  /** It finds schemas by guid. */
  guid: boolean;
  /** Its mode IMPORT takes ids and versions as they are given. */
  import: boolean;
  /** Its mode IMPORT can be forced over live subjects. */
  force: boolean;
  /** It deletes empty contexts. */
  deleteContext: boolean;
}

/** What a registry is, as far as it can be told. */
export interface ServerProfile {
  vendor: RegistryVendor;
  /** As it says it, for example `8.1.5`. */
  version: string | undefined;
  can: ServerAbilities;
  /** The number of its error for an incompatible schema; undefined where it is not known. */
  incompatibleNumber: 409 | 40901 | undefined;
}
