import type { SearchQuery, SearchTarget } from '@srkit/snapshot';
import { ToolError } from '../tool-error.ts';

/** What a search is for, as a caller writes it. */
interface WrittenQuery {
  text?: string | undefined;
  match: 'substring' | 'words';
  regex?: string | undefined;
  field?: WrittenField | undefined;
  in?: SearchTarget[] | undefined;
}

interface WrittenField {
  name?: string | undefined;
  type?: string | undefined;
  logical_type?: string | undefined;
  nullable?: boolean | undefined;
  has_default?: boolean | undefined;
  has_doc?: boolean | undefined;
  in_type?: string | undefined;
}

/**
 * Reads what a search is for.
 *
 * @throws ToolError `invalid_arguments` for none of the three kinds, or several
 */
export function readQuery({ text, match, regex, field, in: targets }: WrittenQuery): SearchQuery {
  const given = [text, regex, field].filter((one) => one !== undefined).length;
  if (given !== 1) {
    throw new ToolError(
      'invalid_arguments',
      `Say what to look for with one of 'text', 'regex' and 'field'; ${given === 0 ? 'none' : 'several'} of them came.`,
    );
  }
  if (text !== undefined) return { kind: 'text', text, match, in: targets };
  if (regex !== undefined) return { kind: 'regex', pattern: regex, in: targets };
  const { name, logical_type, has_default, has_doc, in_type, ...rest } = field ?? {};
  return {
    kind: 'structure',
    field: name,
    logicalType: logical_type,
    hasDefault: has_default,
    hasDoc: has_doc,
    inType: in_type,
    ...rest,
  };
}
