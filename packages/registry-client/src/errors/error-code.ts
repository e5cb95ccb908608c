import type { ServerErrorCode } from '@srkit/registry-protocol';

/** What can go wrong without a registry's number for it, and what to do about each. */
export const clientErrors = {
  invalid_argument: { advice: 'Correct the argument; nothing was sent.' },
  view_only: {
    advice: 'Nothing was sent. Use a client that is not view-only if the change is meant.',
  },
  aborted: { advice: 'The caller ended the call.' },
  timeout: { advice: 'Try again, or give it a longer timeoutMs.' },
  connection_failed: { advice: 'Check the registry’s URL and the network, and that it runs.' },
  credentials_failed: {
    advice: 'Nothing was sent. Check the credentials and the service that issues them.',
  },
  redirected: { advice: 'Use the URL that it points to; redirects are not followed.' },
  listing_changed: { advice: 'Somebody wrote while it was read. Read the listing again.' },
  not_found: { advice: 'List what there is, and check the name.' },
  conflict: { advice: 'Look at what is there now, then decide again.' },
  request_refused: { advice: 'Change the request as the message says.' },
  service_unavailable: { advice: 'Try again in some seconds.' },
  server_error: { advice: 'Look into the registry’s log.' },
} as const;

/** The words for what goes wrong on this side, or is answered without a number that is known. */
export type ClientErrorCode = keyof typeof clientErrors;

/** Every word that a {@link RegistryError} can carry in `code`. */
export type RegistryErrorCode = ServerErrorCode | ClientErrorCode;
