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
  return readSchema(call.body(registerSchemaRequest, name));
}

/** Reads a schema that was bound to the shape of a registration. */
export function readSchema(bound: unknown): SentSchema {
  // That shape has exactly these fields and types.
  const sent = bound as SentSchema;
  if (sent.references?.includes(null)) throw internalError();
  return sent.metadata ? { ...sent, metadata: orderMetadata(sent.metadata) } : sent;
}
