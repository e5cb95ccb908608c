import type { ProtoType } from '../../protobuf/model.ts';
import type { TypeEntry } from '../../protobuf/type-table.ts';
import { alignSequences } from '../align-sequences.ts';
import { sayPosition } from '../say-value.ts';
import type { StructuralChange } from '../structural-change.ts';
import type { ComparedSchema, Comparison } from './protobuf-change.ts';

/** Finds types that stand in another place among those they stood with, by full name. */
export function findMovedTypes(
  comparison: Comparison,
): Map<string, Pick<StructuralChange, 'kind' | 'before' | 'after' | 'message'>> {
  const { before, after, matches } = comparison;
  const moves = new Map<string, Pick<StructuralChange, 'kind' | 'before' | 'after' | 'message'>>();
  const [olds, nexts] = [typesByHolder(before), typesByHolder(after)];
  for (const [holder, list] of nexts) {
    const old = holder === undefined ? undefined : matches.earlier(holder);
    const oldList = holder === undefined ? olds.get(undefined) : old && olds.get(old);
    if (oldList === undefined) continue;
    const places = new Map(oldList.map(({ fullName }, index) => [fullName, index]));
    const aligned = list.map((entry) => places.get(matches.earlier(entry)?.fullName ?? ''));
    for (const element of alignSequences(oldList.length, aligned)) {
      const entry = list[element.after ?? -1];
      if (!element.moved || entry === undefined) continue;
      const [from, to] = [element.before ?? 0, element.after ?? 0];
      const where = sayPosition(list[to - 1]?.type.name);
      const message = `The ${entry.type.kind} ${entry.type.name} stands elsewhere: it comes ${where} now.`;
      const said = { before: String(from + 1), after: String(to + 1) };
      moves.set(entry.fullName, { kind: 'type_moved', ...said, message });
    }
  }
  return moves;
}

/** The own types of a schema by the message that holds them, messages first, as they are stored. */
export function typesByHolder({
  file,
  outline,
}: ComparedSchema): Map<TypeEntry | undefined, TypeEntry[]> {
  const entries = new Map<ProtoType, TypeEntry>();
  for (const { entry } of outline.types.values()) entries.set(entry.type, entry);
  const list = (types: readonly ProtoType[]): TypeEntry[] =>
    (['message', 'enum'] as const).flatMap((kind) =>
      types.flatMap((type) => (type.kind === kind ? (entries.get(type) ?? []) : [])),
    );
  const lists = new Map<TypeEntry | undefined, TypeEntry[]>([[undefined, list(file.types)]]);
  for (const entry of entries.values()) {
    if (entry.importPath !== undefined || entry.type.kind === 'enum') continue;
    lists.set(entry, list(entry.type.types));
  }
  return lists;
}
