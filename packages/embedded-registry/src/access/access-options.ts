import type { Secret } from '@srkit/registry-protocol';

/** A user who may ask the registry. */
export interface UserCredentials {
  /** Without a colon. */
  username: string;
  /** Wrap it with `secret()` of `@srkit/registry-protocol` and it cannot be printed by mistake. */
  password: string | Secret;
  /**
   * Whether writes are refused with 403.
   *
   * @default false
   */
  readOnly?: boolean;
}

/** A token that lets its bearer ask the registry. */
export interface BearerToken {
  token: string | Secret;
  /**
   * Whether writes are refused with 403.
   *
   * @default false
   */
  readOnly?: boolean;
}

/** Who may ask the registry. With neither it checks nothing. */
export interface AccessOptions {
  credentials?: readonly UserCredentials[];
  bearerTokens?: readonly BearerToken[];
}
