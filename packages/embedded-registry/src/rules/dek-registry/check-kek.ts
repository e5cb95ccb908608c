import { rejection } from '../../http/rejection.ts';
import type { Registry } from '../../registry.ts';

/** How many keys of both kinds a registry takes; the default of the real one. */
const maxKeys = 20_000;

/** How the ids of keys begin, by the key management service; others are not looked at. */
const keyIds: ReadonlyMap<string, RegExp> = new Map([
  ['aws-kms', /^arn:aws[\w-]*:kms:/],
  ['azure-kms', /^https:\/\//],
  ['gcp-kms', /^projects\//],
  ['hcvault', /^https?:\/\//],
]);

/** Checks the name that a key encryption key is created with. @throws Rejection 42271 */
export function checkKekName(name: string | null): asserts name is string {
  if (name === null || !/^[A-Za-z_][A-Za-z0-9_-]{0,255}$/.test(name))
    throw rejection(42271, 'name');
}

/** Checks which key of which service a key encryption key stands for. @throws Rejection 42271 */
export function checkServiceKey(
  kmsType: string | null,
  kmsKeyId: string | null,
): { kmsType: string; kmsKeyId: string } {
  if (kmsType === null) throw rejection(42271, 'kmsType');
  if (kmsKeyId === null || kmsKeyId === '') throw rejection(42271, 'kmsKeyId');
  if (keyIds.get(kmsType)?.test(kmsKeyId) === false) throw rejection(42271, 'kmsKeyId');
  return { kmsType: normalizeServiceType(kmsType), kmsKeyId };
}

/** The name that a key management service goes by: `AWS` is `aws-kms`, for example. */
function normalizeServiceType(kmsType: string): string {
  const lower = kmsType.toLowerCase();
  const cloud = ['aws', 'azure', 'gcp'].find((name) => lower.startsWith(name));
  return cloud === undefined ? kmsType : `${cloud}-kms`;
}

/** Checks that there is room for one more key. @throws Rejection 40972 */
export function checkRoom(registry: Registry): void {
  if (registry.store.keys.size >= maxKeys) throw rejection(40972, maxKeys);
}
