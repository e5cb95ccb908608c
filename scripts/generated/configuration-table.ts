import { type Variable, variables } from '../../apps/mcp-server/src/config/variables.ts';
import { markdownTable } from './markdown-table.ts';

/** docs/configuration.md: every environment variable of the command. */
export function configurationTable(): string {
  const columns = ['variable', 'kind', 'default', 'what it is for'];
  return [
    '# Configuration',
    '',
    'Generated from the tables that the server reads them by: `pnpm generate`.',
    '',
    '`srkit-mcp` takes its configuration from environment variables. A variable that is empty counts as not set. One that looks like',
    'ours but is none is an error that names it, so a misspelt variable cannot pass unnoticed.',
    '',
    '- One registry: `SCHEMA_REGISTRY_URL` and what else of the first table it needs. It is called `default`.',
    '- Several: the variables of the first table with a number after the name, `SCHEMA_REGISTRY_NAME_1`, `SCHEMA_REGISTRY_URL_1`, `VIEWONLY_1`,',
    '  and so on; or a file in YAML or JSON that `SRKIT_CONFIG` names; or the same as a text in `REGISTRIES_CONFIG`. Those of all of them',
    '  together count. [How the file looks](../packages/registries/README.md#configuration), and which comes first where two have the same name.',
    '- None: a demo is served, with an embedded registry and sample schemas, and every answer says so.',
    '',
    '## Of a registry',
    '',
    ...markdownTable(columns, rowsOf(variables.filter(({ numbered }) => numbered))),
    '',
    '## About all registries, and the server',
    '',
    ...markdownTable(columns, rowsOf(variables.filter(({ numbered }) => !numbered))),
    '',
    'On the command line: `--demo` serves an embedded registry with sample schemas, `--demo DIR` one with the schema files below a',
    'folder, whatever is configured; `--help` and `--version` say what they say.',
    '',
  ].join('\n');
}

function rowsOf(some: readonly Variable[]): string[][] {
  return some.map((variable) => [
    `\`${variable.name}\``,
    variable.secret && variable.kind !== 'secret' ? `${variable.kind}, secret` : variable.kind,
    variable.default ?? '–',
    variable.description,
  ]);
}
