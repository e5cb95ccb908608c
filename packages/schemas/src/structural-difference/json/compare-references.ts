import { writtenReference } from '../../field-walk/json/schema-links.ts';
import { definitionName } from '../../field-walk/json/schema-name.ts';
import { typeInWords } from '../../field-walk/json/type-in-words.ts';
import type { SchemaPlace } from '../../json/schema-place.ts';
import { placeSubject, shorten } from '../say-value.ts';
import { compareProperty } from './compare-annotations.ts';
import type { ComparedPlace, ComparedSchema, Comparison } from './json-change.ts';
import type { SchemaView } from './schema-view.ts';
import { joinedView } from './schema-view.ts';

/** What is left to compare after the references of two schemas. */
export interface ComparedReferences {
  readonly before: SchemaView;
  readonly after: SchemaView;
  /** Whether only one of them refers to another schema, which was told of. */
  readonly unlike: boolean;
}

const KEYWORDS = ['$ref', '$dynamicRef', '$recursiveRef'];

/** Compares what two schemas refer to, and what stands there, where that is told of here. */
export function compareReferences(
  before: SchemaView,
  after: SchemaView,
  place: ComparedPlace,
  comparison: Comparison,
): ComparedReferences {
  const { matches, later } = comparison;
  const same = { before, after, unlike: false };
  const [old, next] = [writtenReference(before.place), writtenReference(after.place)];
  for (const keyword of KEYWORDS) {
    const values = [before.members.get(keyword), after.members.get(keyword)];
    // Only the first reference keyword is followed, and only where it is a text.
    const isFollowed = values.every((value) => value === undefined || typeof value === 'string');
    const isFirst = [old, next].some((written) => values.includes(written));
    if (isFollowed && (keyword === '$ref' || isFirst)) continue;
    compareProperty(before, after, keyword, place, comparison);
  }
  if (old === undefined && next === undefined) return same;
  const [was, is] = [targetOf(before, comparison.old), targetOf(after, comparison.next)];
  const keyword = '$ref';
  const { start } = placeSubject(place.path);
  if (old !== undefined && next !== undefined) {
    if (was !== undefined && is !== undefined && matches.isOwnTopic(is)) {
      const tied = matches.matched(was, is) || matches.tieIfAlike(was, is);
      if (tied) later(() => comparison.compare(was, is, place));
      // A definition that moved or was renamed is told of once, not at each use.
      if (tied && (old === next || isMoved(was, is, old, next))) return same;
    }
    if (old !== next) {
      const said = { before: say(was, old, comparison.old), after: say(is, next, comparison.next) };
      const isSame = said.before === said.after;
      const words = isSame ? { before: shorten(old), after: shorten(next) } : said;
      const message = `${start} refers to ${words.after} now, it referred to ${words.before}.`;
      comparison.report({ ...place, keyword, kind: 'reference_changed', ...words, message });
    }
    return same;
  }
  if (next !== undefined) {
    const words = {
      before: typeInWords(before.place, comparison.old.outline),
      after: say(is, next, comparison.next),
    };
    const message = `${start} refers to ${words.after} now, where it spelt out what it is.`;
    comparison.report({ ...place, keyword, kind: 'reference_changed', ...words, message });
    const isFree = is !== undefined && matches.isOwnTopic(is) && matches.earlier(is) === undefined;
    if (!isFree || !comparison.visit(is)) return { before, after, unlike: true };
    return { before, after: joinedView(after, is, keyword), unlike: false };
  }
  const words = {
    before: say(was, old ?? '', comparison.old),
    after: typeInWords(after.place, comparison.next.outline),
  };
  const message = `${start} spells out what it is now, where it referred to ${words.before}.`;
  comparison.report({ ...place, keyword, kind: 'reference_changed', ...words, message });
  const isFree = was !== undefined && matches.isOwnTopic(was) && matches.later(was) === undefined;
  if (!isFree || !matches.take(was)) return { before, after, unlike: true };
  return { before: joinedView(before, was, keyword), after, unlike: false };
}

function targetOf(view: SchemaView, { outline }: ComparedSchema): SchemaPlace | undefined {
  return outline.links.target(view.place);
}

/** Whether the texts differ only because what they lead to is called otherwise now. */
function isMoved(was: SchemaPlace, is: SchemaPlace, old: string, next: string): boolean {
  if (was.document !== is.document || was.pointer === is.pointer) return false;
  const [oldDocument, nextDocument] = [old, next].map((written) => written.split('#')[0]);
  return oldDocument === nextDocument;
}

function say(
  target: SchemaPlace | undefined,
  written: string,
  { outline }: ComparedSchema,
): string {
  if (target === undefined) return shorten(written);
  return definitionName(target) ?? outline.types.get(target.value)?.name ?? shorten(written);
}
