/** Which clusters a registry belongs to. */
export interface ServerClusterId {
  scope?: { path?: string[]; clusters?: Record<string, string> };
  id?: string;
}

/** Which release a registry runs; from Confluent 7.2. */
export interface ServerVersion {
  version: string;
  commitId?: string;
}

/** What a registry says of its deployment; from Confluent 8.1. */
export interface ServerDeployment {
  attributes?: string[];
}

/** The body of every error answer. */
export interface ErrorBody {
  error_code: number;
  message: string;
}
