/** What went wrong; branch on it. */
export type RegistriesErrorCode =
  /** Settings that cannot be used; `mistakes` has all of them. */
  | 'invalid_configuration'
  /** No registry has this name; `names` says which do. */
  | 'unknown_registry'
  /** The registries were closed. */
  | 'closed';

/** One thing that is wrong with a configuration. It never holds the value of a setting that can be a secret. */
export interface Mistake {
  /** The variable, the file with its line (`/etc/srkit.yaml:12`), or the setting (`registries.dev.url`). */
  place: string;
  /** What is wrong there and what to do, with the place. */
  message: string;
}

/** The facts that an error carries beside its message. */
export interface RegistriesErrorDetails {
  code: RegistriesErrorCode;
  message: string;
  mistakes?: readonly Mistake[];
  names?: readonly string[];
  nearest?: string | undefined;
}

/** Thrown for settings that cannot be used, and for a registry that is not there. Branch on `code`, never on `message`. */
export class RegistriesError extends Error {
  override readonly name = 'RegistriesError';
  readonly code: RegistriesErrorCode;
  /** Everything that is wrong with a configuration; the message has one line for each. */
  readonly mistakes: readonly Mistake[];
  /** The registries that there are. */
  readonly names: readonly string[];
  /** The one that was probably meant. */
  readonly nearest: string | undefined;

  constructor(details: RegistriesErrorDetails) {
    super(details.message);
    this.code = details.code;
    this.mistakes = details.mistakes ?? [];
    this.names = details.names ?? [];
    this.nearest = details.nearest;
  }
}

/**
 * Recognises a {@link RegistriesError} by name, so that two copies of this package understand each other.
 *
 * @param code only this code, if given
 */
export function isRegistriesError<Code extends RegistriesErrorCode>(
  error: unknown,
  code?: Code,
): error is RegistriesError & { readonly code: Code } {
  return (
    error instanceof Error &&
    error.name === 'RegistriesError' &&
    'code' in error &&
    (code === undefined || error.code === code)
  );
}

// One line for each; more of them than this help nobody to read on.
const mostLines = 50;

/** Ends with all mistakes at once, if there are any. */
export function refuseMistakes(mistakes: readonly Mistake[]): void {
  if (mistakes.length === 0) return;
  const lines = mistakes.slice(0, mostLines).map(({ message }) => message);
  if (mistakes.length > mostLines) lines.push(`There are ${mistakes.length - mostLines} more.`);
  throw new RegistriesError({
    code: 'invalid_configuration',
    message: lines.join('\n'),
    mistakes,
  });
}
