import { PassThrough } from 'node:stream';
import { StdioServerTransport } from '@modelcontextprotocol/server/stdio';

/**
 * Speaks over stdin and stdout. The SDK's own transport closes at the end of stdin and answers nothing after it; with this one
 * whoever made it closes it, when what was asked before the end has been answered.
 */
export function stdioTransport(): StdioServerTransport {
  const input = new PassThrough();
  process.stdin.pipe(input, { end: false });
  return new StdioServerTransport(input, process.stdout);
}
