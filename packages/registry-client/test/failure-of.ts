import { isRegistryError, type RegistryError } from '../src/index.ts';

/** What a call failed with; a test fails when the call does not, or fails with something else. */
export async function failureOf(call: Promise<unknown>): Promise<RegistryError> {
  const error = await call.then(
    (value) => new Error(`It did not fail, but answered ${JSON.stringify(value)}.`),
    (reason: unknown) => reason,
  );
  if (isRegistryError(error)) return error;
  throw error;
}
