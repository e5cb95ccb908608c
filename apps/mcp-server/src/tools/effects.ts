/**
 * What a tool does: `read` changes nothing, `write` adds something new, `destroy` removes or reconfigures,
 * `local` changes only this server.
 */
export type Effect = 'read' | 'write' | 'destroy' | 'local';

/** What a client is told of an effect. */
export interface Hints {
  readOnlyHint: boolean;
  destructiveHint: boolean;
  idempotentHint: boolean;
  openWorldHint: boolean;
}

/** The hints follow from the effect, so they cannot disagree with it. */
export const hintsOf = {
  read: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
  write: {
    readOnlyHint: false,
    destructiveHint: false,
    idempotentHint: true,
    openWorldHint: false,
  },
  destroy: {
    readOnlyHint: false,
    destructiveHint: true,
    idempotentHint: false,
    openWorldHint: false,
  },
  local: {
    readOnlyHint: false,
    destructiveHint: false,
    idempotentHint: true,
    openWorldHint: false,
  },
} as const satisfies Record<Effect, Hints>;

/** Whether a tool changes something in a registry. */
export function changesRegistry(effect: Effect): boolean {
  return effect === 'write' || effect === 'destroy';
}
