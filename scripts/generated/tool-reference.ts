import type { Effect } from '../../apps/mcp-server/src/tools/effects.ts';
import { type ToolFacts, toolReference } from '../../apps/mcp-server/src/tools/tool-reference.ts';
import { markdownTable } from './markdown-table.ts';

type ObjectSchema = ToolFacts['inputSchema'];
type Property = NonNullable<ObjectSchema['properties']>[string];

const effectInWords = {
  read: 'reads',
  write: 'writes something new',
  destroy: 'destroys or reconfigures; has `dry_run`',
  local: 'changes only this server',
} as const satisfies Record<Effect, string>;

/** docs/tools.md: every tool as a client is told of it, with one registry. */
export function toolDocument(): string {
  const tools = toolReference();
  const rows = tools.map(({ name, effect, summary }) => [
    `[\`${name}\`](#${name})`,
    effectInWords[effect],
    summary,
  ]);
  return [
    '# Tools',
    '',
    'Generated from the definitions of the tools: `pnpm generate`.',
    '',
    'Every tool takes `registry` as well, and lists it where there are several. With `VIEWONLY` only those that read are listed.',
    '',
    ...markdownTable(['tool', 'what it does to the registry', 'what it is for'], rows),
    '',
    ...tools.flatMap(section),
    '## Other names',
    '',
    'Not listed, and answered as the tool that they stand for:',
    '',
    ...markdownTable(
      ['name', 'tool'],
      tools.flatMap(({ name, aliases }) => aliases.map((alias) => [`\`${alias}\``, `\`${name}\``])),
    ),
    '',
  ].join('\n');
}

function section(tool: ToolFacts): string[] {
  return [
    `## ${tool.name}`,
    '',
    `**${tool.title}.** ${tool.summary} It ${effectInWords[tool.effect]}.`,
    '',
    ...fields('argument', tool.inputSchema),
    '',
    ...fields('answer', tool.outputSchema),
    '',
  ];
}

function fields(title: string, schema: ObjectSchema): string[] {
  const required = new Set(schema.required);
  const rows = Object.entries(schema.properties ?? {}).flatMap(([name, property]) => [
    row(name, property, required.has(name)),
    ...Object.entries(property.properties ?? {}).map(([inner, each]) =>
      row(`${name}.${inner}`, each, false),
    ),
  ]);
  if (rows.length === 0) return [`No ${title}s.`];
  return markdownTable([title, 'type', ''], rows);
}

function row(name: string, property: Property, isRequired: boolean): string[] {
  const fallback =
    property['default'] === undefined ? '' : ` Default \`${JSON.stringify(property['default'])}\`.`;
  return [
    isRequired ? `**\`${name}\`**` : `\`${name}\``,
    typeOf(property),
    `${property['description'] ?? ''}${fallback}`,
  ];
}

function typeOf({ type, enum: values, items }: Property): string {
  if (values) return values.map((value) => `\`${value}\``).join(', ');
  if (type === 'array') return `list of ${items?.type ?? 'anything'}`;
  return type ?? 'anything';
}
