import { type Variable, variables } from '../../apps/mcp-server/src/config/variables.ts';
import { markdownTable } from './markdown-table.ts';

/** docs/configuration.md: every environment variable of the command. */
export function configurationTable(): string {
  const rows = (variables as readonly Variable[]).map((variable) => [
    `\`${variable.name}\``,
    variable.secret ? `${variable.kind}, secret` : variable.kind,
    variable.default ?? '–',
    variable.description,
  ]);
  return [
    '# Configuration',
    '',
    'Generated from the table that the server reads them by: `pnpm generate`.',
    '',
    '`srkit-mcp` takes its configuration from environment variables. A variable that is empty counts as not set. One that looks like',
    'ours but is none is an error that names it, so a misspelt variable cannot pass unnoticed.',
    '',
    ...markdownTable(['variable', 'kind', 'default', 'what it is for'], rows),
    '',
    'On the command line: `--demo` serves an embedded registry with sample schemas, `--demo DIR` one with the schema files below a',
    'folder, `--help` and `--version` say what they say. Without `SCHEMA_REGISTRY_URL` it serves the demo as well, and says so.',
    '',
  ].join('\n');
}
