/** What a registry answered. */
export interface Answer {
  status: number;
  /** JSON where it is JSON, the text otherwise. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into whatever JSON comes back
  body: any;
}

/** The answer 200 with this body, to compare with. */
export function ok(body: unknown): Answer {
  return { status: 200, body };
}

/**
 * The answer that refuses a request, to compare with.
 *
 * @param code the registry's number for what is wrong; where a framework answers it is the status
 * @param message a text, or a matcher for one
 */
export function refused(status: number, code: number, message: unknown): Answer {
  return { status, body: { error_code: code, message } };
}
