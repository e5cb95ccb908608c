import type { KekRecord } from '../../state/key-records.ts';
import type { KeyService } from './key-service.ts';
import { createLocalKeyService } from './local-key-service.ts';

/** The one service that needs no cloud. */
const localType = 'local-kms';

/**
 * The key service that a key encryption key stands for, or why it cannot be used. The only service within reach is `local-kms`,
 * whose key is made of the property `secret`; the others are a cloud away, and an embedded registry calls nobody.
 */
export function keyServiceOf({ kmsType, kmsKeyId, kmsProps }: KekRecord): KeyService | string {
  if (kmsType.toLowerCase() !== localType)
    return `No KMS driver supports: ${kmsType}://${kmsKeyId}`;
  const secret = Object.hasOwn(kmsProps, 'secret') ? kmsProps['secret'] : null;
  if (typeof secret !== 'string') return 'cannot load secret';
  return createLocalKeyService(secret);
}
