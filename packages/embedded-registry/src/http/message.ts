/** A request to the registry, as it came in on the wire. */
export interface RegistryRequest {
  /** In capitals. */
  method: string;
  /** The raw request target: path and query, still encoded, dot segments not folded. */
  target: string;
  /** By lower-case name. */
  headers?: Readonly<Record<string, string | undefined>>;
  body?: string | Uint8Array | undefined;
}

/** The registry's answer, ready to be written. */
export interface RegistryResponse {
  status: number;
  /** By lower-case name. */
  headers: Record<string, string>;
  body: string;
}
