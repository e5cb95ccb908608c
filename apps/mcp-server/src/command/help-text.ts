import { type Variable, variables } from '../config/variables.ts';

const width = Math.max(...variables.map(({ name }) => name.length));

/** What `--help` prints. */
export const helpText = `srkit-mcp: an MCP server for Kafka Schema Registries, over stdin and stdout.

  srkit-mcp                serve the registry that SCHEMA_REGISTRY_URL names
  srkit-mcp --demo         serve a registry in memory with the schemas of a small shop; nothing is kept
  srkit-mcp --demo DIR     the same, with the .avsc, .json and .proto files of a folder
  srkit-mcp --version      print the version
  srkit-mcp --help         print this

Without any variable that names a registry it serves the demo.

${variables.map((variable: Variable) => line(variable)).join('\n')}
`;

function line({ name, description, default: fallback }: Variable): string {
  const plain = description.replaceAll('`', '');
  return `  ${name.padEnd(width)}  ${plain}${fallback === undefined ? '' : ` Default: ${fallback}.`}`;
}
