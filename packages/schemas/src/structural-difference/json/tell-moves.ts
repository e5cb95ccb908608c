import type { JsonOutline } from '../../field-walk/json/json-outline.ts';
import { definitionName } from '../../field-walk/json/schema-name.ts';
import { groupBy } from '../../group-by.ts';
import type { SchemaPlace } from '../../json/schema-place.ts';
import { shorten } from '../say-value.ts';
import type { JsonChange } from './json-change.ts';
import type { DefinitionMatches } from './match-definitions.ts';

interface Move {
  readonly name: string;
  readonly was: SchemaPlace;
  readonly is: SchemaPlace;
  readonly path: string;
}

/** Tells of definitions that got another name or stand under another keyword; the latter together. */
export function tellMoves(after: JsonOutline, matches: DefinitionMatches): JsonChange[] {
  const moves = after.definitions.flatMap(([name, is]): Move[] => {
    const was = matches.earlier(is);
    if (was === undefined || is.document !== undefined || was.pointer === is.pointer) return [];
    return [{ name, was, is, path: after.types.get(is.value)?.path ?? '' }];
  });
  const isRenamed = ({ was, is }: Move): boolean => lastStep(was) !== lastStep(is);
  const renamed = moves.filter(isRenamed).map(({ was, is, path, name }): JsonChange => {
    const old = definitionName(was) ?? lastStep(was);
    const message = `The definition ${shorten(old)} is called ${shorten(name)} now.`;
    const sides = { was: { place: was }, is: { place: is } };
    const said = { before: old, after: name, message, keyword: '$defs', context: [] };
    return { ...sides, kind: 'type_renamed', path, ...said };
  });
  const elsewhere = moves.filter(
    (move) => !isRenamed(move) && container(move.was) !== container(move.is),
  );
  const groups = groupBy(elsewhere, ({ was, is }) => `${container(was)} ${container(is)}`);
  const moved = [...groups.values()].flatMap(([first, ...more]): JsonChange[] => {
    if (first === undefined) return [];
    const { was, is } = first;
    const [from, to] = [`#${container(was)}`, `#${container(is)}`];
    const what =
      more.length === 0
        ? `The definition ${shorten(first.name)} stands`
        : `The definitions ${shorten(first.name)} and ${more.length} more stand`;
    const message = `${what} under '${to}' now, not under '${from}' any more.`;
    const sides = { was: { place: was }, is: { place: is } };
    const said = { before: from, after: to, message, keyword: '$defs', context: [] };
    return [{ ...sides, kind: 'type_moved', path: '', ...said }];
  });
  return [...renamed, ...moved];
}

function container({ pointer }: SchemaPlace): string {
  return pointer.slice(0, pointer.lastIndexOf('/'));
}

function lastStep({ pointer }: SchemaPlace): string {
  return pointer.slice(pointer.lastIndexOf('/') + 1);
}
