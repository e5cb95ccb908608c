/** A request to the registry, as it came in on the wire. */
export interface RegistryRequest {
  /** In capitals. */
  method: string;
  /** The raw request target: path and query, still encoded, dot segments not folded. */
  target: string;
  /** By lower-case name. */
  headers?: Readonly<Record<string, string | undefined>>;
  body?: string | Uint8Array | undefined;
  /** Calls back once when nobody waits for the answer any more. */
  whenAbandoned?(listener: () => void): void;
}

/** The registry's answer, ready to be written. */
export interface RegistryResponse {
  status: number;
  /** By lower-case name. */
  headers: Record<string, string>;
  body: string;
  /** The body in UTF-8, where that is known already. */
  bytes?: Uint8Array;
  /** How the connection breaks; only an injected fault asks for it. */
  interruption?: Interruption;
}

/** How a connection breaks instead of an answer, or in the middle of one. */
export type Interruption =
  /** The answer stops after so many bytes of its body, and the connection is closed. */
  | { kind: 'cut-off'; afterBytes: number }
  /** The connection is reset before any answer. */
  | { kind: 'connection-reset' }
  /** Nothing comes; the connection stays open until the client gives up. */
  | { kind: 'no-answer' };

/** Answers one request. */
export type Answering = (request: RegistryRequest) => Promise<RegistryResponse>;
