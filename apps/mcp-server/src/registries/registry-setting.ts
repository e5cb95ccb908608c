import type { Credentials, RegistryClient } from '@srkit/registry-client';
import type { Secret } from '@srkit/registry-protocol';

/** A registry that the server is to work with, by its address. */
export interface RegistrySetting {
  /** What a call writes in its `registry` argument. */
  name: string;
  /** Address without user and password, for example `https://registry.example.com`. */
  url: string;
  /** For basic authentication, together with `password`. */
  username?: string;
  password?: Secret;
  /** Any other authentication; wins over `username`. */
  credentials?: Credentials;
  /** The context that is meant where a call names none. @default '.' */
  context?: string;
  /** Milliseconds that one request may take. @default 10_000 */
  timeoutMs?: number;
  /** Refuses every write before it is sent. @default false */
  viewOnly?: boolean;
  /** What sends the requests. @default globalThis.fetch */
  fetch?: typeof globalThis.fetch;
}

/** A registry that the server is to work with, by a client that its owner made (and made view-only, if it is to be). */
export interface RegistryOfClient {
  /** What a call writes in its `registry` argument. */
  name: string;
  client: RegistryClient;
  /** The context that is meant where a call names none. @default '.' */
  context?: string;
  /** Hides and refuses tools that write. @default false */
  viewOnly?: boolean;
}
