import { internalError } from '../http/rejection.ts';
import { registerSchemaRequest } from '../http/request-shapes.ts';
import type { SentSchema } from '../rules/content.ts';
import type { Call } from './call.ts';
import { orderMetadata } from './order-metadata.ts';

/**
 * Reads the body of a registration, a look-up or a check.
 *
 * @param name how the registry calls the body where it is missing
 */
export function sentSchema(call: Call, name: string): SentSchema {
  // The shape that it was bound to has exactly these fields and types.
  const sent = call.body(registerSchemaRequest, name) as SentSchema;
  if (sent.references?.includes(null)) throw internalError();
  return sent.metadata ? { ...sent, metadata: orderMetadata(sent.metadata) } : sent;
}
