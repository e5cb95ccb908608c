import { type Variable, variables } from '../config/variables.ts';

const width = Math.max(...variables.map(({ name }) => name.length));

/** What `--help` prints. */
export const helpText = `srkit-mcp: an MCP server for Kafka Schema Registries, over stdin and stdout.

  srkit-mcp                serve the registries that the variables name
  srkit-mcp --demo         serve a registry in memory with the schemas of a small shop; nothing is kept
  srkit-mcp --demo DIR     the same, with the .avsc, .json and .proto files of a folder
  srkit-mcp --version      print the version
  srkit-mcp --help         print this

Without any variable that names a registry it serves the demo. One registry: SCHEMA_REGISTRY_URL. Several: SRKIT_CONFIG, or
variables with a number: SCHEMA_REGISTRY_NAME_1, SCHEMA_REGISTRY_URL_1, and so on.

With a number (_1) after its name a variable is about that registry:

${variables
  .filter(({ numbered }) => numbered)
  .map(line)
  .join('\n')}
${line({ name: 'VIEWONLY', kind: 'switch', description: 'Refuse every write to it.' })}

About all registries:

${variables
  .filter(({ numbered }) => !numbered)
  .map(line)
  .join('\n')}
`;

function line({ name, description, default: fallback }: Variable): string {
  const plain = description.replaceAll('`', '');
  return `  ${name.padEnd(width)}  ${plain}${fallback === undefined ? '' : ` Default: ${fallback}.`}`;
}
