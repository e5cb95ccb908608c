import { SnapshotError } from '../snapshot-error.ts';
import { type FieldTest, fieldTest } from './match-field.ts';
import { regexMatcher } from './regex-matcher.ts';
import type { SearchQuery, SearchTarget, StructureQuery } from './search-query.ts';
import { piecesOf, substringMatcher, type TextMatcher, wordsMatcher } from './text-matcher.ts';

/** A query that was checked and is ready to be asked. */
export interface ReadQuery {
  /** Of text and regex. */
  readonly matcher?: TextMatcher;
  /** Of structure. */
  readonly test?: FieldTest;
  readonly targets: ReadonlySet<SearchTarget>;
  /** Whether the text of a schema that cannot be parsed is searched instead. */
  readonly searchesUnparsable: boolean;
  /** Letters and digits, folded, that stand together in the texts of whatever has a match in its content. */
  readonly pieces: readonly string[];
  /** Whether time grows with the query too, so that very long texts are not searched. */
  readonly isCostly: boolean;
}

const longestText = 1000;

const targetsByDefault: readonly SearchTarget[] = [
  'subject',
  'field',
  'type',
  'logical_type',
  'doc',
  'symbol',
  'alias',
  'tag',
  'metadata',
];

const allTargets: ReadonlySet<string> = new Set<SearchTarget>([...targetsByDefault, 'text']);

/**
 * Checks a query and prepares it.
 *
 * @throws SnapshotError `invalid_argument`
 */
export function readQuery(query: SearchQuery): ReadQuery {
  if (query.kind === 'structure') return readStructure(query);
  if (query.kind !== 'text' && query.kind !== 'regex') {
    const { kind } = query as { kind: unknown };
    refuse(`kind must be 'text', 'regex' or 'structure'; it is ${JSON.stringify(kind)}.`);
  }
  const targets = readTargets(query.in);
  const isCostly = query.kind === 'regex';
  const matcher = isCostly ? regexMatcher('pattern', query.pattern) : textMatcher(query);
  const searchesUnparsable = query.in === undefined || targets.has('text');
  return { matcher, targets, searchesUnparsable, pieces: matcher.pieces, isCostly };
}

function textMatcher({
  text,
  match = 'substring',
}: Extract<SearchQuery, { kind: 'text' }>): TextMatcher {
  requireLength('text', text);
  if (match === 'substring') return substringMatcher(text);
  if (match !== 'words') {
    refuse(`match must be 'substring' or 'words'; it is ${JSON.stringify(match)}.`);
  }
  const matcher = wordsMatcher(text);
  return (
    matcher ??
    refuse(`The text ${JSON.stringify(text)} has no word. Write one, or match a substring.`)
  );
}

function readStructure(query: StructureQuery): ReadQuery {
  const { kind: _, ...said } = query;
  const properties = Object.entries(said).filter(([, value]) => value !== undefined);
  if (properties.length === 0) {
    refuse(
      "A structured query must say something, for example { field: 'email', nullable: true }.",
    );
  }
  for (const [name, value] of properties) {
    if (name === 'fieldPattern') continue;
    const isText = structureTexts.has(name);
    if (!isText && !structureClaims.has(name))
      refuse(`A structured query has no ${JSON.stringify(name)}.`);
    if (isText) requireLength(name, value);
    else if (typeof value !== 'boolean')
      refuse(`${name} must be true or false; it is ${JSON.stringify(value)}.`);
  }
  const pattern =
    query.fieldPattern === undefined ? undefined : regexMatcher('fieldPattern', query.fieldPattern);
  return {
    test: fieldTest(query, pattern),
    targets: new Set(['field']),
    searchesUnparsable: false,
    pieces: [query.field, query.inType].flatMap((text) =>
      text === undefined ? [] : piecesOf(text),
    ),
    isCostly: pattern !== undefined,
  };
}

const structureTexts: ReadonlySet<string> = new Set([
  'field',
  'type',
  'logicalType',
  'inType',
  'tag',
] satisfies (keyof StructureQuery)[]);

const structureClaims: ReadonlySet<string> = new Set([
  'nullable',
  'optional',
  'hasDefault',
  'hasDoc',
  'deprecated',
] satisfies (keyof StructureQuery)[]);

function readTargets(named: readonly string[] | undefined): ReadonlySet<SearchTarget> {
  const targets = new Set<SearchTarget>(targetsByDefault);
  if (named === undefined) return targets;
  targets.clear();
  for (const target of named) {
    if (!isTarget(target)) {
      refuse(`in must name ${[...allTargets].join(', ')}; it names ${JSON.stringify(target)}.`);
    }
    targets.add(target);
  }
  if (targets.size === 0)
    refuse('in must name at least one thing to search. Leave it out to search all.');
  return targets;
}

function isTarget(name: string): name is SearchTarget {
  return allTargets.has(name);
}

function requireLength(name: string, text: unknown): void {
  if (typeof text === 'string' && text.length >= 1 && text.length <= longestText) return;
  const found =
    typeof text === 'string' ? `it has ${text.length}` : `it is ${JSON.stringify(text)}`;
  refuse(`${name} must be a text of 1 to ${longestText} characters; ${found}.`);
}

function refuse(message: string): never {
  throw new SnapshotError('invalid_argument', message);
}
