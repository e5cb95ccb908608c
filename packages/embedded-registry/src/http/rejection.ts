import { type ErrorNumber, errorCodes } from '@srkit/registry-protocol';

/** Ends a request with the registry's error answer: `{ "error_code": …, "message": … }`. */
export class Rejection extends Error {
  override readonly name = 'Rejection';
  /** The HTTP status. */
  readonly status: number;
  /** The number in `error_code`. */
  readonly number: number;
  /** Whether no resource was reached yet: such an answer carries no media type. */
  readonly beforeResource: boolean;

  constructor(number: number, message: string, { beforeResource = false } = {}) {
    super(message);
    this.number = number;
    this.beforeResource = beforeResource;
    this.status = number < 1000 ? number : Math.floor(number / 100);
  }
}

/** An error by its number; `%s` in the registry's text are filled in order. */
export function rejection(number: ErrorNumber, ...values: readonly (string | number)[]): Rejection {
  let next = 0;
  const text = errorCodes[number].text.replaceAll('%s', () => String(values[next++] ?? ''));
  return new Rejection(number, text);
}

/** An error by its number with a text of its own. */
export function rejectionWith(number: ErrorNumber | 501, message: string): Rejection {
  return new Rejection(number, message);
}

/** An answer of the web server itself, before any resource is reached. */
export function refusedBefore(status: 404 | 405 | 406 | 415, message: string): Rejection {
  return new Rejection(status, message, { beforeResource: true });
}

/** 404 for a parameter that is not of its type. */
export function notFound(): Rejection {
  return new Rejection(404, 'HTTP 404 Not Found');
}

/** 500: where the real registry fails on an internal error, so do we. */
export function internalError(): Rejection {
  return new Rejection(500, 'Internal Server Error');
}

/** 40403 where no id is named. */
export function schemaNotFound(): Rejection {
  return new Rejection(40403, 'Schema not found');
}
