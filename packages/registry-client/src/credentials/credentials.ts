/** What credentials may look at to decide what to send. */
export interface CredentialRequest {
  method: string;
  /** The whole address, without user and password. */
  url: string;
  /** Ends when the request does: its time is up, or its caller aborted. */
  signal: AbortSignal;
}

/** Where a request's credentials come from. Any object of this shape will do. */
export interface Credentials {
  /** Asked before every request, so that a token can be renewed in time. The values are kept out of every message. */
  headers(
    request: CredentialRequest,
  ): Readonly<Record<string, string>> | Promise<Readonly<Record<string, string>>>;
  /**
   * Told when the registry answered 401. `true` asks for one more try, with headers asked for anew.
   */
  refused?(request: CredentialRequest): boolean | undefined | Promise<boolean | undefined>;
}
