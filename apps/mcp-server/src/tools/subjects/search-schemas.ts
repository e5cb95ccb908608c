import * as z from 'zod';
import { readQuery } from '../../reading/read-query.ts';
import { searchIn } from '../../reading/search-in.ts';
import { unknownParts } from '../answers.ts';
import { defineTool } from '../define-tool.ts';

const targets = z.enum([
  'subject',
  'field',
  'type',
  'logical_type',
  'doc',
  'symbol',
  'alias',
  'tag',
  'metadata',
  'text',
]);

const field = z.strictObject({
  name: z.string().optional().describe('Or path.'),
  type: z.string().optional().describe('e.g. `string`.'),
  logical_type: z.string().optional().describe('Or format.'),
  nullable: z.boolean().optional().describe('Takes null.'),
  has_default: z.boolean().optional().describe('Or not.'),
  has_doc: z.boolean().optional().describe('Or not.'),
  in_type: z.string().optional().describe('Its record.'),
});

export const searchSchemas = defineTool({
  name: 'search_schemas',
  title: 'Search schemas',
  summary:
    'Search names, fields, types, docs and tags of schemas by text or RE2, or for fields of a certain kind.',
  input: z.object({
    text: z.string().optional().describe('In any case.'),
    match: z.enum(['substring', 'words']).default('substring').describe('How.'),
    regex: z.string().optional().describe('Or RE2; (?i) ignores case.'),
    field: field.optional().describe('Or a field; all must hold.'),
    in: z.array(targets).optional().describe('Default all but `text`.'),
    all_versions: z.boolean().default(false).describe('Not only latest.'),
    subject_prefix: z.string().optional().describe('Of subjects.'),
  }),
  output: z.object({
    hits: z.array(
      z.object({
        subject: z.string(),
        version: z.int().optional(),
        id: z.int().optional(),
        schema_type: z.string().optional(),
        deleted: z.boolean().optional(),
        what: z.string().describe('Where it stands: one of `in`.'),
        path: z.string().describe('Of the field or type.'),
        name: z.string(),
        type: z.string().optional(),
        snippet: z.string(),
        through_reference: z.boolean().optional().describe('In a schema that it refers to.'),
      }),
    ),
    total_hits: z.int().describe('In all; `hits` has 2,000 at most.'),
    matched_subjects: z.int(),
    matched_versions: z.int(),
    searched_subjects: z.int(),
    searched_versions: z.int(),
    not_searched: z
      .array(
        z.looseObject({
          subject: z.string(),
          version: z.int(),
          id: z.int(),
        }),
      )
      .optional()
      .describe('Versions that could not be searched, or not whole; the first 100.'),
    total_not_searched: z.int(),
    unknown: unknownParts.optional().describe('What could not be read, and was not searched.'),
    total_unknown: z.int().optional(),
  }),
  effect: 'read',
  place: 'every_context',
  long: true,
  pages: 'hits',
  alongside: ['not_searched', 'unknown'],
  async run(input, { client, context }, call) {
    const { all_versions: all, subject_prefix: subjectPrefix } = input;
    return searchIn({ client, context }, readQuery(input), { all, subjectPrefix }, call);
  },
});
