import { orderVersions } from '../dependency-graph/order-versions.ts';
import { referenceGraphOf } from '../dependency-graph/reference-graph.ts';
import type { PlacedVersion } from '../indexes.ts';
import type { Snapshot } from '../snapshot.ts';
import { createHitList, type HitList } from './hit-list.ts';
import { describeField, type FieldTest } from './match-field.ts';
import { mayHold } from './may-hold.ts';
import {
  type ContentTexts,
  createTextReader,
  type Failure,
  failureOf,
  failureOfMissing,
  parseContent,
} from './read-content.ts';
import type { ReadQuery } from './read-query.ts';
import type { ContentHit } from './search-hit.ts';
import {
  type PlacedField,
  placedFields,
  type SearchablePart,
  searchableParts,
} from './searchable-part.ts';
import { snippetOf } from './snippet.ts';
import type { Match, TextMatcher } from './text-matcher.ts';

/** What was found in one content. */
export interface ContentResult {
  /** The first of them, as many as were wanted. */
  readonly hits: readonly ContentHit[];
  readonly count: number;
  /** Why it was not searched, or not all of it. */
  readonly failure: Failure | undefined;
}

/** Searches a content; `most` is how many hits are wanted, the others are counted. */
export type ContentSearch = (place: PlacedVersion, most: number) => Promise<ContentResult>;

/** How a search goes about it. */
export interface ContentSearchOptions {
  /** Whether what stands in schemas that a schema refers to counts as its own. */
  readonly throughReferences: boolean;
  /** Awaited between steps, so that others have their turn and the search can be ended. */
  readonly turn: () => Promise<void>;
}

/** How long a text may be to be searched for what takes its time for each letter. */
const mostCostlyLength = 1_000_000;
/** References over more steps than this are not followed: each schema of such a chain would take too long. */
const deepest = 200;
/** In longer paths only the name of the field is looked at. */
const longestPath = 2000;
const partsPerTurn = 500;

const tooDeep: Failure = {
  code: 'too_large',
  reason: `It refers to others over more than ${deepest} steps.`,
};

/** Makes a search of contents: each is read and parsed whenever it is searched. */
export function createContentSearch(
  snapshot: Snapshot,
  query: ReadQuery,
  { throughReferences, turn }: ContentSearchOptions,
): ContentSearch {
  const readTexts = createTextReader(snapshot);
  return async (place, most) => {
    const list = createHitList(most);
    const failure = await search(place, list);
    return { hits: list.hits, count: list.count, failure };
  };

  async function search(place: PlacedVersion, list: HitList): Promise<Failure | undefined> {
    const isTooDeep = depthOf(snapshot, place) > deepest;
    let texts: ContentTexts;
    try {
      texts = await readTexts(place, { follow: !isTooDeep });
    } catch (error) {
      return failureOf(error);
    }
    const { matcher, targets } = query;
    if (query.isCostly && lengthOf(texts) > mostCostlyLength) {
      const reason = `With what it refers to it has ${lengthOf(texts)} characters; a regular expression is looked for in ${mostCostlyLength} at most. Search for a text.`;
      return { code: 'too_large', reason };
    }
    if (matcher && targets.has('text')) searchText(matcher, texts, list);
    const missing = failureOfMissing(texts.missing);
    const unseen = throughReferences ? missing : undefined;
    if (!isTooDeep && !mayHold(texts, place.version.schemaType, query.pieces)) return unseen;
    const failure = isTooDeep ? tooDeep : await searchParsed(place, texts, list);
    if (failure === undefined) return unseen;
    if (matcher && query.searchesUnparsable && !targets.has('text')) {
      searchText(matcher, texts, list);
    }
    return missing ?? failure;
  }

  async function searchParsed(
    place: PlacedVersion,
    texts: ContentTexts,
    list: HitList,
  ): Promise<Failure | undefined> {
    const { matcher, test, targets } = query;
    try {
      const parsed = parseContent(place, texts);
      if (parsed === undefined) return unknownType(place);
      if (test) searchFields(test, placedFields(parsed, place.version.metadata?.tags), list);
      else if (matcher) await searchParts(matcher, searchableParts(parsed, targets), list);
      return undefined;
    } catch (error) {
      return failureOf(error);
    }
  }

  function searchFields(test: FieldTest, fields: readonly PlacedField[], list: HitList): void {
    for (const { field, throughReference } of fields) {
      if ((throughReference && !throughReferences) || !test(field)) continue;
      const { path, name, type } = field;
      list.add(() => ({
        ...{ what: 'field', path, name, type, snippet: describeField(field) },
        ...(throughReference && { throughReference }),
      }));
    }
  }

  async function searchParts(
    matcher: TextMatcher,
    parts: Iterable<SearchablePart>,
    list: HitList,
  ): Promise<void> {
    let untilTurn = partsPerTurn;
    for (const part of parts) {
      untilTurn -= 1;
      if (untilTurn === 0) {
        await turn();
        untilTurn = partsPerTurn;
      }
      if (part.throughReference && !throughReferences) continue;
      const match = part.what === 'field' ? matchPath(matcher, part) : matcher.find(part.text);
      if (match) list.add(() => partHit(part, match));
    }
  }
}

/** A field is found by its own name, or by its path where the match reaches into the name. */
function matchPath(matcher: TextMatcher, { text: path, name }: SearchablePart): Match | undefined {
  const start = path.endsWith(name) ? path.length - name.length : 0;
  const match = matcher.find(name);
  if (match) return { start: start + match.start, end: start + match.end };
  return path.length > longestPath ? undefined : matcher.find(path, start);
}

function partHit(
  { what, path, name, type, text, throughReference }: SearchablePart,
  match: Match,
): ContentHit {
  const snippet = snippetOf(text, match);
  return { what, path, name, type, snippet, ...(throughReference && { throughReference }) };
}

function searchText(matcher: TextMatcher, { text }: ContentTexts, list: HitList): void {
  const match = matcher.find(text);
  if (match)
    list.add(() => ({ what: 'text', path: '', name: '', snippet: snippetOf(text, match) }));
}

function unknownType({ version }: PlacedVersion): Failure {
  const reason = `Schemas of the type ${JSON.stringify(version.schemaType)} cannot be read.`;
  return { code: 'not_supported', reason };
}

function depthOf(snapshot: Snapshot, { subject, version }: PlacedVersion): number {
  if (version.references.length === 0) return 0;
  const graph = referenceGraphOf(snapshot);
  const number = graph.numberOf(subject.name, version.version);
  return number === undefined ? 0 : (orderVersions(graph).depths[number] ?? 0);
}

function lengthOf({ text, references }: ContentTexts): number {
  return references.reduce((sum, reference) => sum + reference.text.length, text.length);
}
