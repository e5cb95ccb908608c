import * as z from 'zod';
import { readDependencyGraph } from '../../reading/read-dependency-graph.ts';
import { unknownParts } from '../answers.ts';
import { version } from '../arguments.ts';
import { defineTool } from '../define-tool.ts';

const place = z.object({ subject: z.string(), version: z.int() });
const places = z.array(place);

export const getDependencyGraph = defineTool({
  name: 'get_dependency_graph',
  title: 'Get the dependency graph',
  summary:
    'Find which schemas refer to which, across contexts: circles, dangling references, roots, unused; of all, or around one subject.',
  input: z.object({
    subject: z.string().optional().describe('Only what it needs and what needs it.'),
    version: version.describe('Of the subject; default every one.'),
    mermaid: z.boolean().default(false).describe('Draw it as a Mermaid flowchart, too.'),
  }),
  output: z.object({
    references: z
      .array(z.object({ from: place, name: z.string(), to: place }))
      .describe('Who refers to whom.'),
    nodes: z.array(
      z.object({
        subject: z.string(),
        version: z.int(),
        context: z.string(),
        id: z.int(),
        schema_type: z.string(),
        deleted: z.boolean(),
        dependencies: z.int().describe('How many it refers to.'),
        dependents: z.int().describe('How many refer to it.'),
        depth: z.int().describe('The longest chain below it.'),
      }),
    ),
    total_nodes: z.int(),
    unconnected: z.int().describe('Versions that neither refer nor are referred to.'),
    depth: z.int().describe('The longest chain.'),
    dangling: z.array(z.looseObject({ from: place, name: z.string(), state: z.string() })),
    circles: z.array(places),
    roots: places.describe('Refer to others; nothing refers to them.'),
    leaves: places.describe('Are referred to; refer to nothing.'),
    unused: places.describe('Other versions of their subject are referred to, and they are not.'),
    mermaid: z.string().optional(),
    unknown: unknownParts.optional().describe('What could not be read, and may refer.'),
    total_unknown: z.int().optional(),
  }),
  effect: 'read',
  place: 'every_context',
  long: true,
  pages: 'references',
  alongside: ['nodes', 'dangling', 'circles', 'roots', 'leaves', 'unused', 'unknown'],
  async run({ subject, version, mermaid }, { client, context, at, budget }, call) {
    const named = context === '*' ? undefined : context;
    const around =
      subject === undefined ? undefined : { ...at({ subject, context: named }), version };
    return readDependencyGraph({ client, context }, { around, mermaid, budget }, call);
  },
});
