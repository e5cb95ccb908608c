import { clientErrors } from '../errors/error-code.ts';
import { RegistryError } from '../errors/registry-error.ts';
import { requestInWords } from '../errors/request-in-words.ts';
import type { Link } from './registry-request.ts';

/** Refuses every request that may change something, before the network, when the registry is view-only. */
export function guard(options: { viewOnly: boolean; registry: string }): Link {
  if (!options.viewOnly) return (next) => next;
  return (next) => async (request) => {
    if (request.effect === 'read') return next(request);
    const { advice } = clientErrors.view_only;
    throw new RegistryError({
      code: 'view_only',
      message: `${requestInWords(request.method, request.path)} was refused: ${options.registry} is view-only here. ${advice}`,
      method: request.method,
      path: request.path,
      registry: options.registry,
      advice,
    });
  };
}
