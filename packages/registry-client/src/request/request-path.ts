import type { Ask, Link } from './registry-request.ts';

/**
 * Joins the links of the request path, the first one outermost. The order is the same everywhere: guard → cache → retry →
 * failover → rate → the attempt itself. A link that is not there leaves its place empty; no endpoint knows which there are.
 */
export function requestPath(links: readonly Link[], attempt: Ask): Ask {
  return links.reduceRight<Ask>((next, link) => link(next), attempt);
}
