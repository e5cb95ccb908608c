/** What Confluent wants to know beside a token. */
export interface ConfluentHeaders {
  /** The cluster that the token is for: `lsrc-…`, sent as `target-sr-cluster`. */
  logicalCluster?: string | undefined;
  /** Identity pools, one or several: `pool-…`, sent as `Confluent-Identity-Pool-Id`. */
  identityPoolId?: string | readonly string[] | undefined;
}

/** The headers for these, none for what is not given. */
export function confluentHeaders({
  logicalCluster,
  identityPoolId,
}: ConfluentHeaders): Record<string, string> {
  const pools = typeof identityPoolId === 'string' ? [identityPoolId] : (identityPoolId ?? []);
  return {
    ...(logicalCluster !== undefined && { 'target-sr-cluster': logicalCluster }),
    ...(pools.length > 0 && { 'confluent-identity-pool-id': pools.join(',') }),
  };
}
