/** What was asked, and of whom: every error says it. */
export interface Asked {
  method: string;
  path: string;
  effect: 'read' | 'write';
  /** The registry's name in messages. */
  registry: string;
}

/** What to add to the advice when a write may have happened. */
export const readBackAdvice = 'It may have been done: read back before anything else.';
