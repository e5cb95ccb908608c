/** What a caller is told of work that failed, as an error: a task keeps it, for whoever asks later. */
export class CallFailed extends Error {
  override readonly name = 'CallFailed';
  readonly code: string;
  /** What goes beside the message. */
  readonly facts: Readonly<Record<string, unknown>>;

  constructor(
    { code, message, ...facts }: { code: string; message: string; [fact: string]: unknown },
    cause: unknown,
  ) {
    super(message, { cause });
    this.code = code;
    this.facts = facts;
  }
}
