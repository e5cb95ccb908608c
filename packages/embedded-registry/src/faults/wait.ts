import type { RegistryRequest } from '../http/message.ts';

/**
 * Waits, unless nobody waits for the answer any more.
 *
 * @returns whether somebody still does
 */
export function wait(milliseconds: number, request: RegistryRequest): Promise<boolean> {
  if (milliseconds === 0) return Promise.resolve(true);
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(true), milliseconds);
    request.whenAbandoned?.(() => {
      clearTimeout(timer);
      resolve(false);
    });
  });
}
