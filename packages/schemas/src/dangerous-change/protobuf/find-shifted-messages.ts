import type { TypeEntry } from '../../protobuf/type-table.ts';
import { holderOf } from '../../structural-difference/protobuf/compare-type-names.ts';
import { typesByHolder } from '../../structural-difference/protobuf/find-moved-types.ts';
import type {
  ProtobufChange,
  ProtobufDifference,
} from '../../structural-difference/protobuf/protobuf-change.ts';

/**
 * The messages whose place among the messages of their list changed, under the first change of that
 * list: data names a message by such places.
 */
export function findShiftedMessages({
  changes,
  comparison,
}: ProtobufDifference): Map<ProtobufChange, string[]> {
  const { before, after, matches } = comparison;
  const shifted = new Map<TypeEntry | undefined, string[]>();
  const olds = typesByHolder(before);
  for (const [holder, types] of typesByHolder(after)) {
    const old = holder && matches.earlier(holder);
    const oldTypes = holder && !old ? undefined : olds.get(old);
    if (oldTypes === undefined) continue;
    const places = new Map(
      oldTypes.filter(isMessage).map(({ fullName }, index) => [fullName, index]),
    );
    const names = types.filter(isMessage).flatMap((entry, index) => {
      const place = places.get(matches.earlier(entry)?.fullName ?? '');
      return place !== undefined && place !== index ? [entry.type.name] : [];
    });
    if (names.length > 0) shifted.set(holder, names);
  }
  const found = new Map<ProtobufChange, string[]>();
  if (shifted.size === 0) return found;
  for (const change of changes) {
    if (!['type_moved', 'type_added', 'type_removed'].includes(change.kind)) continue;
    const entry = change.is.entry ?? change.was.entry;
    if (entry === undefined || !isMessage(entry)) continue;
    const holder = change.is.entry
      ? holderOf(entry, after)
      : laterHolder(holderOf(entry, before), comparison);
    const names = shifted.get(holder);
    if (names === undefined) continue;
    found.set(change, names);
    shifted.delete(holder);
  }
  return found;
}

function laterHolder(
  holder: TypeEntry | undefined,
  { matches }: ProtobufDifference['comparison'],
): TypeEntry | undefined {
  return holder && matches.later(holder);
}

function isMessage({ type }: TypeEntry): boolean {
  return type.kind === 'message';
}
