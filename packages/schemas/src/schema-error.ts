import type { ValueProblem } from './values/value-problem.ts';

/** What went wrong with a schema; branch on it. */
export type SchemaErrorCode =
  /** The text is no schema of its type; `details` says why, `line` and `column` where, if that is known. */
  | 'invalid_schema'
  /** The question is a sensible one that this package cannot answer yet. */
  | 'not_supported'
  /** A limit that protects the process: nesting, length, number of differences. */
  | 'too_large'
  /** A reader field finds two fields of the writer, by its name and by an alias. */
  | 'ambiguous_field'
  /** A path leads to no record and no field of the schema. */
  | 'unknown_entity'
  /** A message is no value of its schema; `problems` says where and why, if it was read at all. */
  | 'invalid_value';

/** What a {@link SchemaError} is made of besides its message. */
export interface SchemaErrorFacts {
  code: SchemaErrorCode;
  /** The reason alone; follows the wording of the registry's own parser where that is a plain template. */
  details: string;
  /** Counted from 1. */
  line?: number;
  /** Counted from 1. */
  column?: number;
  /** What is wrong with a message. */
  problems?: readonly ValueProblem[];
  cause?: unknown;
}

/** Thrown for every schema that is refused. Branch on `code`, never on `message`. */
export class SchemaError extends Error {
  override readonly name = 'SchemaError';
  readonly code: SchemaErrorCode;
  readonly details: string;
  readonly line: number | undefined;
  readonly column: number | undefined;
  readonly problems: readonly ValueProblem[];

  constructor(
    message: string,
    { code, details, line, column, problems = [], cause }: SchemaErrorFacts,
  ) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.details = details;
    this.line = line;
    this.column = column;
    this.problems = problems;
  }
}

/**
 * Recognises a {@link SchemaError}, also one of another copy of this package.
 *
 * @param error anything that was caught
 * @param code narrows to one kind
 */
export function isSchemaError(error: unknown, code?: SchemaErrorCode): error is SchemaError {
  if (!(error instanceof Error) || error.name !== 'SchemaError' || !('code' in error)) return false;
  return code === undefined || error.code === code;
}
