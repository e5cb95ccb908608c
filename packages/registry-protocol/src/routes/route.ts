/** One operation of a registry. */
export interface Route {
  /** Its name here, unique. */
  operation: string;
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** The path with `{parameters}`, without a context prefix. */
  path: string;
  /** Whether anything is different afterwards: lookups and compatibility checks read by POST. */
  effect: 'read' | 'write';
  /** The query parameters that it takes. */
  query: readonly string[];
}
