import { type CallOptions, isRegistryError, type RegistryClient } from '@srkit/registry-client';
import {
  type ContextName,
  defaultContext,
  type Mode,
  qualifiedName,
} from '@srkit/registry-protocol';

/**
 * Reads the mode that is in force for the subjects of a context that have none of their own.
 *
 * @returns undefined where it cannot be read: then the registry's answer to a write tells
 * @throws RegistryError `aborted`
 */
export async function modeInForce(
  client: RegistryClient,
  context: ContextName,
  { signal }: CallOptions = {},
): Promise<Mode | undefined> {
  const own = client.inContext(defaultContext);
  const options = { defaultToGlobal: true, signal };
  try {
    const { mode } =
      context === defaultContext
        ? await own.mode.getGlobal(options)
        : await own.mode.get(qualifiedName(context, ''), options);
    return mode;
  } catch (error) {
    if (isRegistryError(error) && error.code !== 'aborted') return undefined;
    throw error;
  }
}

/** Whether nothing may be written. */
export function isReadOnly(mode: Mode | undefined): boolean {
  return mode === 'READONLY' || mode === 'READONLY_OVERRIDE';
}
