/** Which requests a fault can hit; every one without any of these. */
export interface FaultScope {
  /**
   * A route of the registry, with or without its method (`POST /subjects/{subject}/versions`), or the name of an operation
   * (`registerSchema`). A name in the place of a parameter stands for itself: `/subjects/orders-value/versions`.
   */
  route?: string;
  /** A method, in capitals. */
  method?: string;
  /**
   * The share of those requests that it hits, from 0 to 1.
   *
   * @default 1
   */
  rate?: number;
  /**
   * After how many hits it ends.
   *
   * @default never
   */
  count?: number;
}

/** A fault that happens although what was asked is done. */
export interface WrittenScope {
  /**
   * Whether what was asked is done and kept all the same. Then it hits writes only; one that the registry refuses gets the
   * registry's answer.
   *
   * @default false
   */
  written?: boolean;
}

/** The answer comes late; other faults can hit the same request. */
export interface LatencyFault extends FaultScope {
  kind: 'latency';
  /** Milliseconds, or the least and the most of them. */
  delayMs: number | readonly [number, number];
}

/** An error is answered. */
export interface ErrorFault extends FaultScope, WrittenScope {
  kind: 'error';
  /**
   * The HTTP status.
   *
   * @default what `errorCode` says, or 503
   */
  status?: number;
  /**
   * The number in `error_code`.
   *
   * @default the status, or 50002 for one that is written
   */
  errorCode?: number;
  /**
   * @default the registry's own text for the number
   */
  message?: string;
  /** Sent as `Retry-After`. */
  retryAfterSeconds?: number;
}

/** More requests a second than this are answered with 429; every answer says what is left. */
export interface RateLimitFault extends FaultScope {
  kind: 'rate-limit';
  requestsPerSecond: number;
  /**
   * How many requests may come at once.
   *
   * @default what one second allows
   */
  burst?: number;
}

/** The request is done, the answer stops in its body and the connection is closed. */
export interface CutOffFault extends FaultScope {
  kind: 'cut-off';
  /**
   * How much of the body is sent. A body that is not longer is not cut.
   *
   * @default half of it
   */
  afterBytes?: number;
}

/** The connection is reset before any answer. */
export interface ConnectionResetFault extends FaultScope, WrittenScope {
  kind: 'connection-reset';
}

/** No answer ever comes: the client has to give up. */
export interface NoAnswerFault extends FaultScope, WrittenScope {
  kind: 'no-answer';
}

/** Something that goes wrong on purpose. Plain data: it can come from a file, the command line or the admin path. */
export type Fault =
  | LatencyFault
  | ErrorFault
  | RateLimitFault
  | CutOffFault
  | ConnectionResetFault
  | NoAnswerFault;

/** Faults, and the number that makes what is random the same each time. */
export interface FaultPlan {
  /** @default 1 */
  seed?: number;
  faults: readonly Fault[];
}

/** A fault and how often it was injected. */
export interface InjectedFault {
  fault: Fault;
  /** Requests that it hit; for a rate limit those that were refused. */
  injected: number;
}

/** What goes wrong with a registry, to be changed at any time. */
export interface Faults {
  /**
   * Puts these in place of those before; all counts begin again.
   *
   * @throws RangeError with a sentence about the first one that is wrong
   */
  set(faults: readonly Fault[] | FaultPlan): void;
  /** Takes all away. */
  clear(): void;
  /** The faults, in order, with how often each was injected. */
  list(): InjectedFault[];
}
