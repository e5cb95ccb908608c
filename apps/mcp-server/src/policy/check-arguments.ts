import { nearestName } from '@srkit/registries';
import type * as z from 'zod';
import type { WireSchema } from '../present/wire-schema.ts';
import { ToolError } from '../tool-error.ts';
import { relaxArguments } from './relax-arguments.ts';

/**
 * Reads and checks the arguments of a call.
 *
 * @param input what the tool takes, paging and place included
 * @param schema the same, as a client was told
 * @throws ToolError `invalid_arguments`, naming every argument that is wrong and those that are accepted
 */
export function checkArguments(
  written: Readonly<Record<string, unknown>>,
  input: z.ZodObject,
  schema: WireSchema,
): Record<string, unknown> {
  const accepted = Object.keys(schema.properties ?? {});
  const read = input.strict().safeParse(relaxArguments(written, schema));
  if (read.success) return read.data;
  const problems = read.error.issues.flatMap((issue) => describeIssue(issue, accepted));
  throw new ToolError('invalid_arguments', problems.join(' '), { accepted_arguments: accepted });
}

type Issue = z.core.$ZodIssue;

function describeIssue(issue: Issue, accepted: readonly string[]): string[] {
  const place = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const name = place === '' ? key : `${place}.${key}`;
      const nearest = place === '' ? nearestName(key, accepted) : undefined;
      return `There is no argument ${quoted(name)}.${nearest ? ` Did you mean ${quoted(nearest)}?` : ''}`;
    });
  }
  if (issue.code === 'invalid_value') {
    return [`${quoted(place)} must be one of ${issue.values.map(String).join(', ')}.`];
  }
  if (issue.code === 'invalid_type' && issue.message.endsWith('received undefined')) {
    return [`${quoted(place)} is missing.`];
  }
  return [`${quoted(place)}: ${issue.message.replace(/^Invalid input: /, '')}.`];
}

function quoted(name: string): string {
  return `'${name.slice(0, 100)}'`;
}
