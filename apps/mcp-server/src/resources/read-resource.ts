import {
  type CallToolResult,
  ProtocolError,
  ProtocolErrorCode,
  type ReadResourceResult,
  ResourceNotFoundError,
} from '@modelcontextprotocol/server';

/** Codes that say that what was named is not there. */
const absences: ReadonlySet<string> = new Set([
  'invalid_arguments',
  'invalid_context_name',
  'schema_not_found',
  'subject_not_found',
  'subject_soft_deleted',
  'unknown_registry',
  'version_not_found',
]);

/**
 * Says as a resource what a tool answered.
 *
 * @throws ProtocolError for what the tool refused or could not do, with the tool's words and facts
 */
export function resourceOf(address: string, answer: CallToolResult): ReadResourceResult {
  const [block] = answer.content;
  const text = block?.type === 'text' ? block.text : '';
  if (answer.isError !== true)
    return { contents: [{ uri: address, mimeType: 'application/json', text }] };
  const { error } = JSON.parse(text) as { error: { code: string; message: string } };
  if (absences.has(error.code)) throw new ResourceNotFoundError(address, error.message);
  throw new ProtocolError(ProtocolErrorCode.InternalError, error.message, error);
}
