/** What can be wrong with a call before or beside the registry. */
export type ToolErrorCode =
  | 'invalid_arguments'
  | 'default_not_kept'
  | 'view_only'
  | 'missing_references'
  | 'not_an_alias'
  | 'reference_exists'
  | 'too_large'
  | 'answer_too_large'
  | 'call_cancelled';

/** Thrown for a call that cannot be done as it was asked for; nothing was changed. */
export class ToolError extends Error {
  override readonly name = 'ToolError';
  readonly code: ToolErrorCode;
  /** What goes beside the message, for example which names exist. */
  readonly facts: Readonly<Record<string, unknown>>;

  constructor(code: ToolErrorCode, message: string, facts: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.code = code;
    this.facts = facts;
  }
}
