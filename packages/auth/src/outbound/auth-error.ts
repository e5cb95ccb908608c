/** What went wrong with a token; branch on it. */
export type AuthErrorCode =
  /** An option cannot be right; nothing was sent. */
  | 'invalid_argument'
  /** The service said no: wrong client, secret, scope or audience. */
  | 'token_refused'
  /** The service could not be reached, did not answer in time, or answered that it cannot serve. */
  | 'token_unavailable'
  /** The service answered with something that is no token. */
  | 'invalid_response';

/** Thrown when no token is to be had. Branch on `code`, never on `message`; no secret is in it. */
export class AuthError extends Error {
  override readonly name = 'AuthError';
  readonly code: AuthErrorCode;
  /** Whether the same can succeed later. */
  readonly retryable: boolean;

  constructor(code: AuthErrorCode, message: string) {
    super(message);
    this.code = code;
    this.retryable = code === 'token_unavailable';
  }
}

/** Recognises an {@link AuthError}, also one of another copy of this package. */
export function isAuthError(error: unknown, code?: AuthErrorCode): error is AuthError {
  if (!(error instanceof Error) || error.name !== 'AuthError' || !('code' in error)) return false;
  return code === undefined || error.code === code;
}
